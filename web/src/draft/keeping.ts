// When the text is kept: a moment after it was changed, and before the page is left.

import { computed, signal } from '@preact/signals'
import { sample } from '../core/examples.ts'
import { parameters } from '../core/options.ts'
import { storageRefused } from '../core/storage.ts'
import { request } from '../core/store.ts'
import { surroundings } from '../surroundings/surroundings.ts'
import { setAside } from './aside.ts'
import { keepDraft, type KeptDraft } from './draft.ts'

const keepAfter = 500

/** Whether the text is kept for the next visit, and why not; null before it is tried. */
const draftKept = signal<KeptDraft['outcome'] | null>(null)

const reasons = {
  'too long': 'This text is over 1 MB, so it is not kept for your next visit.',
  refused: 'The browser keeps nothing for this page, so your text is gone when you close it. Share makes a link with all of it, or saves it as a file.',
  full: "The browser's storage for this site is full, so your text is not kept for your next visit. Share makes a link with all of it, or saves it as a file.",
} as const

/** Why the text is gone when the page is closed, in a sentence; null when it is kept. */
export const notKept = computed(() => draftKept.value === null || draftKept.value === 'kept' ? null : reasons[draftKept.value])

let timer: ReturnType<typeof setTimeout> | undefined

/** Keeps the text once it has not been changed for a moment. */
export function keepLater(): void {
  clearTimeout(timer)
  timer = setTimeout(keepNow, keepAfter)
}

/** Keeps the draft now, if it waits to be kept. */
export function settleDraft(): void {
  if (timer !== undefined) keepNow()
}

function keepNow(): void {
  clearTimeout(timer)
  timer = undefined
  const { doc } = request.peek()
  if (!doc || storageRefused()) return
  const { outcome, other } = keepDraft(doc.toString(), sample)
  draftKept.value = outcome
  if (other !== null) setAside({ text: other, surroundings: JSON.stringify(surroundings.peek()), parameters: parameters.peek(), why: 'tab' })
}

// A tab that is closed within the pause would lose the last words. A phone ends what is out of sight without a word.
addEventListener('pagehide', settleDraft)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') settleDraft()
})
