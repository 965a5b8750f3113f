// Keeps one engine running. At most one request is with it and one, the latest, waits; an answer to a text that has
// since changed is dropped. An engine that crashes or hangs is ended and another started from the compiled module.

import type { Evaluation } from '../engine/types.ts'
import type { Progress } from './download.ts'
import { LoadFailure } from './failure.ts'
import type { Answer, Arguments, EvaluationRequest, FromWorker, Question, ToWorker, Verb } from './protocol.ts'

/** How far the engine is. */
export type Phase =
  | { name: 'downloading', received: number, total: number }
  | { name: 'starting' }
  | { name: 'ready' }
  | { name: 'failed', title: string, detail: string }

/** What the client tells its owner. */
export interface Listener {
  phase(phase: Phase): void
  /** The answer to the latest request. */
  answer(revision: number, evaluation: Evaluation): void
  /** True from the moment a request is with the engine until there is nothing to wait for. */
  busy(busy: boolean): void
  /** The engine was ended and another started; `gaveUp` when the same text has ended it twice. */
  restarted(reason: string, gaveUp: boolean): void
}

/** What the client needs of its surroundings. */
export interface Surroundings {
  download(progress: Progress, signal: AbortSignal): Promise<WebAssembly.Module>
  createWorker(): Worker
  /** The program that reads other languages, packed with gzip. Absent: the worker fetches it when it is needed. */
  readers?(): Blob
}

/** A question on its way to an answer. */
interface Asked {
  id: number
  question: Question
  resolve(answer: Answer<Verb>): void
  reject(reason: Error): void
}

const evaluationLimit = 4_000
const startLimit = 20_000
const crashesAllowed = 2

/** The page's side of the engine. */
export class EngineClient {
  readonly #listener: Listener
  readonly #surroundings: Surroundings
  #module: WebAssembly.Module | undefined
  #worker: Worker | undefined
  #ready = false
  #proven = false
  #inFlight: EvaluationRequest | undefined
  #waiting: EvaluationRequest | undefined
  #asked: Asked | undefined
  #toAsk: Asked[] = []
  #lastId = 0
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #crashes = { revision: -1, count: 0 }
  #load: AbortController | undefined

  constructor(listener: Listener, surroundings: Surroundings) {
    this.#listener = listener
    this.#surroundings = surroundings
  }

  /** Downloads the engine and starts it. Call it again after a failure to retry. */
  async load(): Promise<void> {
    this.#load?.abort()
    const load = this.#load = new AbortController()
    this.#listener.phase({ name: 'downloading', received: 0, total: 0 })
    try {
      this.#module ??= await this.#surroundings.download((received, total) => {
        if (!load.signal.aborted) this.#listener.phase({ name: 'downloading', received, total })
      }, load.signal)
    } catch (reason) {
      if (!load.signal.aborted) this.#fail(reason)
      return
    }
    if (!load.signal.aborted) this.#start()
  }

  /** Asks for an evaluation; it takes the place of one that is still waiting. */
  evaluate(request: EvaluationRequest): void {
    this.#waiting = request
    this.#pump()
  }

  /** Asks a question; it waits for the engine to be ready, and lets evaluations go first. */
  ask<V extends Verb>(verb: V, ...args: Arguments<V>): Promise<Answer<V>> {
    return new Promise((resolve, reject) => {
      // The worker answers a question with what belongs to its verb, which the type of a message cannot say.
      this.#toAsk.push({ id: ++this.#lastId, question: { verb, arguments: args }, resolve: resolve as Asked['resolve'], reject })
      this.#pump()
    })
  }

  #start(): void {
    if (!this.#module) return
    this.#listener.phase({ name: 'starting' })
    let worker: Worker
    try {
      worker = this.#worker = this.#surroundings.createWorker()
    } catch (reason) {
      this.#fail(new LoadFailure("The engine's worker was blocked", reason instanceof Error ? reason.message : String(reason)))
      return
    }
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.#hear(event.data)
    worker.onmessageerror = () => this.#crash('An answer could not be read.')
    worker.onerror = (event) => {
      event.preventDefault()
      this.#crash(event.message || 'Its worker stopped.')
    }
    this.#send({ op: 'start', module: this.#module, readers: this.#surroundings.readers?.() })
    this.#watch(startLimit, `It did not start within ${startLimit / 1000} seconds.`)
  }

  #hear(message: FromWorker): void {
    switch (message.event) {
      case 'ready':
        clearTimeout(this.#watchdog)
        this.#ready = this.#proven = true
        this.#listener.phase({ name: 'ready' })
        break
      case 'loading':
        this.#watch(message.limit, `It gave no answer within ${message.limit / 1000} seconds.`)
        return
      case 'answer': {
        clearTimeout(this.#watchdog)
        this.#inFlight = undefined
        // A newer text is waiting: this answer's places in the text are no longer right.
        if (!this.#waiting) this.#listener.answer(message.revision, message.evaluation)
        break
      }
      case 'told': {
        clearTimeout(this.#watchdog)
        const asked = this.#asked
        this.#asked = undefined
        asked?.resolve(message.answer)
        break
      }
      case 'refused': {
        clearTimeout(this.#watchdog)
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

  #pump(): void {
    if (this.#ready && !this.#inFlight && !this.#asked && this.#waiting) {
      const request = this.#waiting
      this.#waiting = undefined
      if (!this.#gaveUpOn(request)) {
        this.#inFlight = request
        this.#send({ op: 'evaluate', request })
        this.#watch(evaluationLimit, `It gave no answer within ${evaluationLimit / 1000} seconds.`)
      }
    }
    if (this.#ready && !this.#inFlight && !this.#asked) {
      const asked = this.#asked = this.#toAsk.shift()
      if (asked) {
        this.#send({ op: 'ask', id: asked.id, question: asked.question })
        this.#watch(evaluationLimit, `It gave no answer within ${evaluationLimit / 1000} seconds.`)
      }
    }
    this.#listener.busy(this.#inFlight !== undefined || this.#waiting !== undefined && this.#asked !== undefined)
  }

  #gaveUpOn(request: EvaluationRequest): boolean {
    return this.#crashes.revision === request.revision && this.#crashes.count >= crashesAllowed
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #watch(limit: number, reason: string): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.#crash(reason), limit)
  }

  #crash(reason: string): void {
    const startedBefore = this.#ready
    this.#end()
    if (!startedBefore) {
      this.#fail(new LoadFailure('The engine could not be started', reason))
      return
    }
    // Asked again it might end the engine again, so the one who asked is told.
    this.#asked?.reject(new Error(reason))
    this.#asked = undefined
    const culprit = this.#inFlight
    this.#inFlight = undefined
    if (culprit) {
      const count = this.#crashes.revision === culprit.revision ? this.#crashes.count + 1 : 1
      this.#crashes = { revision: culprit.revision, count }
      this.#waiting ??= culprit
    }
    this.#listener.restarted(reason, this.#waiting !== undefined && this.#gaveUpOn(this.#waiting))
    this.#start()
    this.#pump()
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
    this.#worker.onmessage = this.#worker.onerror = this.#worker.onmessageerror = null
    this.#worker.terminate()
    this.#worker = undefined
  }
}
