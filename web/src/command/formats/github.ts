// Workflow commands: a GitHub Action that prints them annotates the files, and needs no token for it.

import { mapOf, placeOf } from '../findings.ts'
import type { Run } from './run.ts'
import { printable } from '../terminal.ts'

export function write({ reports, failures }: Run): string {
  return [
    ...reports.flatMap(({ path, text, findings }) => {
      const map = mapOf(text)
      return findings.filter(({ ignored }) => ignored === undefined).map((finding) => {
        const { start, end } = placeOf(map, finding)
        const place = { file: path, line: start.line, endLine: end.line, ...(end.line === start.line ? { col: start.character, endColumn: end.character } : {}), title: finding.rule }
        return `::${finding.severity === 'note' ? 'notice' : finding.severity} ${Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`).join(',')}::${data(finding.message)}`
      })
    }),
    ...failures.map((failure) => `::error::${data(failure)}`),
  ].join('\n')
}

// As the runner's own toolkit writes them.
function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
