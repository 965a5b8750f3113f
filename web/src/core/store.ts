// The text, the engine's phase, and what the engine says of the text: what all features share, and what moves it.

import type { Text } from '@codemirror/state'
import { computed, effect, signal } from '@preact/signals'
import type { Options, Pool, Problem, Reply } from '../engine/types.ts'
import { EngineClient, type Phase } from './client/client.ts'
import { download } from './client/download.ts'
import { inlinedLater, unpackEngine } from './client/inlined.ts'
import type { Answer, Arguments, ReadersState, Verb } from './client/protocol.ts'
import type { Reading } from './client/reading.ts'
import type { Progress } from './client/transfer.ts'
import { createWorker, shareWorker } from './client/trusted.ts'
import { cursor } from './cursor.ts'
import { embedded } from './embedding.ts'
import { options, parameters, placeOfText, saidLanguage } from './options.ts'
import { stopsLater, stopsTool } from './stems.ts'
import { withUnknowns } from '../engine/told.ts'

/**
 * An engine that answers within a frame is asked at each letter. A slower one waits for a pause in typing: a short one where
 * waiting would be most of what the answer takes.
 */
const pauses: readonly (readonly [took: number, pause: number])[] = [[16, 0], [40, 12], [Infinity, 60]]
const slowAfter = 300

/** The text and the number of changes that led to it. */
export const request = signal<{ doc: Text | null, revision: number }>({ doc: null, revision: 0 })

/** How far the engine is. */
export const phase = signal<Phase>({ name: 'downloading', received: 0, total: 0 })

/** The newest evaluation; it may belong to a text that has since changed. */
export const evaluation = signal<{ doc: Text, result: Reading } | null>(null)

/** The newest reply to a text that was whole. */
export const lastReadableReply = signal<Reply | null>(null)

/** True when an answer has been awaited for long enough to say so. */
export const slow = signal(false)

/** Why the engine was restarted; null when it was not, or when that has been read. */
export const restart = signal<{ reason: string, gaveUp: boolean } | null>(null)

/** What reads the text's language is on its way or could not be had; null where nothing waits for it. */
export const readers = signal<Exclude<ReadersState, { name: 'ready' }> | null>(null)

/** What is known of the text beside its problems and its reply; null before the first evaluation. */
export const reading = computed(() => evaluation.value?.result ?? null)

/** What the request in JSON is asked about with: the options, and what the text leaves to a deployment. */
export const around = computed(() => reading.value ? withUnknowns(options.value, reading.value) : options.value)

/** True while the text is no request in JSON: one in another language, or in none that is known. */
export const foreign = computed(() => reading.value?.foreign ?? false)

/** All that is known of the text, by place. That a value was put in is told where it is first: others stand between. */
export const problems = computed<readonly Problem[]>(() => {
  if (readers.value) return []
  const all = [...evaluation.value?.result.problems ?? []].sort((a, b) => a.from - b.from || a.to - b.to)
  const told = new Set<string>()
  return all.filter(({ rule, message }) => rule !== 'put-in' || !told.has(message) && told.add(message))
})

/** What the text's own tool refuses. */
export const refusals = computed<readonly Problem[]>(() => foreign.value ? problems.value.filter(stopsTool) : [])

/** True where the text's own tool refuses it, and so sends nothing. */
export const refusedByTool = computed(() => refusals.value.length > 0)

/** True where the pool is made, and a later call of the text's tool is refused. */
export const refusedLater = computed(() => !refusedByTool.value && reply.value?.status === 200 && problems.value.some(stopsLater))

/** The answer of the service; null before the first evaluation. */
export const reply = computed(() => evaluation.value?.result.reply ?? null)

/** True while the text is in no language that is known. One that holds several pools in several has no name for its own. */
export const unrecognised = computed(() => reading.value?.language === '' && reading.value.request === null)

/** True while nothing is written: that is no half of a text, and has an answer of its own. */
export const nothingWritten = computed(() => problems.value.some(({ rule }) => rule === 'empty-text'))

/** True while the text is half-written in its language, or in none that is known. */
export const broken = computed(() => !nothingWritten.value && (unrecognised.value || problems.value.some((problem) => problem.stage === 'syntax' && problem.severity === 'error')))

/** The reply in sight: while the text is half-written, the last one stays. */
export const replyInSight = computed(() => (broken.value ? lastReadableReply.value : null) ?? reply.value)

/** True while the reply in sight is that of an earlier text. */
export const stale = computed(() => (broken.value || readers.value !== null) && lastReadableReply.value !== null)

/**
 * The request in JSON, which all else is asked about: the text itself, or what one in another language says, as far as it is
 * known. Null while that is not told yet.
 */
