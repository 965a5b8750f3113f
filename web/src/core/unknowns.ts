// What a text in another language does not tell, and what its tool does after the request: the engine is asked about the
// request in JSON, which has neither.

import { expressionsOf, setLater, withUnknowns, type Told } from '../engine/told.ts'
import type { Checked, Opened, Options } from '../engine/types.ts'

/** What a text leaves open of its pool: what only a deployment tells, and what its tool sets by a call that the text does not tell. */
export function leftOpen({ unknowns, problems, calls }: Told & Pick<Checked, 'problems'>): { pointer: string, why: string }[] {
  const later = setLater(calls)
  return [
    ...unknowns.map(({ pointer, expression }) => ({ pointer, why: `It depends on ${expression}, which is known only when the text is deployed.` })),
    ...problems.filter(({ rule, pointer }) => rule === 'left-out' && pointer !== '' && !(pointer.slice(1) in later)).map(({ pointer, message }) => ({ pointer, why: message })),
  ]
}

/** Options under which `plan` wants what is left open to stay as the pool has it. */
export function keepingOpen(options: Options, text: Told & Pick<Checked, 'problems'>): Options {
  const open = Object.fromEntries(leftOpen(text).map(({ pointer }) => [pointer, '']))
  const expressions = { ...open, ...expressionsOf(text.unknowns) }
  return { ...withUnknowns(options, text), ...(Object.keys(expressions).length === 0 ? {} : { expressions }) }
}

/** The examples in a text for what only a deployment knows, by the member that each stands for: nobody should send them. */
export function standIns({ problems, reply }: Pick<Opened, 'problems' | 'reply'>, text: string): { member: string, example: string }[] {
  const pool: unknown = (JSON.parse(reply.body) as { UserPool?: unknown }).UserPool
  return problems.filter(({ rule, pointer }) => rule === 'unknown-value' && pointer !== '').flatMap(({ pointer }) => {
    const steps = pointer.slice(1).split('/')
    const example = steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], pool)
    return typeof example === 'string' && text.includes(JSON.stringify(example)) ? [{ member: steps.join('.'), example }] : []
  })
}
