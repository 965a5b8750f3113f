import { computed } from '@preact/signals'
import { sample } from '../core/examples.ts'
import { options } from '../core/options.ts'
import { phase, request } from '../core/store.ts'

/** The reply to the sample, which the build put into the page; null where the visit begins with another text. */
const built = document.querySelector('user-pool-playground > .early-reply')

/** True while that is the reply to the text, and the engine is still to come. */
export const early = computed(() => built !== null && phase.value.name !== 'failed' &&
  (request.value.doc === null || request.value.doc.toString() === sample) && Object.keys(options.value).every((name) => name === 'now'))

/** The reply to the sample in the place where the live one will be. */
export function EarlyReply() {
  // The page's own element: its policy lets no HTML be made of texts.
  return <div class="early-reply" ref={take} />
}

function take(place: HTMLElement | null): void {
  if (!place || !built) return
  place.append(...built.childNodes)
  built.remove()
}
