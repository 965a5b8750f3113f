// Keeps one engine running. At most one request is with it and one, the latest, waits; an answer to a text that has
// since changed is dropped. An engine that crashes or hangs is ended and another started from the compiled module.

import { rememberingOrigins } from '../../engine/answers.ts'
import { LoadFailure } from './failure.ts'
import type { Answer, Arguments, EvaluationRequest, FromWorker, Later, Question, ReadersState, ToWorker, Verb } from './protocol.ts'
import { readReading, type Reading } from './reading.ts'
import { SharedAnswer, type Said } from './shared.ts'
import type { Progress } from './transfer.ts'
import type { EngineWorker } from './trusted.ts'

/** How far the engine is. */
export type Phase =
  | { name: 'downloading', received: number, total: number }
  | { name: 'starting' }
  | { name: 'ready' }
  | { name: 'failed', title: string, detail: string }

/** What the client tells its owner. */
export interface Listener {
  phase(phase: Phase): void
  /** The answer to the latest request, and how long the engine took for it, in milliseconds. */
  answer(revision: number, reading: Reading, took: number): void
  /** What reads the latest request is on its way or could not be had; null once nothing waits for it. */
  readers(state: Exclude<ReadersState, { name: 'ready' }> | null): void
  /** True from the moment a request is with the engine until there is nothing to wait for. */
  busy(busy: boolean): void
  /** The engine was ended and another started. */
  restarted(reason: string): void
  /** The latest request is not tried again: it has ended the engine before. */
  gaveUp(reason: string): void
}

/** What the client needs of its surroundings. */
export interface Surroundings {
  download(progress: Progress, signal: AbortSignal): Promise<WebAssembly.Module>
  createWorker(): EngineWorker
  /** A worker that other pages have, too, and that downloads the engine by itself; null where there is none. */
  shareWorker?(): EngineWorker | null
  /** A program that few need, packed with gzip. Absent: the worker fetches it when it is needed. */
  later?(program: Later): Uint8Array<ArrayBuffer>
}

/** A question on its way to an answer. */
interface Asked {
  id: number
  question: Question
  resolve(answer: Answer<Verb>): void
  reject(reason: Error): void
}

const startLimit = 20_000

// An answer takes milliseconds, so that nobody takes two seconds without one for work. A long text is allowed more, and
// the first answer of an engine too: the browser has yet to compile what it runs, which a slow phone takes seconds for.
const answerLimit = 2_000
const limitPerHundredKilobytes = 500
const firstAnswerLimit = 5_000

// What has ended the engine is tried once more if it is the text on show, and a question not at all.
const crashesAllowed = 2
const remembered = 8
// Engines that end with nothing to answer are not at fault for any text; there is no use in starting them for ever.
const restartsInVain = 5

// So long a key may wait for its answer: what it waits it does not spend on a frame of its own before that of the answer.
const patience = 9
// After so many answers in a row that were later, no key waits until one is prompt again.
const lateAllowed = 2

/** Memory for answers; undefined where a browser has none to share. WebKitGTK is isolated and has no SharedArrayBuffer. */
function shareable(): SharedAnswer | undefined {
  try {
    return globalThis.crossOriginIsolated ? new SharedAnswer() : undefined
  } catch {
    return undefined
  }
}

/** The page's side of the engine. */
export class EngineClient {
  readonly #listener: Listener
  readonly #surroundings: Surroundings
  #module: WebAssembly.Module | undefined
  #worker: EngineWorker | undefined
  /** Whether the worker is one that other pages have, too. */
  #inCommon = false
  /** True once a common worker has failed: no other page's text is to end this one's engine twice. */
  #alone = false
  #ready = false
  #proven = false
  #inFlight: EvaluationRequest | undefined
  #waiting: EvaluationRequest | undefined
  /** The latest request where what reads it is still to be fetched. */
  #later: EvaluationRequest | undefined
  #readers: Parameters<Listener['readers']>[0] = null
  #asked: Asked | undefined
  #toAsk: Asked[] = []
  #lastId = 0
  #watchdog: ReturnType<typeof setTimeout> | undefined
  /** What has ended the engine, how often and how, the latest last. */
  readonly #culprits = new Map<string, { count: number, reason: string }>()
  #firstAnswer = true
  #inVain = 0
  #load: AbortController | undefined
  readonly #originsOf = rememberingOrigins()
  #shared: SharedAnswer | undefined
  /** How many answers in a row were not there within the patience that a key has. A single one may have met the collector. */
  #late = lateAllowed

