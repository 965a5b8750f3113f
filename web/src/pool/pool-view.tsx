import { effect, signal, untracked, useComputed, useSignal, type ReadonlySignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { alike } from '../core/alike.ts'
import { cursor } from '../core/cursor.ts'
import { embedded, readOnly } from '../core/embedding.ts'
import { foldsOf, toldOf, type Fold } from '../core/folds.ts'
import { lookedAt, requestPointer } from '../core/pointing.ts'
import { foreign } from '../core/store.ts'
import type { Reply } from '../engine/types.ts'
import { landOnPointer, pointOut } from '../request/current.ts'
import { toggleFold, unfolded } from './folds.ts'
import { Drawing } from './line-row.tsx'
import { Marking, type MarkedLine } from './marked.ts'
import { countOrigins, OriginBar, type OriginFilter } from './origin-bar.tsx'
import { OriginDetails } from './origin-details.tsx'
import { memberOf, writeIn } from './write-in.ts'

/** The chosen line's pointer. It outlives a reply, so that one can be followed while the request changes. */
const chosenPointer = signal<string | null>(null)

/** A reply with more lines than this is a list of thousands of tags, and slows down every keystroke. */
const linesShown = 2_000

/** The user pool, each line marked with where its value comes from. It is shown while the reply is one. */
export function PoolView({ reply }: { reply: ReadonlySignal<Reply | null> }) {
  const marking = useMemo(() => new Marking(), [])
  const mark = (): void => {
    if (reply.value?.status === 200) marking.show(reply.value)
  }
  // The first reply is there with the first drawing; the others find their own way to the lines that they change, at once:
  // what useSignalEffect does waits for a frame.
  useMemo(() => untracked(mark), [])
  useLayoutEffect(() => effect(mark), [])
  const all = marking.lines.value
  const folds = useKept(useMemo(() => foldsOf(all), [all]))
  const lines = useMemo(() => withFolds(all, folds, unfolded.value), [all, folds, unfolded.value])
  const filter = useSignal<OriginFilter>('all')
  const hovered = useSignal<number | null>(null)
  const list = useRef<HTMLDivElement>(null)

  const shown = useKept(useMemo(() => shownLines(lines, folds, filter.value), [lines, folds, filter.value]))
  const drawing = useMemo(() => new Drawing(), [])
  // A text that has since become shorter, or a fold, may have taken the chosen line away.
  const chosen = useMemo(() => shown.find((index) => lines[index]!.kind !== 'close' && lines[index]!.pointer === chosenPointer.value) ?? null,
    [shown, lines, chosenPointer.value])
  const choose = (index: number | null): void => {
    const line = index === null ? undefined : lines[index]
    chosenPointer.value = line?.pointer ?? null
    if (line) lookedAt.value = aboutOf(line)
  }
  const pointed = hovered.value ?? chosen

  useEffect(() => {
    hovered.value = null
  }, [all])
  const pointedFrom = pointed === null ? null : lines[pointed]?.origin?.from ?? null
  // A place that is marked in the request is looked for anew in each text.
  const pointedIn = pointedFrom === null ? null : reply.value
  useEffect(() => {
    pointOut(pointedFrom)
  }, [pointedIn, pointedFrom])
  useEffect(() => () => pointOut(null), [])
  // Done by hand, since drawing a thousand lines anew for one that changes is felt.
  useEffect(() => {
    const before = list.current?.querySelector('[aria-selected=true]')
    before?.setAttribute('aria-selected', 'false')
    before?.removeAttribute('aria-describedby')
    const line = chosen === null ? null : list.current?.querySelector(`[data-index="${chosen}"]`)
    line?.setAttribute('aria-selected', 'true')
    // The list's own description is not read again when another line is chosen.
    line?.setAttribute('aria-describedby', 'origin-details')
    if (line) list.current?.setAttribute('aria-activedescendant', line.id)
    else list.current?.removeAttribute('aria-activedescendant')
  }, [chosen, shown])
  // Only a new choice moves the list: it would jump while the request is typed.
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenPointer.value])

  // The other way round: what the cursor stands in is marked here.
  const fromCursor = useKept(useMemo(() => linesFrom(lines, shown, requestPointer.value), [lines, shown, requestPointer.value]))
  useEffect(() => {
    for (const line of list.current?.querySelectorAll('[data-from-cursor]') ?? []) line.removeAttribute('data-from-cursor')
    const marked = fromCursor.map((index) => list.current?.querySelector(`[data-index="${index}"]`))
    for (const line of marked) line?.setAttribute('data-from-cursor', 'true')
    bringUp(list.current, marked[0] ?? null)
  }, [fromCursor])
  // At the head of the text, which a new one begins with, stands the head of the reply.
  const atHead = useComputed(() => cursor.value.offset === 0)
  useEffect(() => {
    if (atHead.value) list.current?.scrollTo({ top: 0 })
  }, [atHead.value])

  const indexOf = (event: Event): number | null => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    return line ? Number(line.dataset['index']) : null
  }
  const press = (event: KeyboardEvent): void => {
    const options = shown.slice(0, linesShown).filter((index) => lines[index]?.kind !== 'close')
    const at = chosen === null ? -1 : options.indexOf(chosen)
    const line = chosen === null ? undefined : lines[chosen]
    if (event.key === 'Enter' && line) follow(line)
    else if (event.key === 'Escape') choose(null)
    else if (event.key === 'ArrowRight' && line?.fold?.folded || event.key === 'ArrowLeft' && line?.fold?.folded === false) toggleFold(line.pointer)
    else {
      const next = {
        ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1, PageDown: at + 15, PageUp: at - 15, Home: 0, End: options.length - 1,
      }[event.key]
      if (next === undefined) return
      choose(options[Math.min(options.length - 1, Math.max(0, next))] ?? null)
    }
    event.preventDefault()
  }
  const click = (event: MouseEvent): void => {
    const index = indexOf(event)
    const line = index === null ? undefined : lines[index]
    choose(index)
    // A folded line opens wherever it is touched; an open block closes only at its mark.
    if (line?.fold && (line.fold.folded || event.target instanceof Element && event.target.closest('[data-fold]'))) toggleFold(line.pointer)
  }
  const allOpen = folds.every(({ pointer }) => unfolded.value.has(pointer))
  const counts = useKept(useMemo(() => countOrigins(lines), [lines]))
  const bar = useMemo(() => (
    <OriginBar counts={counts} filter={filter}>
      {folds.length > 0 && (
        <button
          type="button" class="button quiet fold-all" aria-pressed={allOpen}
          onClick={() => unfolded.value = new Set(allOpen ? [] : folds.map(({ pointer }) => pointer))}
        >
          Expand all
        </button>
      )}
    </OriginBar>
  ), [counts, folds, allOpen])
  const line = pointed === null ? undefined : lines[pointed]
  const details = useMemo(() => <OriginDetails line={line} chosen={pointed === chosen} />, [line, pointed === chosen])
  return (
    <>
      {!embedded.value && bar}
      <div class="lines-place">
        <div
          class="lines" ref={list} role="listbox" tabIndex={0} aria-label="User pool, line by line"
          onKeyDown={press}
          onMouseOver={(event) => hovered.value = indexOf(event)} onMouseLeave={() => hovered.value = null}
          onClick={click} onDblClick={(event) => follow(lines[indexOf(event) ?? -1])}
        >
          {drawing.draw(lines, shown.slice(0, linesShown))}
          {shown.length > linesShown && (
            <div class="no-lines" role="option" aria-selected="false" aria-disabled="true">
              and {(shown.length - linesShown).toLocaleString('en')} more lines; Copy takes them all.
            </div>
          )}
          {shown.length === 0 && <div class="no-lines" role="option" aria-selected="false" aria-disabled="true">No value is {filter.value}.</div>}
        </div>
      </div>
      {details}
    </>
  )
}

