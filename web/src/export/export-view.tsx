import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'
import { id } from './export.ts'

/** The request in the words of another tool, to copy or to save. */
export const view: ReplyView = { id, label: 'Export', View: later('ExportBody'), follows: true }
