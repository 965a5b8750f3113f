// For programs: all that is known, in one document. Lines and columns count from 1, offsets and columns in UTF-16 code units.

import { mapOf, placeOf } from '../findings.ts'
import type { Run } from './run.ts'

export function write({ reports, failures, version }: Run): string {
  return JSON.stringify({
    version: 1,
    tool: { name: 'user-pool', version },
    files: reports.map(({ path, language, pools, text, findings }) => {
      const map = mapOf(text)
      return {
        path, language, pools,
        problems: findings.map((finding) => {
          const { start, end } = placeOf(map, finding)
          return { ...finding, line: start.line, column: start.character, endLine: end.line, endColumn: end.character }
        }),
      }
    }),
    failures,
  }, null, 2)
}
