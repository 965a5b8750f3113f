import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'
import style from './update.css'

/** What an update does to the pool. */
export const view: ReplyView = { id: 'update', label: 'Update', View: later('UpdateBody'), style }
