import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'
import { id } from './comparison.ts'

/** The reply beside another one: what differs, line by line. */
export const view: ReplyView = { id, label: 'Compare', View: later('CompareBody'), stays: true }
