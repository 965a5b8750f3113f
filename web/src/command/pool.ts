import type { Engine, Opened, Options } from '../engine/engine.ts'
import { openAs, type Named } from '../core/command-call.ts'
import { Failure } from './failures.ts'
import { holdTo, type Values } from './run.ts'
import { readText } from './texts.ts'

/**
 * The pool of a file, with the state in which it is there.
 * @param named is the pool that the calls on it name; `taken` is its Id where the file says none.
 */
export async function openPool(engine: Engine, file: string, options: Options, values: Values, named: Named | null = null): Promise<Opened & { state: string, taken: string | null }> {
  const text = await readText(file)
  holdTo(file, await engine.check(text, options), values)
  const { found: { state, ...opened }, taken } = await openAs(named, options, async (options) => engine.open(text, options))
  if (state === null) throw new Failure(`${file} says no pool: ${opened.problems.find(({ severity }) => severity === 'error')?.message ?? 'nothing of one is found in it.'}`)
  return { ...opened, state, taken }
}
