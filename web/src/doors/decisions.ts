// What can be changed about a pool once it is made, and at which price, out of the request as fields.

import { pointerParts } from '../core/body.ts'
import type { Field } from '../engine/types.ts'

/** What can be changed, by what an update does to it when it leaves it out. */
export const changes: readonly { title: string, about: string, update: Field['update'] }[] = [
  { title: 'Reset by an update that leaves it out', about: 'UpdateUserPool changes these. A call that leaves one out resets it to its default, or it is not known what becomes of it.', update: 'reset' },
  { title: 'Can be changed at any time', about: 'UpdateUserPool changes these, and a call that leaves one out keeps it.', update: 'kept' },
]

/** The decisions that stand for ever, defaults included. */
export const forEverOf = (fields: readonly Field[]): Field[] => fields.filter(({ forEver }) => forEver)

/** The fields of one kind of change. */
export const changeable = (fields: readonly Field[], update: Field['update']): Field[] =>
  fields.filter((field) => field.update === update || update === 'reset' && field.update === 'unknown')

/** What is decided: the request's JSON on one line, or what comes of leaving it out. */
export function decided(request: string | null, { given, pointer, default: left }: Field): string {
  if (!given) return left
  try {
    let value: unknown = JSON.parse(request ?? 'null')
    for (const part of pointerParts(pointer)) value = (value as Record<string, unknown> | null)?.[part]
    return JSON.stringify(value) ?? ''
  } catch {
    return left
  }
}
