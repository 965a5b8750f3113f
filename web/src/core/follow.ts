import type { Text } from '@codemirror/state'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Options } from '../engine/engine.ts'
import type { Answer, Arguments, Verb } from './client/protocol.ts'
import { options } from './options.ts'
import { around, ask, broken, evaluation, request, requestText } from './store.ts'

/** The newest answer about the request. */
export interface Followed<A> {
  /** Null before the first answer. It may belong to a text that has since changed: `doc` is the one that it is about. */
  answer: A | null
  doc: Text | null
  /** Why there is no newer answer; null when nothing is wrong. */
  failure: string | null
}

/** Of a request in JSON nothing has to be told before more is asked. */
const foreignEvaluation = computed(() => evaluation.value?.result.foreign ? evaluation.value : null)

/** Long enough for the text's evaluation, which is seen first, to go ahead. */
const askAfter = 70

/** What went wrong, in words. */
export function wordsOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}

/** What stands where an answer is still to come. A text that makes no request brings none. */
export function awaiting(what: string): string {
  return requestText.value === null && broken.value ? 'This view was not open then. Mend the text to see it.' : `Reading ${what}…`
}

/**
 * Asks the engine anew whenever the text or the surroundings change, as long as someone looks. One question is on its way
 * at most; what changes meanwhile is asked once it is answered.
 * @param wanted whether someone looks. What else the arguments depend on is to be read here, so that its changes are seen.
 */
export function follow<V extends Verb>(
  wanted: () => boolean, verb: V, argumentsFor: (request: string, options: Options) => Arguments<V>,
): ReadonlySignal<Followed<Answer<V>>> {
  const followed = signal<Followed<Answer<V>>>({ answer: null, doc: null, failure: null })
  let asking = false
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const askNow = async (): Promise<void> => {
    const { doc } = request.peek()
    const text = requestText.peek()
    // What a text in another language says is told with its evaluation, which is followed, too.
    if (!doc || text === null) return
    again = asking
    if (asking) return
    asking = true
    try {
      followed.value = { answer: await ask(verb, ...argumentsFor(text, around.peek())), doc, failure: null }
    } catch (reason) {
      followed.value = { ...followed.peek(), failure: wordsOf(reason) }
    }
    asking = false
    if (again) void askNow()
  }
  effect(() => {
    void request.value
    void options.value
    void foreignEvaluation.value
    clearTimeout(timer)
    const { answer } = followed.peek()
    if (wanted()) timer = setTimeout(() => void askNow(), answer ? askAfter : 0)
    // Shown again, an answer of long ago would be taken for that of now.
    else if (answer) followed.value = { answer: null, doc: null, failure: null }
  })
  return followed
}
