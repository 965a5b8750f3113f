import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'

/** The pool, tried by its users. */
export const view: ReplyView = { id: 'try', label: 'Try', View: later('TryBody'), stays: true }
