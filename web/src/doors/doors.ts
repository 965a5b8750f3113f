import { signal } from '@preact/signals'
import { follow } from '../core/follow.ts'
import { replyViews } from '../core/views.ts'

/** What names the view. Links live for ever, so that it never changes. */
export const id = 'doors'

/** The request's members, with what an update does to them. */
export const members = follow(() => replyViews.chosen.value === id, 'form', (text, options) => [text, options])

/** The decisions that are ticked off, each with the value that it was ticked with. */
export const ticked = signal<ReadonlyMap<string, string>>(new Map())
