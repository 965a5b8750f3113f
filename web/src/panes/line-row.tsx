import type { VNode } from 'preact'
import type { Origin } from '../engine/types.ts'
import type { Line } from '../state/body.ts'
import { originMarks } from '../state/origins.ts'

/** A line of the reply with the origin of its value. */
export interface MarkedLine extends Line {
  origin: Origin | undefined
  /** Set on the first line of a block that can be folded; its words are those that stand for the folded block. */
  fold?: { folded: boolean, words: string, comma: boolean }
}

/** A line as it was drawn. */
export interface DrawnLine { line: MarkedLine, row: VNode }

/** Draws a line, or takes the drawing before where it shows the same: Preact passes over a row that it knows. */
export function drawLine(index: number, line: MarkedLine, before: DrawnLine | undefined): DrawnLine {
  return before && same(before.line, line) ? before : { line, row: <LineRow key={index} index={index} line={line} /> }
}

function LineRow({ index, line }: { index: number, line: MarkedLine }) {
  const { name, value, kind, depth, origin, fold } = line
  const comma = fold?.folded ? fold.comma : line.comma
  const code = (
    <code style={{ '--depth': depth }}>
      {name !== undefined && <><span class="name">{name}</span><span class="punctuation">: </span></>}
      {fold && <span class="fold-mark" data-fold aria-hidden="true">{fold.folded ? '›' : '⌄'}</span>}
      {fold?.folded ? <span class="folded">{fold.words}</span> : <span class={kind}>{value}</span>}{comma && <span class="punctuation">,</span>}
    </code>
  )
  if (kind === 'close') return <div class="line" aria-hidden="true"><span class="mark" />{code}</div>
  return (
    <div class="line" role="option" aria-selected="false" id={`line-${index}`} data-index={index} data-origin={origin?.kind} data-folded={fold?.folded}>
      {origin
        ? <span class={`mark ${origin.kind}`}><span class="letter" aria-hidden="true">{originMarks[origin.kind].letter}</span><span class="word">{origin.kind}</span></span>
        : <span class="mark" />}
      {code}
    </div>
  )
}

function same(a: MarkedLine, b: MarkedLine): boolean {
  return a.pointer === b.pointer && a.value === b.value && a.kind === b.kind && a.depth === b.depth && a.name === b.name &&
    a.comma === b.comma && a.fold?.folded === b.fold?.folded && a.fold?.words === b.fold?.words && a.fold?.comma === b.fold?.comma && a.origin?.kind === b.origin?.kind
}
