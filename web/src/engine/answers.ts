// Reads what the program says: an answer as JSON, and the texts that follow it on lines of their own.

import type { Evaluation, Reply } from './types.ts'

/**
 * The answer of any verb but evaluate.
 * @throws TypeError when an option has a wrong value or an argument is out of range.
 * @throws Error when the program failed.
 */
export function readAnswer(verb: string, said: string): unknown {
  return read(verb, said)
}

type Origins = Reply['origins']

/**
 * The answer of evaluate; it throws as {@link readAnswer} does.
 * @param lines of what the program said: the answer, the reply's body, the same on the wire, and its origins.
 * @param originsOf reads the text of the origins, when they are first asked for.
 */
export function readEvaluation(lines: readonly string[], originsOf?: (text: string) => Origins): Evaluation {
  return readReplied('evaluate', lines, originsOf) as Evaluation
}

/** The answer of any verb that answers with a reply, in the same lines. */
export function readReplied(verb: string, [first, body, wire, origins]: readonly string[], originsOf = (text: string): Origins => JSON.parse(text) as Origins): { reply: Reply } {
  const answer = read(verb, first!) as { reply: Reply }
  answer.reply.body = body!
  answer.reply.wire = wire!
  later(answer.reply, 'origins', () => originsOf(origins!))
  return answer
}

/** Reads origins as JSON, a text that comes again as the object of before: few letters change where a value comes from. */
export function rememberingOrigins(): (text: string) => Origins {
  let before = { text: '{}', origins: {} as Origins }
  return (text) => (text === before.text ? before : before = { text, origins: JSON.parse(text) as Origins }).origins
}

function read(verb: string, said: string): unknown {
  const { answer, wrong, crash } = JSON.parse(said) as { answer?: unknown, wrong?: string, crash?: string }
  if (wrong !== undefined) throw new TypeError(`${verb}: ${wrong}`)
  if (crash !== undefined) throw new Error(`It failed: ${crash}.`)
  return answer
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
