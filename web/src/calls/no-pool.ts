import type { Opened } from '../engine/engine.ts'

/** Why a text opens no pool, before its errors. Without an error it is what a deployment has yet to tell. */
export function whyNoPool({ problems }: Opened): string {
  return problems.some(({ severity }) => severity === 'error')
    ? 'There is no pool, for these reasons:'
    : 'There is no pool yet: a value that it needs is known only at deployment. Set it under Parameters, or write a value in its place.'
}
