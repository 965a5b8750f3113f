import { signal } from '@preact/signals'

/** The error message that is to be explained; null while the dialog is closed. */
export const explaining = signal<string | null>(null)