  constructor(listener: Listener, surroundings: Surroundings) {
    this.#listener = listener
    this.#surroundings = surroundings
  }

  /** Downloads the engine and starts it. Call it again after a failure to retry. */
  async load(): Promise<void> {
    this.#load?.abort()
    const load = this.#load = new AbortController()
    this.#listener.phase({ name: 'downloading', received: 0, total: 0 })
    if (this.#join()) return
    try {
      this.#module ??= await this.#surroundings.download((received, total) => {
        if (!load.signal.aborted) this.#listener.phase({ name: 'downloading', received, total })
      }, load.signal)
    } catch (reason) {
      if (load.signal.aborted) return
      // What is still on its way would be told as progress, in the place of the failure.
      load.abort()
      this.#fail(reason)
      return
    }
    if (!load.signal.aborted) this.#start()
  }

  /** Asks for an evaluation; it takes the place of one that is still waiting. */
  evaluate(request: EvaluationRequest): void {
    this.#waiting = request
    this.#pump()
  }

  /** Fetches again what reads the latest request, after that has failed. */
  readAgain(): void {
    this.#readers = null
    if (this.#later) this.evaluate(this.#later)
  }

  /**
   * Takes the answer to the latest evaluation now if it comes within a moment, and tells the listener. Where memory is not
   * shared, or the answers before were slow, it comes later as a message.
   */
  takeAnswer(): void {
    if (!this.#shared || this.#late >= lateAllowed || !this.#inFlight || this.#waiting) return
    const said = this.#shared.read(this.#inFlight.revision, patience)
    this.#late = said ? 0 : this.#late + 1
    if (said) {
      this.#take(this.#inFlight.revision, said)
      this.#pump()
    }
  }

  /** Asks a question; it waits for the engine to be ready, and lets evaluations go first. */
  ask<V extends Verb>(verb: V, ...args: Arguments<V>): Promise<Answer<V>> {
    return new Promise((resolve, reject) => {
      // The worker answers a question with what belongs to its verb, which the type of a message cannot say.
      this.#toAsk.push({ id: ++this.#lastId, question: { verb, arguments: args }, resolve: resolve as Asked['resolve'], reject })
      this.#pump()
    })
  }

  /** Asks the worker that other pages have, too, if there is one. */
  #join(): boolean {
    // Memory for answers crosses to no such worker.
    const common = this.#alone || globalThis.crossOriginIsolated ? null : this.#surroundings.shareWorker?.()
    if (!common) return false
    this.#end()
    this.#inCommon = true
    this.#shared = undefined
    this.#use(common)
    this.#send({ op: 'start', module: undefined, later: undefined, answers: undefined })
    this.#watch(startLimit, `It did not start within ${startLimit / 1000} seconds.`)
    return true
  }

  #use(worker: EngineWorker): void {
    this.#worker = worker
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.#hear(event.data)
    worker.onmessageerror = () => this.#crash('An answer could not be read.')
    worker.onerror = (event) => {
      event.preventDefault()
      this.#crash(event.message || (this.#ready ? 'Its worker stopped.' : 'Its script could not be loaded: it is not on the server, or something blocks it.'))
    }
  }

  #start(): void {
    if (!this.#module) {
      void this.load()
      return
    }
    this.#listener.phase({ name: 'starting' })
    try {
      this.#startWorker(this.#module)
    } catch (reason) {
      this.#fail(new LoadFailure("The engine's worker was blocked", reason instanceof Error ? reason.message : String(reason)))
    }
  }

  #startWorker(module: WebAssembly.Module): void {
    this.#use(this.#surroundings.createWorker())
    const later = this.#surroundings.later ? { readers: this.#surroundings.later('readers'), service: this.#surroundings.later('service') } : undefined
    this.#late = lateAllowed
    // Not that of an engine before, which may be in the middle of an answer.
    this.#shared = shareable()
    try {
      this.#send({ op: 'start', module, later, answers: this.#shared?.memory })
    } catch (reason) {
      if (!this.#shared) throw reason
      this.#shared = undefined
      this.#send({ op: 'start', module, later, answers: undefined })
    }
    this.#watch(startLimit, `It did not start within ${startLimit / 1000} seconds.`)
  }

  #hear(message: FromWorker): void {
    switch (message.event) {
      case 'ready':
        clearTimeout(this.#watchdog)
        this.#ready = this.#proven = this.#firstAnswer = true
        this.#listener.phase({ name: 'ready' })
        break
      case 'downloading':
        if (this.#ready) return
        this.#listener.phase({ name: 'downloading', received: message.received, total: message.total })
        this.#watch(startLimit, `It did not start within ${startLimit / 1000} seconds.`)
        return
      case 'failed':
        // Asked by the page itself, the host may give more than it gives a worker.
        this.#fail(new LoadFailure(message.title, message.detail))
        return
      case 'loading':
        // Where a text waits for it, nothing else does.
        if (this.#asked) this.#watch(message.limit)
        return
      case 'loaded':
        // What was fetched is as new to the browser as an engine before its first answer.
        this.#firstAnswer = true
        if (this.#asked || this.#inFlight) this.#watchAnswer(this.#inFlight?.text, ...this.#asked?.question.arguments ?? [])
        return
      case 'later':
        if (this.#inFlight?.revision !== message.revision) return
        this.#answered()
        this.#later = this.#inFlight
        this.#inFlight = undefined
        if (!this.#readers) this.#tellReaders({ name: 'loading', received: 0, total: 0 })
        break
      case 'readers':
        if (message.state.name !== 'ready') {
          if (this.#readers) this.#tellReaders(message.state)
          return
        }
        this.#waiting ??= this.#later
        break
      case 'answer':
        this.#late = lateAllowed
        if (!this.#take(message.revision, message)) return
        break
      case 'written': {
        const said = this.#inFlight?.revision === message.revision ? this.#shared?.read(message.revision) : null
        // It was taken before this was told.
        if (!said || !this.#take(message.revision, said)) return
        if (said.took < patience) this.#late = 0
        break
      }
      case 'told': {
        this.#answered()
        const asked = this.#asked
        this.#asked = undefined
        asked?.resolve(message.answer)
        break
      }
      case 'refused': {
        this.#answered()
        const asked = this.#asked
        this.#asked = undefined
        asked?.reject(new TypeError(message.reason))
        break
      }
      case 'crashed':
        this.#crash(message.reason)
        return
    }
    this.#pump()
  }

  /** Takes an answer to what is in flight; false where it ends the engine. */
  #take(revision: number, { lines, took }: Said): boolean {
    let reading: Reading
    try {
      reading = readReading(lines, this.#inFlight?.text ?? '', this.#originsOf)
    } catch (reason) {
      this.#crash(reason instanceof Error ? reason.message : String(reason))
      return false
    }
    this.#answered()
    this.#inFlight = undefined
    if (this.#readers) this.#tellReaders(null)
    // A newer text is waiting: this answer's places in the text are no longer right.
    if (!this.#waiting) this.#listener.answer(revision, reading, took)
    return true
  }

  #tellReaders(state: Parameters<Listener['readers']>[0]): void {
    this.#readers = state
    this.#listener.readers(state)
  }

  #answered(): void {
    clearTimeout(this.#watchdog)
    this.#firstAnswer = false
    this.#inVain = 0
  }

  #pump(): void {
    if (this.#ready && !this.#inFlight && !this.#asked && this.#waiting) {
      const request = this.#waiting
      this.#waiting = undefined
      const culprit = this.#culpritOf(request)
      if (culprit && culprit.count >= crashesAllowed) {
        this.#listener.gaveUp(culprit.reason)
      } else {
        this.#inFlight = request
        this.#later = undefined
        // What has failed is fetched again when somebody says so, and not with each letter.
        this.#send({ op: 'evaluate', request, fetch: this.#readers?.name !== 'failed' })
        this.#watchAnswer(request.text)
      }
    }
    while (this.#ready && !this.#inFlight && !this.#asked && this.#toAsk.length > 0) {
      const asked = this.#toAsk.shift()!
      const culprit = this.#culpritOf(asked.question)
      if (culprit) {
        asked.reject(new Error(culprit.reason))
        continue
      }
      this.#asked = asked
      this.#send({ op: 'ask', id: asked.id, question: asked.question })
      this.#watchAnswer(...asked.question.arguments)
    }
    this.#listener.busy(this.#inFlight !== undefined || this.#waiting !== undefined && this.#asked !== undefined)
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #watchAnswer(...of: unknown[]): void {
    const length = Math.max(0, ...of.map((argument) => (typeof argument === 'string' ? argument.length : 0)))
    this.#watch((this.#firstAnswer ? firstAnswerLimit : answerLimit) + Math.floor(length / 100_000) * limitPerHundredKilobytes)
  }

  #watch(limit: number, reason = `It gave no answer within ${limit / 1000} seconds.`): void {
    clearTimeout(this.#watchdog)
    const due = performance.now() + limit
    this.#watchdog = setTimeout(() => {
      // Where the page itself stood still, asleep or put by, so did the engine.
      if (performance.now() - due > limit) this.#watch(limit, reason)
      else this.#crash(reason)
    }, limit)
  }

  #crash(reason: string): void {
    const startedBefore = this.#ready
    const inCommon = this.#inCommon
    this.#end()
    if (!startedBefore && inCommon) {
      void this.load()
      return
    }
    if (!startedBefore) {
      this.#fail(new LoadFailure('The engine could not be started', reason))
      return
    }
    const culprit = this.#inFlight ?? this.#asked?.question
    if (culprit) this.#remember(nameOf(culprit), reason)
    this.#waiting ??= this.#inFlight ?? this.#later
    this.#inFlight = undefined
    // Asked again it might end the engine again, so the one who asked is told.
    this.#asked?.reject(new Error(reason))
    this.#asked = undefined
    if (!culprit && ++this.#inVain > restartsInVain) {
      this.#fail(new LoadFailure('The engine keeps ending', reason))
      return
    }
    this.#listener.restarted(reason)
    this.#start()
  }

  #culpritOf(of: EvaluationRequest | Question): { count: number, reason: string } | undefined {
    return this.#culprits.size > 0 ? this.#culprits.get(nameOf(of)) : undefined
  }

  #remember(name: string, reason: string): void {
    const count = (this.#culprits.get(name)?.count ?? 0) + 1
    this.#culprits.delete(name)
    this.#culprits.set(name, { count, reason })
    if (this.#culprits.size > remembered) this.#culprits.delete(this.#culprits.keys().next().value!)
  }

  #fail(reason: unknown): void {
    this.#end()
    // One that has never started may itself be at fault, so a retry fetches it anew.
    if (!this.#proven) this.#module = undefined
    const failure = reason instanceof LoadFailure
      ? reason
      : new LoadFailure('The engine could not be loaded', reason instanceof Error ? reason.message : String(reason))
    this.#listener.phase({ name: 'failed', title: failure.title, detail: failure.message })
  }

  #end(): void {
    clearTimeout(this.#watchdog)
    this.#ready = false
    if (!this.#worker) return
    if (this.#inCommon) this.#alone = true
    this.#inCommon = false
    this.#worker.onmessage = this.#worker.onerror = this.#worker.onmessageerror = null
    this.#worker.terminate()
    this.#worker = undefined
  }
}

/** What tells a request or a question from others. */
function nameOf(of: EvaluationRequest | Question): string {
  return JSON.stringify('verb' in of ? [of.verb, of.arguments] : ['evaluate', of.text, of.options])
}
