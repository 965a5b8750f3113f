// A reply is dominated by what every pool has: long lists of blocks that nobody asked for. Such a block is folded to one
// line. Nothing here knows the names of members: what counts is that every value in the block is a default.

import type { Origin } from '../engine/types.ts'
import type { Line } from './body.ts'

/** A line of the reply as far as folding looks at it. */
type Foldable = Pick<Line, 'kind' | 'name' | 'pointer'> & { value: string | { peek(): string }, origin: Origin | undefined }

/** A list with fewer default blocks than this is short enough to be read. */
const worthFolding = 5

/** A block that can be folded: the lines after the first up to and with the last. */
export interface Fold {
  first: number
  last: number
  pointer: string
}

/** Finds the blocks of lists that are wholly default, where there are many of them. */
export function foldsOf(lines: readonly Foldable[]): Fold[] {
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
      } else if (spelt(opening) === '{' && opening.name === undefined && opening.pointer !== '') {
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

function spelt({ value }: Foldable): string {
  return typeof value === 'string' ? value : value.peek()
}

/** The line that stands for a folded block: its first that has a value. */
export function toldOf<L extends Pick<Line, 'kind'>>(lines: readonly L[], { first, last }: Fold): L | undefined {
  return lines.slice(first + 1, last).find(({ kind }) => kind === 'string' || kind === 'number' || kind === 'literal')
}
