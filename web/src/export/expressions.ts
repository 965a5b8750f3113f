import { withUnknowns, type Told } from '../engine/told.ts'
import type { Options } from '../engine/types.ts'

/** The languages whose expressions a target has, too. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  'cloudformation-yaml': ['cloudformation', 'sam'], 'cloudformation-json': ['cloudformation', 'sam'], terraform: ['terraform'],
}

/** The options of `exportAs` for a text that `check` has read: a target in the same language writes its expressions. */
export function expressedIn(target: string, read: Told & { language: string }, options: Options): Options {
  const { expressions, ...others } = withUnknowns(options, read)
  if (!expressions || spoken[target]?.includes(read.language)) return { ...others, ...(expressions ? { expressions } : {}) }
  return { ...others, expressions: Object.fromEntries(Object.keys(expressions).map((pointer) => [pointer, ''])) }
}
