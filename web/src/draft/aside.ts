// Texts that had to make way, and wait to be taken back: for a link that was opened, or for the text of another tab.

import { computed, signal } from '@preact/signals'
import { keep, recall } from '../core/storage.ts'

/** A text that waits. */
export interface Aside {
  text: string
  surroundings: string
  /** What was set for what the outside gives it. */
  parameters?: Readonly<Record<string, string>>
  /** What it made way for. */
  why: 'link' | 'tab'
}

const slot = 'aside'
const most = 5

function read(): Aside[] {
  try {
    const kept: unknown = JSON.parse(recall(slot) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each: Partial<Aside> | null): each is Aside => typeof each?.text === 'string' && typeof each.surroundings === 'string' && (each.why === 'link' || each.why === 'tab')) : []
  } catch {
    return []
  }
}

/** All that wait, the latest last. */
const waiting = signal<readonly Aside[]>(read())

/** The one to take back next; null when none waits. */
export const aside = computed(() => waiting.value.at(-1) ?? null)

// Other tabs set texts aside, too, so that what is kept is read anew before each change. Where nothing can be kept, this
// tab still knows its own.
function change(next: (before: readonly Aside[]) => Aside[]): void {
  const kept = read()
  const before = [...kept, ...waiting.peek().filter((each) => !kept.some(({ text }) => text === each.text))]
  waiting.value = next(before).slice(-most)
  keep(slot, waiting.peek().length > 0 ? JSON.stringify(waiting.peek()) : null)
}

/** Lets a text wait. */
export function setAside(one: Aside): void {
  change((before) => [...before.filter(({ text }) => text !== one.text), one])
}

/** Lets a text wait no longer. */
export function forgetAside(one: Aside): void {
  waiting.value = waiting.peek().filter((each) => each !== one)
  change((before) => before.filter(({ text }) => text !== one.text))
}
