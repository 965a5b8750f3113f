// What a text in another language does not tell: the engine is asked about the request in JSON, which leaves it out.

import type { Checked, Options, UnknownValue } from '../engine/types.ts'

/** Options under which the engine knows which values the request leaves out since only a deployment tells them. */
export function withUnknowns(options: Options, unknowns: readonly UnknownValue[]): Options {
  return unknowns.length === 0 ? options : { ...options, expressions: Object.fromEntries(unknowns.map(({ pointer, expression }) => [pointer, expression])) }
}

/** What a text leaves open of its pool: what only a deployment tells, and what its tool sets by another call. */
export function leftOpen({ unknowns, problems }: Pick<Checked, 'unknowns' | 'problems'>): { pointer: string, why: string }[] {
  return [
    ...unknowns.map(({ pointer, expression }) => ({ pointer, why: `It depends on ${expression}, which is known only when the text is deployed.` })),
    ...problems.filter(({ rule, pointer }) => rule === 'left-out' && pointer !== '').map(({ pointer, message }) => ({ pointer, why: message })),
  ]
}

/** Options under which `plan` wants what is left open to stay as the pool has it. */
export function keepingOpen(options: Options, text: Pick<Checked, 'unknowns' | 'problems'>): Options {
  const open = leftOpen(text)
  return open.length === 0 ? options : { ...options, expressions: Object.fromEntries(open.map(({ pointer }) => [pointer, ''])) }
}
