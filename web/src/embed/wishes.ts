// What the page around an embedded playground wants of it, by the address of embed.html:
//   embed.html?request-view=form&view=words&theme=dark&readonly#v1.…

import { awaiting, embedded, readOnly } from '../core/embedding.ts'
import { shownPane, sizes } from '../core/layout.ts'
import { replyViews, requestViews } from '../core/views.ts'
import { setTheme } from '../theme/theme.ts'

/** Takes the wishes out of an address. What is not known is left as it is. */
export function embed(wishes: URLSearchParams): void {
  embedded.value = true
  awaiting.value = wishes.has('await')
  // What an example is about stands in the request and the reply.
  sizes.value = { ...sizes.peek(), problemsOpen: false }
  readOnly.value = wishes.has('readonly') && wishes.get('readonly') !== 'false'
  const wanted = requestViews.find(wishes.get('request-view'))
  if (wanted && !(readOnly.value && wanted.writes)) requestViews.chosen.value = wanted.id
  showReply(wishes.get('view'))
  // Where there is room for one pane, the view that is asked for is the one to see.
  if (replyViews.find(wishes.get('view'))) shownPane.value = 'reply'
  setTheme(wishes.get('theme'))
}

/** Shows a view of the reply by its id; another text is no view. */
export function showReply(id: unknown): void {
  const view = replyViews.find(id)
  if (view) replyViews.chosen.value = view.id
}
