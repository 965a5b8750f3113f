import { effect, signal } from '@preact/signals'
import { keep, recall } from './storage.ts'

/** The ways to write the request. `plain` is a text field without the editor, for assistive technology that prefers one. */
export const requestViews = { json: 'JSON', form: 'Form', plain: 'Plain text' } as const

/** The ways to look at what comes of it. */
export const replyViews = { pool: 'Reply', words: 'In words', compare: 'Compare', export: 'Export', wire: 'Wire' } as const

/** One way to write the request. */
export type RequestView = keyof typeof requestViews

/** One way to look at what comes of it. */
export type ReplyView = keyof typeof replyViews

/** Tells whether a text names a way to write the request. */
export function isRequestView(name: unknown): name is RequestView {
  return typeof name === 'string' && Object.hasOwn(requestViews, name)
}

/** Tells whether a text names a way to look at the reply. */
export function isReplyView(name: unknown): name is ReplyView {
  return typeof name === 'string' && Object.hasOwn(replyViews, name)
}

const kept = recall('request-view')

/** How the request is written, remembered between visits. */
export const requestView = signal<RequestView>(isRequestView(kept) ? kept : 'json')

/** How the reply is looked at. */
export const replyView = signal<ReplyView>('pool')

effect(() => {
  keep('request-view', requestView.value === 'json' ? null : requestView.value)
})
