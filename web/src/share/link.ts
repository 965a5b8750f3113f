// A request in a link's hash, which no server sees: #v1.<base64url of raw deflate of JSON>. The version comes first, so
// that links of today can be read for ever, whatever the next format is.

import { readParameters } from '../core/options.ts'
import { optionsOf, readSurroundings, usual, type Surroundings } from '../surroundings/surroundings.ts'
import { packed, version } from './packed.ts'

/** What a link carries. */
export interface Linked {
  request: string
  surroundings: Surroundings
  /** The values that were set for what the outside gives the text. */
  parameters: Readonly<Record<string, string>>
  /** The ids of the views; those that this page does not know are for whoever opens the link to pass over. */
  requestView: string
  replyView: string
  /** What views add, by their ids: plain data, for each to read as it will. */
  views: Readonly<Record<string, unknown>>
  /** The tool that the request is exported for, while that is looked at; '' for the usual one. */
  tool: string
  /** What is kept as A to be compared with; null for nothing. */
  kept: { request: string, options: object } | null
}

/** The views of a link that names none, whatever the usual ones are one day. */
const unnamed = { requestView: 'json', replyView: 'pool' }

/** A text in a link may be this long, in UTF-16 units: what inflates to more is no request but an attack. */
const longest = 1 << 20

/** Browsers take longer links; what passes them on often does not. */
export const comfortable = 8_000

/** Tells why a link cannot be opened. */
export class BrokenLink extends Error {}

/** Tells why no link can be made. */
export class CannotLink extends Error {}

/** Tells whether a hash is meant to be one of ours. */
export function isLink(hash: string): boolean {
  return /^#v\d+\./.test(hash)
}

/**
 * Writes the hash, with its `#`. What is as usual is left out.
 * @throws CannotLink with a sentence.
 */
export async function writeLink({ request, surroundings, parameters, requestView, replyView, tool, kept, views }: Linked): Promise<string> {
  const options = Object.fromEntries(Object.entries(surroundings).filter(([name, value]) => value !== usual[name as keyof Surroundings]))
  const payload = {
    request,
    ...(Object.keys(options).length > 0 ? { options } : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(requestView === unnamed.requestView ? {} : { view: requestView }),
    ...(replyView === unnamed.replyView ? {} : { reply: replyView }),
    ...(Object.keys(views).length > 0 ? { views } : {}),
    ...(tool ? { tool } : {}),
    ...(kept ? { a: kept } : {}),
  }
  let packer: CompressionStream
  try {
    packer = new CompressionStream('deflate-raw')
  } catch {
    throw new CannotLink('This browser is too old to make links. The request can be saved as a file.')
  }
  return packed(payload, packer)
}

/**
 * Reads a hash.
 * @throws BrokenLink with a sentence that says what is wrong with it.
 */
export async function readLink(hash: string): Promise<Linked> {
  if (!hash.startsWith(`#${version}`)) throw new BrokenLink('It was made by a newer version of this page.')
  let unpacker: DecompressionStream
  try {
    unpacker = new DecompressionStream('deflate-raw')
  } catch {
    throw new BrokenLink('This browser is too old to read links.')
  }
  let payload: Record<string, unknown>
  try {
    const bytes = fromBase64url(hash.slice(version.length + 1))
    const inflated = await read(new Blob([bytes]).stream().pipeThrough(unpacker), longest * 3)
    payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inflated)) as Record<string, unknown>
  } catch (reason) {
    throw reason instanceof BrokenLink ? reason : new BrokenLink('It is damaged: a part of it may have been cut off on its way.')
  }
  const { request, options, parameters, view, reply, tool, a, views } = payload ?? {}
  if (typeof request !== 'string') throw new BrokenLink('There is no request in it.')
  if (request.length > longest) throw new BrokenLink('The request in it is over 1 MB long.')
  return {
    request,
    surroundings: readSurroundings(JSON.stringify(options ?? {})),
    parameters: readParameters(parameters),
    requestView: typeof view === 'string' ? view : unnamed.requestView,
    replyView: typeof reply === 'string' ? reply : unnamed.replyView,
    views: typeof views === 'object' && views !== null && !Array.isArray(views) ? views as Record<string, unknown> : {},
    tool: typeof tool === 'string' ? tool : '',
    kept: readKept(a),
  }
}

/** Reads what is kept as A: its options as surroundings are read, since whoever made the link may have put in anything. */
function readKept(a: unknown): Linked['kept'] {
  if (typeof a !== 'object' || a === null) return null
  const { request, options } = a as Record<string, unknown>
  return typeof request === 'string' && request.length <= longest ? { request, options: optionsOf(readSurroundings(JSON.stringify(flat(options))), Date.now()) } : null
}

/** Options as surroundings spell them. */
function flat(options: unknown): object {
  if (typeof options !== 'object' || options === null) return {}
  const { account, ...rest } = options as Record<string, unknown>
  return { ...rest, ...(typeof account === 'object' ? account : {}) }
}

async function read(stream: ReadableStream<BufferSource>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const chunk = value as Uint8Array
    length += chunk.length
    if (length > most) {
      await reader.cancel()
      throw new BrokenLink('The request in it is over 1 MB long.')
    }
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
}
