import { announce } from '../core/announcement.ts'
import { pointerParts } from '../core/body.ts'
import { replyInSight } from '../core/store.ts'
import { filling } from '../form/form.ts'
import { landOnPointer } from '../request/current.ts'

/** The member of the request that a value of the reply stands for; nothing of it has to be there. */
export const memberOf = (pointer: string): string => pointer.replace(/^\/UserPool/, '')

/** Writes a default of the reply into the request, where it can be changed. Where it stands in a block, the block is written. */
export async function writeIn(pointer: string): Promise<void> {
  const parts = pointerParts(pointer)
  let value: unknown = JSON.parse(replyInSight.peek()?.body ?? 'null')
  let wanted = ''
  for (const part of parts) {
    // An element cannot be there without its list: the list as a whole is written.
    if (Array.isArray(value)) break
    value = (value as Record<string, unknown> | null)?.[part]
    wanted += `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`
  }
  const made = await filling.change({ op: 'set', pointer: memberOf(wanted), value: JSON.stringify(value) })
  if (made === null) announce(`It could not be written. ${filling.refused.peek()?.why ?? ''}`)
  else landOnPointer(made)
}
