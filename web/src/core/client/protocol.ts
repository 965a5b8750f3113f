import type { Engine, Options } from '../../engine/engine.ts'

/** One text to evaluate; the revision tells its answer from those of other texts. */
export interface EvaluationRequest {
  revision: number
  text: string
  options: Options
}

/** What the engine can be asked, by its own names. */
export type Verb = keyof Engine

/** The programs that few visits need. */
export type Later = 'readers' | 'service'

/** A verb's arguments and its answer. */
export type Arguments<V extends Verb> = Parameters<Engine[V]>
export type Answer<V extends Verb> = Awaited<ReturnType<Engine[V]>>

/** What is asked beside the evaluations that follow the typing. */
export interface Question {
  verb: Verb
  arguments: Arguments<Verb>
}

/** What the page asks of the worker. */
export type ToWorker =
  // Answers to evaluations are put into `answers`, where memory can be shared. A worker that several pages share is given no
  // module, since none crosses to it: it downloads its own.
  | { op: 'start', module: WebAssembly.Module | undefined, later: Readonly<Record<Later, Uint8Array<ArrayBuffer>>> | undefined, answers: SharedArrayBuffer | undefined }
  // What reads the text is fetched where that is needed and `fetch` is true.
  | { op: 'evaluate', request: EvaluationRequest, fetch: boolean }
  | { op: 'ask', id: number, question: Question }
  // The page asks no more. What others ask is answered as before.
  | { op: 'leave' }

/** How far the program is that reads other languages than JSON, while a text waits for it. */
export type ReadersState =
  | { name: 'loading', received: number, total: number }
  | { name: 'ready' }
  | { name: 'failed', why: string }

/** What the worker tells the page. */
export type FromWorker =
  | { event: 'ready' }
  // A worker that several pages share downloads its engine.
  | { event: 'downloading', received: number, total: number }
  | { event: 'failed', title: string, detail: string }
  // The answer takes longer, at most so many milliseconds, since something has to be fetched first.
  | { event: 'loading', limit: number }
  // It was fetched: from here on the answer takes no longer than others.
  | { event: 'loaded' }
  // It is not answered: what reads this text is fetched first. `readers` tells how that goes.
  | { event: 'later', revision: number }
  | { event: 'readers', state: ReadersState }
  // As the program says it: a text crosses in no time, and hundreds of objects do not. It took so many milliseconds.
  | { event: 'answer', revision: number, lines: readonly string[], took: number }
  // The answer is in the shared memory.
  | { event: 'written', revision: number }
  | { event: 'told', id: number, answer: Answer<Verb> }
  | { event: 'refused', id: number, reason: string }
  | { event: 'crashed', reason: string }
