import type { UnknownValue } from '../engine/types.ts'

/** The languages whose expressions a target has, too. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  'cloudformation-yaml': ['cloudformation', 'sam'], 'cloudformation-json': ['cloudformation', 'sam'], terraform: ['terraform'],
}

/** What a target is to write for values that are known only at deployment: `options.expressions` of `exportAs`. */
export function expressionsFor(target: string, language: string, unknowns: readonly UnknownValue[]): Record<string, string> {
  const speaks = spoken[target]?.includes(language) ?? false
  return Object.fromEntries(unknowns.map(({ pointer, expression }) => [pointer, speaks ? expression : '']))
}
