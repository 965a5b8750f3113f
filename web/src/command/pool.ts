import type { Engine, Opened, Options } from '../engine/engine.ts'
import { Failure } from './failures.ts'
import { holdTo, type Values } from './run.ts'
import { readText } from './texts.ts'

/** The pool of a file, with the state in which it is there. */
export async function openPool(engine: Engine, file: string, options: Options, values: Values): Promise<Opened & { state: string }> {
  const text = await readText(file)
  holdTo(file, await engine.check(text, options), values)
  const { state, ...opened } = await engine.open(text, options)
  if (state === null) throw new Failure(`${file} says no pool: ${opened.problems.find(({ severity }) => severity === 'error')?.message ?? 'nothing of one is found in it.'}`)
  return { ...opened, state }
}
