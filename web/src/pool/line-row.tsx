import type { VNode } from 'preact'
import { originMarks } from '../core/origins.ts'
import type { MarkedLine } from './marked.ts'

const blockLength = 32

/**
 * Draws lines, in blocks. A changed value finds its way to its row without this. Where lines come and go Preact passes over
 * what it has seen before: so a line that shows the same is the row of before, and lines that all do are the block of before.
 * The browser, too, lays out and paints the changed block alone.
 */
export class Drawing {
  readonly #lines: MarkedLine[] = []
  readonly #rows: VNode[] = []
  #blocks: { rows: VNode[], block: VNode }[] = []

  /** @param shown the numbers of the lines to draw. */
  draw(lines: readonly MarkedLine[], shown: readonly number[]): VNode[] {
    const before = this.#blocks
    this.#blocks = []
    for (let from = 0; from < shown.length; from += blockLength) {
      const at = this.#blocks.length
      const rows = shown.slice(from, from + blockLength).map((index) => this.#row(index, lines[index]!))
      const old = before[at]
      const known = old?.rows.length === rows.length && rows.every((row, i) => row === old.rows[i])
      this.#blocks.push(known ? old : { rows, block: <div key={at} class="block" role="presentation">{rows}</div> })
    }
    return this.#blocks.map(({ block }) => block)
  }

  #row(index: number, line: MarkedLine): VNode {
    const before = this.#lines[index]
    this.#lines[index] = line
    return this.#rows[index] = before && same(before, line) ? this.#rows[index]! : <LineRow key={index} index={index} line={line} />
  }
}

function LineRow({ index, line }: { index: number, line: MarkedLine }) {
  const { name, value, kind, depth, origin, fold } = line
  const comma = fold?.folded ? fold.comma : line.comma
  const code = (
    <code style={{ '--depth': depth }}>
      {name !== undefined && <><span class="name">{name}</span><span class="punctuation">: </span></>}
      {fold && <span class="fold-mark" data-fold aria-hidden="true">{fold.folded ? '›' : '⌄'}</span>}
      {fold?.folded ? <span class="folded">{fold.told ? <>{'{ '}{fold.told.name}: {fold.told.value}, … {'}'}</> : '{ … }'}</span> : <span class={kind}>{value}</span>}{comma && <span class="punctuation">,</span>}
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
  return a === b || a.pointer === b.pointer && a.value === b.value && a.kind === b.kind && a.depth === b.depth && a.name === b.name &&
    a.comma === b.comma && a.origin?.kind === b.origin?.kind && sameFold(a.fold, b.fold)
}

function sameFold(a: MarkedLine['fold'], b: MarkedLine['fold']): boolean {
  return a?.folded === b?.folded && a?.comma === b?.comma && a?.told?.name === b?.told?.name && a?.told?.value === b?.told?.value
}
