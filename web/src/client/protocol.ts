import type { Contract, Evaluation, Import, Options } from '../engine/types.ts'

/** One text to evaluate; the revision tells its answer from those of other texts. */
export interface EvaluationRequest {
  revision: number
  text: string
  options: Options
}

/** What is asked once, beside the evaluations that follow the typing. */
export type Question =
  | { op: 'contract' }
  | { op: 'import', text: string, options: Options }

/** The answer to each question. */
export interface Answers {
  contract: Contract
  import: Import
}

/** What the page asks of the worker. */
export type ToWorker =
  | { op: 'start', module: WebAssembly.Module }
  | { op: 'evaluate', request: EvaluationRequest }
  | { op: 'ask', id: number, question: Question }

/** What the worker tells the page. */
export type FromWorker =
  | { event: 'ready' }
  | { event: 'answer', revision: number, evaluation: Evaluation }
  | { event: 'told', id: number, answer: Answers[keyof Answers] }
  | { event: 'crashed', reason: string }
