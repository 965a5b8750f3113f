import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'

/** What the checks that auditors run say of the pool. */
export const view: ReplyView = { id: 'audit', label: 'Audit', View: later('AuditBody') }
