import { signal } from '@preact/signals'

/** The error message that is to be explained; null while the dialog is closed. */
export const explaining = signal<string | null>(null)

/** What stood in the dialog when it was closed: what somebody pasted is there again. */
let kept = ''

export function openExplaining(text = kept): void {
  explaining.value = text
}

export function closeExplaining(): void {
  kept = explaining.peek() ?? ''
  explaining.value = null
}
