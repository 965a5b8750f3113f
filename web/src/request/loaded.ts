import { signal } from '@preact/signals'

/** What has just taken the place of the whole text, in words; null once the text has changed again. */
export const loaded = signal<string | null>(null)
