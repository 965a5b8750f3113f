// What others have of a pool, turned into a request: chosen, pasted into the dialog or dropped on it. Here is what is refused;
// what a text is and what comes of it, the engine says.

import { signal } from '@preact/signals'

/** The text in the import dialog; null while the dialog is closed. */
export const importing = signal<string | null>(null)

/** Opens the import dialog. */
export function openImport(text = ''): void {
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
