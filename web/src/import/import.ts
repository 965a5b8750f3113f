// What others have of a pool, turned into a request: chosen, pasted into the dialog or dropped on it. Here is what is refused;
// what a text is and what comes of it, the engine says.

import { signal } from '@preact/signals'
import { ofText, reading, request } from '../core/store.ts'
import type { Options } from '../engine/types.ts'

/** The text in the import dialog; null while the dialog is closed. */
export const importing = signal<string | null>(null)

/** What holds for the text of the editor, while it is that which is imported: its pool, and what is set in it. */
let turned: { text: string, options: Options } | null = null

/** What stood in the dialog when it was closed and was not taken: it is there again. */
let kept = ''

/** Opens the import dialog. */
export function openImport(text = kept): void {
  turned = null
  importing.value = text
}

/** Closes it. A text that was taken, or is the editor's, need not be kept. */
export function closeImport(): void {
  const text = importing.peek() ?? ''
  if (turned?.text !== text) kept = text
  importing.value = null
}

/** Forgets the text, which is taken now: the dialog closes with none. */
export function taken(): void {
  importing.value = ''
}

/** Opens the import dialog with the text of the editor: with the pool that is read, and what is set under Parameters. */
export function turnIntoRequest(): void {
  const text = request.peek().doc?.toString() ?? ''
  const { pools, pool } = reading.peek() ?? { pools: [], pool: -1 }
  const resource = pools.length > 1 ? pools[pool]?.id : undefined
  turned = { text, options: { ...ofText.peek(), ...(resource !== undefined && { resource }) } }
  importing.value = text
}

/** What is known of a text that is imported; null where it came from elsewhere. */
export function turnedFrom(text: string): Options | null {
  return turned?.text === text ? turned.options : null
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
