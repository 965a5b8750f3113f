// Where published checks disagree about one pool, they are shown side by side.

import type { Disagreement } from './audited.ts'
import { oneLine } from './terminal.ts'

/** The disagreements of files as lines of text. */
export function audits(all: ReadonlyMap<string, readonly Disagreement[]>): string {
  const lines: string[] = []
  for (const [file, told] of all) {
    for (const { pool, theme, verdicts } of told) {
      lines.push('', `${oneLine(file)}: checks of ${theme} disagree${pool === 'request' ? '' : ` about ${oneLine(pool)}`}:`)
      const width = Math.max(...verdicts.map(({ code }) => code.length))
      for (const { code, outcome, check } of verdicts) lines.push(`  ${code.padEnd(width)}  ${outcome.padEnd(6)}  ${oneLine(check.demands)}`)
    }
  }
  return lines.join('\n')
}
