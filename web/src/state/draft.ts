import { keep, recall } from './storage.ts'

const name = 'draft'
// Storage is about 5 MB an origin, in UTF-16: a longer text would crowd out everything else that is kept.
const longest = 1 << 20

/** The text of the last visit; null when there is none. */
export function recallDraft(): string | null {
  return recall(name)
}

/** Keeps the text for the next visit; false when it is too long to keep. A draft that equals the sample needs no keeping. */
export function keepDraft(text: string, sample: string): boolean {
  if (text.length > longest) return false
  keep(name, text === sample ? null : text)
  return true
}
