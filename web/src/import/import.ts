// What others have of a pool, turned into a request: pasted, dropped or chosen. Here is what is offered and what is refused;
// what a text is and what comes of it, the engine says.

import type { Text } from '@codemirror/state'
import { signal } from '@preact/signals'
import { looksLike } from './answer.ts'

/** A text that can be imported, what it looks like, and how it came; null when there is none to speak of. */
export const offer = signal<{ text: string, like: string, dropped: boolean } | null>(null)

/** The text in the import dialog; null while the dialog is closed. */
export const importing = signal<string | null>(null)

/** Offers to turn a text into a request when it looks like something that can be; false when it does not. */
export function offerImport(text: string, dropped: boolean): boolean {
  const like = looksLike(text)
  if (like === null) return false
  offer.value = { text, like, dropped }
  return true
}

/** Takes note of each text: what was offered was another's. `put` is true for one that was pasted or dropped in whole. */
export function noteText(doc: Text, put: boolean): void {
  offer.value = null
  if (put) offerImport(doc.toString(), false)
}

/** Opens the import dialog. */
export function openImport(text = ''): void {
  offer.value = null
  importing.value = text
}

/** Why a text that came from outside was not taken, in a sentence; null when none was refused. */
export const refusedText = signal<string | null>(null)

/** As much as the engine reads, in bytes. */
export const longestText = 1 << 20

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1024).toLocaleString('en')

/**
 * Reads a file.
 * @throws Error with a sentence; a file that is too long is not even opened.
 */
export async function readFile(file: File): Promise<string> {
  if (file.size > longestText) throw new Error(`The file has ${kilobytes(file.size)} kB; at most ${kilobytes(longestText)} kB are read.`)
  try {
    return await file.text()
  } catch {
    throw new Error('The file could not be read.')
  }
}
