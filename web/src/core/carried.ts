// What views add to a link of theirs, and to what a tab keeps: each by its id, as plain data. Views know nothing of links, nor
// links of views; they meet here.

import { signal } from '@preact/signals'
import { keepHere, recallHere } from './storage.ts'

const key = 'views'

function read(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read as Record<string, unknown> : {}
  } catch {
    return {}
  }
}

/** What views have to be carried, by their ids. */
export const carried = signal(read(recallHere(key)))

/** What views add to a link, by their ids, where that is less than what their tab keeps. */
const shared = new Map<string, unknown>()

/**
 * Sets what a view has to be carried; undefined for nothing.
 *
 * @param inLinks what of it goes into links: others are to get what they would see, and not what waits out of sight.
 */
export function carry(view: string, what: unknown, inLinks = what): void {
  shared.set(view, inLinks)
  const { [view]: before, ...others } = carried.peek()
  if (JSON.stringify(before) === JSON.stringify(what)) return
  carried.value = what === undefined ? others : { ...others, [view]: what }
  keepHere(key, Object.keys(carried.peek()).length === 0 ? null : JSON.stringify(carried.peek()))
}

/** What a view adds to a link; undefined for nothing. */
export const carriedInLinks = (view: string): unknown => shared.has(view) ? shared.get(view) : carried.peek()[view]

/** Counts the links that were opened: what they carried is then news to the views. */
export const arrivals = signal(0)

/** Takes what a link carried. What it says nothing of stays. */
export function arrive(what: Readonly<Record<string, unknown>>): void {
  carried.value = { ...carried.peek(), ...what }
  arrivals.value = arrivals.peek() + 1
}
