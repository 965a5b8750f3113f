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

/** Opens the import dialog. */
export function openImport(text = ''): void {
  offer.value = null
  importing.value = text
}
