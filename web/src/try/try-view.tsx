import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'
import style from './try.css'

/** The pool, tried by its users. */
export const view: ReplyView = { id: 'try', label: 'Try', View: later('TryBody'), style }
