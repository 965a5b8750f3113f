// What server and clients call things.

/** The command behind the lens "reply". */
export const showReply = 'user-pool.showReply'

/** The request for a reply as HTML, from a client that has a place to show it: what it asks with, and what it gets. */
export const replyPage = 'user-pool/replyPage'
export interface ReplyAsked { uri: string, pool: string }
/** null where the text has no such pool. */
export type ReplyPage = { html: string, css: string } | null
