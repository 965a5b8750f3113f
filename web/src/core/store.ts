// The text, the engine's phase, and what the engine says of the text: what all features share, and what moves it.

import type { Text } from '@codemirror/state'
import { computed, effect, signal } from '@preact/signals'
import type { Evaluation, Problem, Reply } from '../engine/types.ts'
import { EngineClient, type Phase } from './client/client.ts'
import { download } from './client/download.ts'
import { inlinedLater, unpackEngine } from './client/inlined.ts'
import type { Answer, Arguments, Verb } from './client/protocol.ts'
import type { Progress } from './client/transfer.ts'
import { createWorker } from './client/trusted.ts'
import { options } from './options.ts'

/** An engine that answers within a frame is asked at each letter. A slower one waits for a pause in typing. */
const atOnce = 16
const evaluateAfter = 60
const slowAfter = 300

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

/** All that is known of the text, by place. */
export const problems = computed<readonly Problem[]>(() =>
  [...evaluation.value?.result.problems ?? []].sort((a, b) => a.from - b.from || a.to - b.to))

/** So many problems are shown and underlined; a text with more has other worries. */
export const problemsShown = 500

/** The answer of the service; null before the first evaluation. */
export const reply = computed(() => evaluation.value?.result.reply ?? null)

/** True while the text is no JSON. */
export const broken = computed(() => problems.value.some((problem) => problem.stage === 'syntax' && problem.severity === 'error'))

/** The reply in sight: while the text is no JSON, the last one stays. */
export const replyInSight = computed(() => (broken.value ? lastReadableReply.value : null) ?? reply.value)

/** True while the reply in sight is that of an earlier text. */
export const stale = computed(() => broken.value && lastReadableReply.value !== null)

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
}, SINGLE_FILE ? { download: unpackEngine, createWorker, later: inlinedLater } : { download: downloadEngine, createWorker })

/** Loads the engine; again after a failure. */
export function loadEngine(): Promise<void> {
  return client.load()
}

/** Asks the engine something beside the text's evaluation. */
export function ask<V extends Verb>(verb: V, ...args: Arguments<V>): Promise<Answer<V>> {
  return client.ask(verb, ...args)
}

let evaluateTimer: ReturnType<typeof setTimeout> | undefined

/** Takes a new text. It is evaluated at once, or when typing pauses if that is slow. */
export function changeText(doc: Text): void {
  const first = request.peek().doc === null
  const revision = request.peek().revision + 1
  request.value = { doc, revision }
  evaluateIn(first || Math.min(...lastTook) <= atOnce ? 0 : evaluateAfter)
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
