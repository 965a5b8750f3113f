// What the reply is compared with: the reply to an example, or the one that stood before the last change.

import { effect, signal } from '@preact/signals'
import { examples } from '../core/examples.ts'
import { wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask, lastReadableReply } from '../core/store.ts'
import { replyViews } from '../core/views.ts'
import type { Reply } from '../engine/engine.ts'

/** What names the comparison among the views. */
export const id = 'compare'

/** What is compared with: `before` for the last reply that stood for a moment, or an example's id. */
export const baseline = signal('before')

/** The reply to compare with; null when there is none yet. */
export const baselineReply = signal<Reply | null>(null)

/** Why it could not be had; null when nothing is wrong. */
export const baselineFailure = signal<string | null>(null)

/** A reply that stood for so long, in milliseconds, is what one goes back to in mind. */
const stoodFor = 1_500

let standing: Reply | null = null
const before = signal<Reply | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined

effect(() => {
  const reply = lastReadableReply.value
  clearTimeout(timer)
  if (!reply || reply.body === standing?.body) return
  if (standing) before.value = standing
  timer = setTimeout(() => { standing = reply }, standing ? stoodFor : 0)
})

let asked = 0

effect(() => {
  const wanted = baseline.value
  const around = options.value
  if (replyViews.chosen.value !== id) return
  baselineFailure.value = null
  if (wanted === 'before') {
    baselineReply.value = before.value
    return
  }
  const example = examples.find((each) => each.id === wanted)
  if (!example) return
  const asking = ++asked
  ask('evaluate', example.text, around).then(({ reply }) => {
    if (asking === asked && baseline.peek() === wanted) baselineReply.value = reply
  }, (reason: unknown) => { baselineFailure.value = wordsOf(reason) })
})