export const requestText = computed<string | null>(() => {
  const { doc } = request.value
  const now = evaluation.value
  if (!doc) return null
  if (now?.doc === doc) {
    const { foreign, request } = now.result
    return !foreign || request === null && !broken.value ? doc.toString() : broken.value ? null : request
  }
  return now?.result.foreign || !/^\s*(?:[{[/]|$)/.test(doc.sliceString(0, 1000)) ? null : doc.toString()
})

/** The pool that is read in a text with several, by its id; null for the first. */
const chosenPool = signal<string | null>(null)

/** Where a place that was evaluated stands in a text with several pools: in this one of them. */
function poolAt(pools: readonly Pool[], offset: number): Pool | undefined {
  return pools.length > 1 ? pools.find(({ from, to }) => from <= offset && offset <= to) : undefined
}

let slowTimer: ReturnType<typeof setTimeout> | undefined

/** Takes the answer that the page's first script has asked for, once: a retry asks anew. */
function downloadEngine(progress: Progress, signal: AbortSignal): Promise<WebAssembly.Module> {
  const early = globalThis.userPoolPlaygroundEngine
  globalThis.userPoolPlaygroundEngine = undefined
  return download(PROGRAMS.engine, { title: 'The engine', progress, signal, early })
}

const client = new EngineClient({
  phase(next) {
    phase.value = next
  },
  answer(revision, result, took) {
    lastTook = [lastTook[1], took]
    const { doc, revision: newest } = request.peek()
    if (revision !== newest || !doc) return
    evaluation.value = { doc, result }
    if (restart.peek()?.gaveUp) restart.value = null
    // A text that is replaced may be none for a moment.
    if (!broken.peek() && !nothingWritten.peek()) lastReadableReply.value = result.reply
  },
  readers(state) {
    readers.value = state
  },
  busy(busy) {
    clearTimeout(slowTimer)
    if (busy) slowTimer = setTimeout(() => slow.value = true, slowAfter)
    else slow.value = false
  },
  restarted(reason) {
    restart.value = { reason, gaveUp: false }
  },
  gaveUp(reason) {
    restart.value = { reason, gaveUp: true }
  },
}, SINGLE_FILE ? { download: unpackEngine, createWorker, later: inlinedLater } : { download: downloadEngine, createWorker, shareWorker: () => embedded.peek() ? shareWorker() : null })

/** Loads the engine; again after a failure. */
export function loadEngine(): Promise<void> {
  return client.load()
}

/** Asks the engine something beside the text's evaluation. */
export function ask<V extends Verb>(verb: V, ...args: Arguments<V>): Promise<Answer<V>> {
  return client.ask(verb, ...args)
}

/** Fetches again what reads the text's language. */
export function loadReaders(): void {
  client.readAgain()
}

let evaluateTimer: ReturnType<typeof setTimeout> | undefined

/** Takes a new text. It is evaluated at once, or when typing pauses if that is slow. */
export function changeText(doc: Text): void {
  const first = request.peek().doc === null
  const revision = request.peek().revision + 1
  request.value = { doc, revision }
  evaluateIn(first ? 0 : pauses.find(([took]) => Math.min(...lastTook) <= took)![1])
}

/** Shows the answer to a text that was just changed with the change itself, where the engine is fast enough. */
export function takeAnswer(): void {
  client.takeAnswer()
}

/**
 * How long the engine took for its last two answers, in milliseconds: one alone may be slow for a collection of its garbage.
 * The page's own time is no reason to ask it later.
 */
let lastTook: readonly [number, number] = [0, 0]

function evaluateIn(pause: number): void {
  clearTimeout(evaluateTimer)
  if (pause > 0) evaluateTimer = setTimeout(evaluateNow, pause)
  else evaluateNow()
}

/** What the engine is told of the text in the editor: beside the surroundings, which of its pools, and what is set in it. */
export const ofText = computed<Options>(() => ({
  ...options.value,
  ...(Object.keys(parameters.value).length > 0 && { parameters: { ...parameters.value } }),
  ...(chosenPool.value !== null && { resource: chosenPool.value }),
  ...(saidLanguage.value && { language: saidLanguage.value }),
}))

function evaluateNow(): void {
  const { doc, revision } = request.peek()
  if (doc) client.evaluate({ revision, text: doc.toString(), options: ofText.peek() })
}

effect(() => {
  // The pool that the cursor is in is read, and stays so where the cursor is in none.
  const now = evaluation.value
  const pool = poolAt(now?.result.pools ?? [], cursor.value.offset)
  if (pool && now?.doc === request.peek().doc && pool.id !== now?.result.pools[now.result.pool]?.id) chosenPool.value = pool.id
})

effect(() => {
  // A half-written text stays where it was.
  const { region, accountId } = broken.value ? placeOfText.peek() : reading.value ?? {}
  const { region: was, accountId: of } = placeOfText.peek()
  if (region !== was || accountId !== of) placeOfText.value = { ...(region && { region }), ...(accountId && { accountId }) }
})

effect(() => {
  // In other surroundings the same text has another answer, and one under way is not it.
  void ofText.value
  const { doc, revision } = request.peek()
  if (!doc) return
  request.value = { doc, revision: revision + 1 }
  evaluateIn(0)
})
