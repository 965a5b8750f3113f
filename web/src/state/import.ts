import { signal } from '@preact/signals'
import { looksLikeAnswer } from './answer.ts'

/** A text that looks like an answer, with how it came; null when there is none to speak of. */
export const offer = signal<{ text: string, dropped: boolean } | null>(null)

/** The text in the import dialog; null while the dialog is closed. */
export const importing = signal<string | null>(null)

/** Offers to turn a text into a request when it looks like an answer; false when it does not. */
export function offerImport(text: string, dropped: boolean): boolean {
  if (!looksLikeAnswer(text)) return false
  offer.value = { text, dropped }
  return true
}

/** Opens the import dialog. */
export function openImport(text = ''): void {
  offer.value = null
  importing.value = text
}
