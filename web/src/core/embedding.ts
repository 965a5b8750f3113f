// What the page around an embedded playground wants of it, by the address of embed.html:
//   embed.html?request-view=form&view=words&theme=dark&readonly#v1.…
// Outside of embed.html nothing of this is set.

import { signal } from '@preact/signals'
import { sizes } from './layout.ts'
import { theme, type Theme } from '../theme/theme.ts'
import { isReplyView, isRequestView, replyView, requestView } from './views.ts'

/** True in embed.html. */
export const embedded = signal(false)

/** True when the request is only to be read. */
export const readOnly = signal(false)

/** True while the request is still to come from the page around. */
export const awaiting = signal(false)

/** Sets a theme by its name; another text is no theme. */
export function setTheme(name: unknown): void {
  if (name === 'system' || name === 'light' || name === 'dark') theme.value = name satisfies Theme
}

/** Takes the wishes out of an address. What is not known is left as it is. */
export function embed(wishes: URLSearchParams): void {
  embedded.value = true
  awaiting.value = wishes.has('await')
  // What an example is about stands in the request and the reply.
  sizes.value = { ...sizes.peek(), problemsOpen: false }
  readOnly.value = wishes.has('readonly') && wishes.get('readonly') !== 'false'
  const wanted = wishes.get('request-view')
  if (isRequestView(wanted) && !(readOnly.value && wanted === 'form')) requestView.value = wanted
  const view = wishes.get('view')
  if (isReplyView(view)) replyView.value = view
  setTheme(wishes.get('theme'))
}
