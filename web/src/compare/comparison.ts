// What the reply is compared with: the reply to an example, or the one that stood before the last change.

import { computed, effect, signal } from '@preact/signals'
import { examples } from '../core/examples.ts'
import { wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { around, ask, lastReadableReply, requestText } from '../core/store.ts'
import { replyViews } from '../core/views.ts'
import type { Options, Reply, Summary } from '../engine/types.ts'

/** What names the comparison among the views. */
export const id = 'compare'

/** What is compared with: `before` for the last reply that stood for a moment, `a` for what was kept, `newest` for today's API, a day, or an example's id. */
export const baseline = signal('before')

/** A request that is kept to be compared with, with the options that it was asked about. */
export interface Kept { request: string, options: Options }

/** What is kept as A; it goes into links. */
export const kept = signal<Kept | null>(null)

/** Keeps the request of now as A, and compares with it whatever is written next. */
export function keepNow(): void {
  const request = requestText.peek()
  if (request === null) return
  kept.value = { request, options: around.peek() }
  baseline.value = 'a'
}

/** The other request and its options, where it is known. */
const other = computed<Kept | null>(() => {
  const wanted = baseline.value
  const request = requestText.value
  if (wanted === 'a') return kept.value
  if (request !== null && wanted === 'newest') return { request, options: without(around.value) }
  if (request !== null && /^\d{4}-\d\d-\d\d$/.test(wanted)) return { request, options: { ...around.value, asOf: wanted } }
  const example = examples.find((each) => each.id === wanted)
  return example ? { request: example.text, options: options.value } : null
})

function without({ asOf: _, ...rest }: Options): Options {
  return rest
}

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

/** What the two differ in, in sentences: those that only one of them has. */
export const sentences = signal<{ here: readonly string[], there: readonly string[] }>({ here: [], there: [] })

const sentencesOf = ({ refused, sections }: Summary): string[] => refused ? [refused] : sections.flatMap(({ statements }) => statements.map(({ text }) => text))

let asked = 0

effect(() => {
  const against = other.value
  const request = requestText.value
  const using = around.value
  void lastReadableReply.value
  if (replyViews.chosen.value !== id) return
  baselineFailure.value = null
  if (!against) {
    if (baseline.value === 'before') baselineReply.value = before.value
    sentences.value = { here: [], there: [] }
    return
  }
  const asking = ++asked
  const asks = Promise.all([
    ask('evaluate', against.request, against.options), ask('summarise', against.request, against.options), request === null ? null : ask('summarise', request, using),
  ])
  asks.then(([{ reply }, theirs, ours]) => {
    if (asking !== asked) return
    baselineReply.value = reply
    const [there, here] = [sentencesOf(theirs), ours ? sentencesOf(ours) : []]
    sentences.value = { here: here.filter((each) => !there.includes(each)), there: there.filter((each) => !here.includes(each)) }
  }, (reason: unknown) => { if (asking === asked) baselineFailure.value = wordsOf(reason) })
})
