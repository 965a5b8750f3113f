import { createHash } from 'node:crypto'
import type { Finding } from '../findings.ts'

/** A mark for each finding that stays when lines above it come and go, so that a pipeline tells new findings from old ones. */
export function fingerprints(path: string, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, pool = '', pointer, message }) => {
    const what = JSON.stringify([path, rule, pool, pointer, message])
    const nth = seen.get(what) ?? 0
    seen.set(what, nth + 1)
    return createHash('sha256').update(`${what}${nth}`).digest('hex')
  })
}
