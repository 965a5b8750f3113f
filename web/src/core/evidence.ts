import type { Rule } from '../engine/types.ts'

/** How a thing can be known, in the order of certainty, with what each word means. */
export const evidences: Readonly<Record<Rule['evidence'], string>> = {
  observed: 'A real answer of the service shows it.',
  documented: 'The reference says so.',
  inferred: 'It follows from what is observed or documented elsewhere.',
}
