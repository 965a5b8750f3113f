import { effect, signal } from '@preact/signals'
import { embedded } from '../core/embedding.ts'
import { sample } from '../core/examples.ts'
import { request } from '../core/store.ts'
import { recallDraft } from '../draft/draft.ts'

/** True while the ways to begin are offered: to who has left nothing behind, until something is written. */
export const welcoming = signal(false)

/** True while the tour goes on. */
export const touring = signal(false)

/** Offers the ways to begin where the page opens with its own text. */
export function welcome(): () => void {
  let begun = false
  return effect(() => {
    const { doc } = request.value
    if (!doc) return
    if (begun) {
      welcoming.value = false
      return
    }
    begun = true
    welcoming.value = !embedded.peek() && recallDraft() === null && location.hash.length < 2 && doc.length === sample.length
  })
}
