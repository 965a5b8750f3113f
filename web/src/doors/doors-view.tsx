import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'
import { id } from './doors.ts'

/** What cannot be changed once the pool is made, to be ticked off one by one. */
export const view: ReplyView = { id, label: 'Permanent', View: later('DoorsBody'), follows: true }
