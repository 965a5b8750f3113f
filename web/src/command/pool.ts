import type { Engine, Options } from '../engine/engine.ts'
import { Failure } from './failures.ts'
import { readText } from './texts.ts'

/** The state in which the pool of a file is there. */
export async function openPool(engine: Engine, file: string, options: Options): Promise<string> {
  const { state, problems } = await engine.open(await readText(file), options)
  if (state === null) throw new Failure(`${file} says no pool: ${problems.find(({ severity }) => severity === 'error')?.message ?? 'nothing of one is found in it.'}`)
  return state
}
