import { signal } from '@preact/signals'

/** What is said to people who do not see the page. */
export const announcement = signal('')

/** Says something politely. */
export function announce(words: string): void {
  announcement.value = words
}
