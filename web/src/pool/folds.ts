// A reply is dominated by what every pool has: long lists of blocks that nobody asked for. Such a block is folded to one
// line. Nothing here knows the names of members: what counts is that every value in the block is a default.

import { signal } from '@preact/signals'
import type { MarkedLine } from './marked.ts'

/** A list with fewer default blocks than this is short enough to be read. */
const worthFolding = 5

/** A block that can be folded: the lines after the first up to and with the last. */
export interface Fold {
  first: number
  last: number
  pointer: string
}

/** The folded blocks that a person has unfolded, by pointer. */
export const unfolded = signal<ReadonlySet<string>>(new Set())

/** Unfolds a block, or folds it again. */
export function toggleFold(pointer: string): void {
  const next = new Set(unfolded.peek())
  if (!next.delete(pointer)) next.add(pointer)
  unfolded.value = next
}

/** Finds the blocks of lists that are wholly default, where there are many of them. */
export function foldsOf(lines: readonly MarkedLine[]): Fold[] {
  const folds = new Map<string, Fold[]>()
  const stack: { first: number, wholly: boolean }[] = []
  lines.forEach((line, index) => {
    if (line.kind === 'close') {
      const block = stack.pop()
      const opening = block && lines[block.first]
      if (!block || !opening) return
      if (!block.wholly) {
        const around = stack.at(-1)
        if (around) around.wholly = false
      } else if (opening.value.peek() === '{' && opening.name === undefined && opening.pointer !== '') {
        const list = opening.pointer.slice(0, opening.pointer.lastIndexOf('/'))
        folds.set(list, [...folds.get(list) ?? [], { first: block.first, last: index, pointer: opening.pointer }])
      }
      return
    }
    const wholly = line.kind === 'open' ? line.origin === undefined || line.origin.kind === 'default' : line.origin?.kind === 'default'
    if (line.kind === 'open') stack.push({ first: index, wholly })
    else if (!wholly && stack.length > 0) stack[stack.length - 1]!.wholly = false
  })
  return [...folds.values()].filter((list) => list.length >= worthFolding).flat()
}
