// The forms in which findings are written: one file a form.

import type { Explain } from '../explained.ts'
import type { Report } from '../findings.ts'

/** All that a form may write. */
export interface Run {
  reports: readonly Report[]
  /** failures are files that could not be read, a sentence each. */
  failures: readonly string[]
  version: string
  /** explain says what a code means. */
  explain: Explain
}

export type Write = (run: Run) => string

/** Loads a form when it is asked for, so that a run has none in it that it does not write. */
export const formats: Record<string, () => Promise<Write>> = {
  text: async () => (await import('./text.ts')).write,
  json: async () => (await import('./json.ts')).write,
  sarif: async () => (await import('./sarif.ts')).write,
  github: async () => (await import('./github.ts')).write,
  junit: async () => (await import('./junit.ts')).write,
  gitlab: async () => (await import('./gitlab.ts')).write,
}
