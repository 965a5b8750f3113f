// The engine as its program gives it: texts in, texts out. The page and its worker share this layer, so that what the
// program says crosses between them as it is and is read where it is wanted.

import { endOf, instantiate, run, watched } from './program.ts'
import { Readers } from './readers.ts'
import { keptState, resume } from './resume.ts'
import type { EngineSource } from './source.ts'

/** The function that the program hands over: see wasm/main_js.go. */
type Call = (verb: string, text: string, options: string, argument: string) => string

/** A program that has started. */
export interface OpenEngine {
  /**
   * Calls a verb and returns what the program says, for answers.ts to read.
   * @throws TypeError when an argument is of the wrong type.
   * @throws Error when the program has ended.
   */
  ask(verb: string, text: unknown, options?: unknown, argument?: unknown): string
  readonly readers: Readers
}

/**
 * Loads the program and starts it.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function openEngine(from: EngineSource): Promise<OpenEngine> {
  const go = new Go()
  const fate = watched(go)
  const { module, instance } = await instantiate('engine.wasm', from.wasm ?? new URL('./engine.wasm', import.meta.url), go.importObject, from.onProgress)
  const onEnd = (): void => from.onEnd?.(endOf(fate))
  const state = keptState(module)
  const call: Call = state ? resume(go, instance, state, onEnd) : run('engine.wasm', go, instance, onEnd)

  /** A program that was torn out of a call, or has ended, cannot be trusted again. */
  function ask(verb: string, text: unknown, options?: unknown, argument?: unknown): string {
    if (typeof text !== 'string') throw new TypeError(`${verb}: text has to be a string and not ${typeName(text)}`)
    if (options !== undefined && (typeof options !== 'object' || options === null)) {
      throw new TypeError(`${verb}: options has to be an object and not ${typeName(options)}`)
    }
    const spelt = [json('options', options), json('argument', argument)] as const
    let said: unknown
    try {
      if (fate.words === null) said = call(verb, text, ...spelt)
    } catch (reason) {
      fate.words = endOf(fate, reason)
    }
    if (typeof said !== 'string') throw new Error(fate.words ??= endOf(fate))
    return said
  }

  return { ask, readers: new Readers(from.readers, from.onReaders) }
}

/** The value as JSON text, '' for undefined. JSON would turn NaN and Infinity into null, which counts as absent. */
function json(name: string, value: unknown): string {
  if (value === undefined) return ''
  return JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new TypeError(`${key ? `${name}.${key}` : name} has to be a finite number and not ${part}`)
    return part
  })
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value
}
