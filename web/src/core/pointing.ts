import { computed, signal } from '@preact/signals'
import type { Problem } from '../engine/types.ts'
import { cursor } from './cursor.ts'
import { problems } from './store.ts'

/** The JSON pointer of what the cursor or the focus stands in, in the request; '' for the whole. */
export const requestPointer = signal('')

/** The pointer, into the request, of what a person looks at: by the cursor, a field of the form, or a line of the reply. */
export const lookedAt = signal('')

/** Says that a person is at a place of the request. */
export function pointAt(pointer: string): void {
  requestPointer.value = pointer
  lookedAt.value = pointer
}

/** The problem that was gone to last, and where the cursor was put for it. */
export const goneTo = signal<{ problem: Problem, offset: number } | null>(null)

/** The problem that the cursor is at: the one that was gone to, or the narrowest around it. */
export const problemAtCursor = computed<Problem | null>(() => {
  const { offset } = cursor.value
  const all = problems.value
  const last = goneTo.value
  if (last && last.offset === offset && all.includes(last.problem)) return last.problem
  let found: Problem | null = null
  for (const problem of all) {
    if (problem.from <= offset && offset <= problem.to && (!found || problem.to - problem.from < found.to - found.from)) found = problem
  }
  return found
})

let find: (pointer: string) => number | null = () => null

/** Says how a value's place is found. The request does, which is not known here. */
export function findPlacesBy(findIt: typeof find): void {
  find = findIt
}

/** Where the value of a pointer begins in the text that was evaluated last; null where it has none. */
export function offsetOf(pointer: string): number | null {
  return find(pointer)
}
