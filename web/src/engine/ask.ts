// A program with verbs: its one function with the checks of what JavaScript may hand over, and what becomes of it when it
// ends.

import { endOf, instantiate, run, watched } from './program.ts'
import { keptState, resume } from './resume.ts'
import type { OnProgress, Wasm } from './source.ts'

/** Calls a verb of a program and returns what it says. */
export type Ask = (verb: string, text: unknown, options?: unknown, argument?: unknown) => string

/**
 * Loads a program and starts it, from where the build left it if it was initialised there.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function openProgram(file: string, wasm: Wasm, onEnd: (why: string) => void, onProgress?: OnProgress): Promise<Ask> {
  const go = new Go()
  const fate = watched(go)
  const { module, instance } = await instantiate(file, wasm, go.importObject, onProgress)
  const ended = (): void => onEnd(endOf(fate))
  const state = keptState(module)
  const call = state ? resume(go, instance, state, ended) : run(file, go, instance, ended)

  /** A program that was torn out of a call, or has ended, cannot be trusted again. */
  return function ask(verb: string, text: unknown, options?: unknown, argument?: unknown): string {
    if (typeof text !== 'string') throw new TypeError(`${verb}: text has to be a string and not ${typeName(text)}`)
    if (options !== undefined && (typeof options !== 'object' || options === null)) {
      throw new TypeError(`${verb}: options has to be an object and not ${typeName(options)}`)
    }
    const spelt = [json('options', options), json('argument', argument)] as const
    let said: unknown
    try {
      if (fate.words === null) said = call([verb, ...spelt, text].join('\n'))
    } catch (reason) {
      fate.words = endOf(fate, reason)
    }
    if (typeof said !== 'string') throw new Error(fate.words ??= endOf(fate))
    return said
  }
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
