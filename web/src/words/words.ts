import { signal } from '@preact/signals'
import { follow } from '../core/follow.ts'
import { replyViews } from '../core/views.ts'

/** What names these words among the views. */
export const id = 'words'

const shown = (): boolean => replyViews.chosen.value === id

/** A password to try against the pool's policy. It is kept nowhere. */
export const password = signal('')

/** The pool in plain language. */
export const summary = follow(shown, 'summarise', (text, options) => [text, options])

/** How the password fares. */
export const trial = follow(() => {
  void password.value
  return shown()
}, 'tryPassword', (text, options) => [text, password.peek(), options])
