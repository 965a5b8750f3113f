// What a text in another language does not tell: the engine is asked about the request in JSON, which leaves it out.

import type { Options, UnknownValue } from '../engine/types.ts'

/** Options under which the engine knows which values the request leaves out since only a deployment tells them. */
export function withUnknowns(options: Options, unknowns: readonly UnknownValue[]): Options {
  return unknowns.length === 0 ? options : { ...options, expressions: Object.fromEntries(unknowns.map(({ pointer, expression }) => [pointer, expression])) }
}
