import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'

/** What an update does to the pool. */
export const view: ReplyView = { id: 'update', label: 'Update', View: later('UpdateBody') }
