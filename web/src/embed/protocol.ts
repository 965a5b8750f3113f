// What a page and the playground embedded in it say to each other, by postMessage. Each message names the protocol and its
// version. A later version may add types; a receiver passes over those that it does not know.

import type { EmbedResult } from './result.ts'

/** The protocol and its version. */
export const protocol = 'user-pool-playground/1'

/** From the page to the playground. */
export type ToEmbed =
  /** The first message; it also tells the playground where its answers may go. */
  | { type: 'hello' }
  /** Puts a request in the place of the text, as one step to undo. */
  | { type: 'set-request', text: string }
  /** Asks for the request and its result as they are; `id` comes back with the answer. */
  | { type: 'read', id: number }
  | { type: 'set-theme', theme: 'system' | 'light' | 'dark' }
  /** `view` is the id of a view of the reply. */
  | { type: 'set-view', view: string }
  /** Puts the focus into the request. */
  | { type: 'focus' }

/** From the playground to the page. `ready` and `height` say nothing of the request, and go to any origin. */
export type FromEmbed =
  | { type: 'ready' }
  /** How high the playground would like to be, in CSS pixels. */
  | { type: 'height', height: number }
  | { type: 'change', text: string }
  | { type: 'result', text: string, result: EmbedResult }
  | { type: 'answer', id: number, text: string, result: EmbedResult }

/** A message as it is posted. */
export type Posted<Message> = Message & { protocol: typeof protocol }

/** Tells a message of the protocol from others: any page may post anything. */
export function isPosted(data: unknown): data is { protocol: typeof protocol, type: string } {
  return typeof data === 'object' && data !== null && 'protocol' in data && data.protocol === protocol && 'type' in data && typeof data.type === 'string'
}
