// GitLab's report of code quality.

import { mapOf, placeOf } from '../findings.ts'
import { fingerprints } from './fingerprint.ts'
import type { Run } from './run.ts'

const severities = { error: 'critical', warning: 'minor', note: 'info' } as const

export function write({ reports }: Run): string {
  return JSON.stringify(reports.flatMap(({ path, text, findings }) => {
    const map = mapOf(text)
    const marks = fingerprints(path, findings)
    return findings.flatMap((finding, index) => {
      if (finding.ignored !== undefined) return []
      const { start, end } = placeOf(map, finding)
      return [{
        description: finding.message, check_name: finding.rule, fingerprint: marks[index], severity: severities[finding.severity],
        location: { path: path.replace(/^\.\//, ''), positions: { begin: { line: start.line, column: start.character }, end: { line: end.line, column: end.character } } },
      }]
    })
  }), null, 2)
}
