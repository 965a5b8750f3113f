// The request can be read and written before the page's own script is there, in a plain field that stands in the page.
// Here it gets the draft; the editor takes over its text, its selection and its focus.

import { recall } from '../core/storage.ts'
import { recallDraft } from '../draft/draft.ts'

new MutationObserver((_changes, observer) => {
  const field = document.querySelector<HTMLTextAreaElement>('user-pool-playground > textarea')
  // What stands behind it in the page is there when that is read to its end.
  if (!field || !document.querySelector('noscript')) return
  observer.disconnect()
  // What a link holds is not known yet, and the sample in its place would be a wrong text.
  if (location.hash.length > 1) {
    field.remove()
    forgetReply()
    return
  }
  // Not touched without a draft: its own text may still be on its way.
  const draft = recallDraft()
  if (draft !== null) field.value = draft
  if (draft !== null || recall('surroundings') !== null) forgetReply()
  field.addEventListener('input', () => {
    field.dataset['written'] = ''
    forgetReply()
  })
}).observe(document, { childList: true, subtree: true })

/** The reply that stands in the page is that of the sample, as all usually is. */
function forgetReply(): void {
  document.querySelector('.early-reply')?.remove()
}
