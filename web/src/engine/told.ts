// What `check` says of a text in another language beside the request, and the options that carry it to the other verbs.

import type { Checked, Options } from './types.ts'

export type Told = Pick<Checked, 'unknowns' | 'calls'>

/** Options under which the engine knows which values the request leaves out since only a deployment tells them, and which calls follow. */
export function withUnknowns(options: Options, { unknowns, calls }: Told): Options {
  return {
    ...options,
    ...(unknowns.length === 0 ? {} : { expressions: expressionsOf(unknowns) }),
    ...(calls.length === 0 ? {} : { calls }),
  }
}

export function expressionsOf(unknowns: Told['unknowns']): Record<string, string> {
  return Object.fromEntries(unknowns.map(({ pointer, expression }) => [pointer, expression]))
}

/** What the tool's calls set, by member. */
export function setLater(calls: Told['calls']): Record<string, unknown> {
  return Object.assign({}, ...calls.map(({ request }) => JSON.parse(request) as object)) as Record<string, unknown>
}
