import { signal } from '@preact/signals'
import { later } from '../core/ui/later.tsx'
import type { RequestView } from '../core/views.ts'
import { FormatButton, LeaveHint } from '../request/editor-view.tsx'
import type { Range } from '../request/editor/place.ts'
import style from './plain.css'

const Body = later<object>('PlainBody')

/**
 * The request in a text field of the browser's own, for assistive technology that prefers one. The editor behind it keeps
 * the text, so undo is the same in all views.
 */
export const view: RequestView = {
  id: 'plain', label: 'Plain text', View: () => <Body />, Actions: FormatButton, Hint: LeaveHint, style, asText: true, personal: true,
  land({ range }) { target.value = range() },
}

/** The range that the field is asked to select; a new object each time. */
export const target = signal<Range | null>(null)
