// What a form is made of.

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