/** Shows a line in the upper third of a list, with the lines that it begins; one that is there already stays where it is. */
function bringUp(list: HTMLElement | null, line: Element | null): void {
  if (!list || !line) return
  const room = list.getBoundingClientRect()
  const { top, bottom } = line.getBoundingClientRect()
  const below = room.bottom - room.height / 3
  if (top < room.top || bottom > below) list.scrollBy({ top: top - room.top - room.height / 4 })
}

/** The lines whose values come from a place of the request, or from within it. */
function linesFrom(lines: readonly MarkedLine[], shown: readonly number[], pointer: string): number[] {
  if (pointer === '') return []
  return shown.filter((index) => {
    const from = lines[index]!.origin?.from
    return from !== undefined && (from === pointer || from.startsWith(`${pointer}/`))
  })
}

/** What was before, where this says the same, so that what hangs on it is left alone. */
function useKept<T>(now: T): T {
  const before = useRef(now)
  if (!alike(now, before.current)) before.current = now
  return before.current
}

/** The member of the request that a line is about: where its value comes from, or what would set it. */
function aboutOf({ origin, pointer }: MarkedLine): string {
  return origin?.from ?? memberOf(pointer)
}

function follow(line: MarkedLine | undefined): void {
  if (line?.origin?.from !== undefined) landOnPointer(line.origin.from)
  else if (line?.origin?.kind === 'default' && !readOnly.peek() && !foreign.peek()) void writeIn(line.pointer)
}

/** Notes on the first line of each block that can be folded what stands for it. */
function withFolds(lines: readonly MarkedLine[], folds: readonly Fold[], open: ReadonlySet<string>): MarkedLine[] {
  const marked = [...lines]
  for (const fold of folds) {
    const { first, last, pointer } = fold
    marked[first] = { ...lines[first]!, fold: { folded: !open.has(pointer), told: toldOf(lines, fold), comma: lines[last]!.comma } }
  }
  return marked
}

/** The lines of one origin with the blocks that they stand in, without those that are folded away. */
function shownLines(lines: readonly MarkedLine[], folds: readonly Fold[], filter: OriginFilter): number[] {
  const away = new Set<number>()
  for (const { first, last } of folds) {
    for (let index = first + 1; lines[first]!.fold?.folded && index <= last; index++) away.add(index)
  }
  return linesOf(lines, filter).filter((index) => !away.has(index))
}

function linesOf(lines: readonly MarkedLine[], filter: OriginFilter): number[] {
  if (filter === 'all') return lines.map((_, index) => index)
  const blocks = new Set<string>()
  const wanted = lines.map(({ kind, origin, pointer }) => {
    if (kind === 'close' || kind === 'open' || origin?.kind !== filter) return false
    for (let block = pointer; block !== '';) {
      block = block.slice(0, block.lastIndexOf('/'))
      blocks.add(block)
    }
    return true
  })
  return lines.flatMap(({ kind, pointer }, index) =>
    wanted[index] || ((kind === 'open' || kind === 'close') && blocks.has(pointer)) ? [index] : [])
}
