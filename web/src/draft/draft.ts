// The text, kept: for this tab, and the newest of all tabs for the next visit.

import { keep, keepHere, recall, recallHere, type Kept } from '../core/storage.ts'

const name = 'draft'
// Storage is about 5 MB an origin, in UTF-16: a longer text would crowd out everything else that is kept.
const longest = 1 << 20

/** What the text of all tabs was when this one last had to do with it. */
let known = recallHere(name) ?? recall(name)

/** The text of this tab before a reload, or of the last visit; null when there is none. */
export function recallDraft(): string | null {
  return recallHere(name) ?? recall(name)
}

/** What became of a draft. */
export interface KeptDraft {
  outcome: Kept | 'too long'
  /** The text of another tab in whose place it was kept; null when there was none. */
  other: string | null
}

/** Keeps the text for the next visit. A draft that equals the sample needs no keeping. */
export function keepDraft(text: string, sample: string): KeptDraft {
  if (text.length > longest) return { outcome: 'too long', other: null }
  const draft = text === sample ? null : text
  const there = recall(name)
  const other = there !== known && there !== draft ? there : null
  const outcome = keep(name, draft)
  if (outcome === 'kept') known = draft
  // Back at the sample, a reload should not bring another tab's text.
  keepHere(name, text)
  return { outcome, other: outcome === 'kept' ? other : null }
}
