// Reads what the program says: an answer as JSON, and the texts that follow it on lines of their own.

import type { Evaluation, Reply } from './types.ts'

/**
 * The answer of any verb but evaluate.
 * @throws TypeError when an option has a wrong value or an argument is out of range.
 * @throws Error when the program failed.
 */
export function readAnswer(verb: string, said: string): unknown {
  return read(verb, said).answer
}

/** The answer of evaluate; it throws as {@link readAnswer} does. */
export function readEvaluation(said: string): Evaluation {
  const { answer, apart: [body, wire, origins] } = read('evaluate', said)
  const evaluation = answer as Evaluation
  evaluation.reply.body = body!
  evaluation.reply.wire = wire!
  later(evaluation.reply, 'origins', () => JSON.parse(origins!) as Reply['origins'])
  return evaluation
}

function read(verb: string, said: string): { answer: unknown, apart: string[] } {
  const [first, ...apart] = said.split('\n')
  const { answer, wrong, crash } = JSON.parse(first!) as { answer?: unknown, wrong?: string, crash?: string }
  if (wrong !== undefined) throw new TypeError(`${verb}: ${wrong}`)
  if (crash !== undefined) throw new Error(`It failed: ${crash}.`)
  return { answer, apart }
}

/** Makes a property that is worked out when it is first read: origins are most of an answer, and not everyone asks for them. */
function later<T, K extends keyof T>(object: T, key: K, make: () => T[K]): void {
  const own = (value: T[K]): PropertyDescriptor => ({ value, writable: true, enumerable: true, configurable: true })
  Object.defineProperty(object, key, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make()
      Object.defineProperty(object, key, own(value))
      return value
    },
    set(value: T[K]) { Object.defineProperty(object, key, own(value)) },
  })
}
