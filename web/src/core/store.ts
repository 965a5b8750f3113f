// The page's state and what moves it: the text, the engine's phase, and what the engine says of the text.

import type { Text } from '@codemirror/state'
import { computed, effect, signal } from '@preact/signals'
import { EngineClient, type Phase } from './client/client.ts'
import { download } from './client/download.ts'
import { inlinedReaders, unpackEngine } from './client/inlined.ts'
import type { Progress } from './client/transfer.ts'
import { createWorker } from './client/trusted.ts'
import type { Answer, Arguments, Verb } from './client/protocol.ts'
import type { Evaluation, Options, Problem, Reply } from '../engine/types.ts'
import { setAside } from '../draft/aside.ts'
import { keepDraft, type KeptDraft } from '../draft/draft.ts'
import { sample } from './examples.ts'
import { stillLinked } from '../share/sharing.ts'
import { storageRefused } from './storage.ts'
import { optionsOf, surroundings } from '../surroundings/surroundings.ts'

/** An engine that answers within a frame is asked at each letter. A slower one waits for a pause in typing. */
const atOnce = 16
const evaluateAfter = 60
const keepAfter = 500
const slowAfter = 300

/** Every evaluation of a visit says the same time, so that a reply changes only when the text does. */
const now = Date.now()

/** What the engine is told beside the text. */
export const options = computed<Options>(() => optionsOf(surroundings.value, now))

/** The text and the number of changes that led to it. */
export const request = signal<{ doc: Text | null, revision: number }>({ doc: null, revision: 0 })

/** How far the engine is. */
export const phase = signal<Phase>({ name: 'downloading', received: 0, total: 0 })

/** The newest evaluation; it may belong to a text that has since changed. */
export const evaluation = signal<{ doc: Text, result: Evaluation } | null>(null)

/** The newest reply to a text that was JSON. */
export const lastReadableReply = signal<Reply | null>(null)

/** True when an answer has been awaited for long enough to say so. */
export const slow = signal(false)

/** Why the engine was restarted; null when it was not, or when that has been read. */
export const restart = signal<{ reason: string, gaveUp: boolean } | null>(null)

/** Whether the text is kept for the next visit, and why not; null before it is tried. */
export const draftKept = signal<KeptDraft['outcome'] | null>(null)

/** All that is known of the text, by place. */
export const problems = computed<readonly Problem[]>(() =>
  [...evaluation.value?.result.problems ?? []].sort((a, b) => a.from - b.from || a.to - b.to))

/** The answer of the service; null before the first evaluation. */
export const reply = computed(() => evaluation.value?.result.reply ?? null)

/** True while the text is no JSON. */
export const broken = computed(() => problems.value.some((problem) => problem.stage === 'syntax' && problem.severity === 'error'))

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
    if (!broken.peek()) lastReadableReply.value = result.reply
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
}, SINGLE_FILE ? { download: unpackEngine, createWorker, readers: inlinedReaders } : { download: downloadEngine, createWorker })

/** Loads the engine; again after a failure. */
export function loadEngine(): Promise<void> {
  return client.load()
}

/** Asks the engine something beside the text's evaluation. */
export function ask<V extends Verb>(verb: V, ...args: Arguments<V>): Promise<Answer<V>> {
  return client.ask(verb, ...args)
}

let evaluateTimer: ReturnType<typeof setTimeout> | undefined
let keepTimer: ReturnType<typeof setTimeout> | undefined

/** Takes a new text. It is evaluated at once, or when typing pauses if that is slow, and kept a moment later. */
export function changeText(doc: Text): void {
  const first = request.peek().doc === null
  const revision = request.peek().revision + 1
  request.value = { doc, revision }
  evaluateIn(first || Math.min(...lastTook) <= atOnce ? 0 : evaluateAfter)
  if (first || stillLinked(doc)) return
  clearTimeout(keepTimer)
  keepTimer = setTimeout(keepNow, keepAfter)
}

/** Shows the answer to a text that was just changed with the change itself, where the engine is fast enough. */
export function takeAnswer(): void {
  client.takeAnswer()
}

/** Keeps the draft now, if it waits to be kept. */
export function settleDraft(): void {
  if (keepTimer !== undefined) keepNow()
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

function evaluateNow(): void {
  const { doc, revision } = request.peek()
  if (!doc) return
  client.evaluate({ revision, text: doc.toString(), options: options.peek() })
}

effect(() => {
  // In other surroundings the same text has another answer, and one under way is not it.
  void options.value
  const { doc, revision } = request.peek()
  if (!doc) return
  request.value = { doc, revision: revision + 1 }
  evaluateIn(0)
})

function keepNow(): void {
  clearTimeout(keepTimer)
  keepTimer = undefined
  const { doc } = request.peek()
  if (!doc || storageRefused()) return
  const { outcome, other } = keepDraft(doc.toString(), sample)
  draftKept.value = outcome
  if (other !== null) setAside({ text: other, surroundings: JSON.stringify(surroundings.peek()), why: 'tab' })
}

// A tab that is closed within the pause would lose the last words. A phone ends what is out of sight without a word.
addEventListener('pagehide', settleDraft)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') settleDraft()
})
