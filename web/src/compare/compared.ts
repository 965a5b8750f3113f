import { diffArrays } from 'diff'
import { layOut, type Line } from '../core/body.ts'
import { originOf } from '../core/origins.ts'
import type { Reply } from '../engine/engine.ts'

/** A line of a comparison. */
export interface ComparedLine { line: Line, side: 'both' | 'before' | 'now' }

/** Lines that are the same on both sides and stand next to a difference, so that its place can be told. */
const around = 2

/** Replies longer than this are compared as far as it goes. */
const longest = 4_000

/** The lines of two replies; a list stands for lines that are the same. What the service makes up anew is never another. */
export function compare(before: Reply, now: Reply): (ComparedLine | Line[])[] {
  const madeUp = (reply: Reply, line: Line): boolean => originOf(reply.origins ?? {}, line)?.kind === 'generated'
  const linesOf = (reply: Reply): Line[] => layOut(reply.body).slice(0, longest)
  const changes = diffArrays(linesOf(before), linesOf(now), {
    comparator: (a, b) => a.pointer === b.pointer && a.kind === b.kind && (a.value === b.value || madeUp(before, a) && madeUp(now, b)),
  })
  const lines = changes.flatMap(({ value, added, removed }) =>
    value.map((line): ComparedLine => ({ line, side: added ? 'now' : removed ? 'before' : 'both' })))
  const near = new Set<number>()
  lines.forEach(({ side }, index) => {
    if (side !== 'both') for (let each = index - around; each <= index + around; each++) near.add(each)
  })
  const shown: (ComparedLine | Line[])[] = []
  lines.forEach((line, index) => {
    const last = shown.at(-1)
    if (near.has(index)) shown.push(line)
    else if (Array.isArray(last)) last.push(line.line)
    else shown.push([line.line])
  })
  return shown
}
