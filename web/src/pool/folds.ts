// Which of the blocks that can be folded a person has unfolded.

import { signal } from '@preact/signals'

/** The unfolded blocks, by pointer. */
export const unfolded = signal<ReadonlySet<string>>(new Set())

/** Unfolds a block, or folds it again. */
export function toggleFold(pointer: string): void {
  const next = new Set(unfolded.peek())
  if (!next.delete(pointer)) next.add(pointer)
  unfolded.value = next
}
