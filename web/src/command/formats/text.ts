// For people: a line that editors and terminals lead to the place by, the line of the text, and the fixes.

import { mapOf, placeOf, type Finding } from '../findings.ts'
import { coloursFor, oneLine, printable } from '../terminal.ts'
import type { Run } from './run.ts'

/** A line longer than this is cut around the place. */
const widest = 120

export function write({ reports }: Run): string {
  const colours = coloursFor(process.stdout)
  const paint = { error: colours.red, warning: colours.yellow, note: colours.cyan }
  const parts: string[] = []
  const counts = { error: 0, warning: 0, note: 0 }
  let ignored = 0
  for (const { path, text, findings } of reports) {
    const map = mapOf(text)
    for (const finding of findings) {
      if (finding.ignored !== undefined) {
        ignored++
        continue
      }
      counts[finding.severity]++
      const { start, end } = placeOf(map, finding)
      parts.push(`${colours.bold(`${oneLine(path)}:${start.line}:${start.character}:`)} ${paint[finding.severity](finding.severity)}: ${oneLine(finding.message)} ${colours.dim(`[${oneLine(finding.rule)}]`)}`)
      if (finding.pool !== undefined) parts.push(`  pool: ${oneLine(finding.pool)}`)
      if (finding.to > finding.from || text) parts.push(...sourceLines(lineAt(text, map.offsetAt({ line: start.line - 1, character: 0 })), start.character - 1, end.line === start.line ? end.character - 1 : Infinity, paint[finding.severity]))
      parts.push(...besideLines(finding).map((line) => `  ${line}`))
    }
  }
  const told = (['error', 'warning', 'note'] as const).filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`)
  if (ignored > 0) told.push(`${ignored} ignored`)
  if (told.length > 0) parts.push('', `${reports.length} ${reports.length === 1 ? 'file' : 'files'}: ${told.join(', ')}.`)
  return parts.join('\n')
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  const line = text.slice(offset, end < 0 ? undefined : end)
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/** The line with a caret below the place. */
function sourceLines(line: string, from: number, to: number, paint: (text: string) => string): string[] {
  if (line.trim() === '') return []
  const left = from > widest - 20 ? from - 40 : 0
  const part = printable(line.slice(left, left + widest)).replaceAll('\t', ' ')
  const length = Math.max(1, Math.min(to, line.length, left + widest) - from)
  return [`  ${left > 0 ? '…' : ''}${part}${left + widest < line.length ? '…' : ''}`, `  ${' '.repeat(from - left + (left > 0 ? 1 : 0))}${paint(`^${'~'.repeat(length - 1)}`)}`]
}

function besideLines(finding: Finding): string[] {
  const { exception, fixes } = finding
  return [
    ...(exception?.message ? [`the service: ${oneLine(exception.type)}: ${oneLine(exception.message)}`] : []),
    ...fixes.map(({ title, safe }) => `fix${safe ? ' (safe)' : ''}: ${oneLine(title)}`),
  ]
}

