// The engine's problems as the editor's diagnostics. Their offsets belong to the text that was evaluated; what was typed
// since is remembered, so that a place or a fix still lands right.

import { forEachDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { ChangeSet, StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, showTooltip, ViewPlugin, type DecorationSet, type Tooltip, type ViewUpdate } from '@codemirror/view'
import { alike } from '../../core/alike.ts'
import type { Fix, Problem } from '../../engine/types.ts'
import { placeOf, pointerAt, type Range } from './place.ts'

/** Places by JSON pointer. */
export type Places = Readonly<Record<string, readonly [from: number, to: number]>>

/** The problems that an editor shows, and the places that it knows. */
class Findings {
  problems: readonly Problem[] = []
  /** What shows each of them, by number. */
  shown: ReadonlyMap<Diagnostic, number> = new Map()
  /** Where the request's values stand in a text in another language, by pointer; null in one that is the request. */
  places: Places | null = null
  /** The changes since the text that they belong to. */
  since: ChangeSet

  constructor({ state }: EditorView) {
    this.since = ChangeSet.empty(state.doc.length)
  }

  update({ docChanged, changes }: ViewUpdate): void {
    if (docChanged) this.since = this.since.compose(changes)
  }
}

const plugin = ViewPlugin.fromClass(Findings)

/** Sets what is said at a place, or nothing. */
export const setBalloon = StateEffect.define<Tooltip | null>()

/** What is said at the problem that was walked to, until the cursor leaves it. */
const balloon = StateField.define<Tooltip | null>({
  create: () => null,
  update(now, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(setBalloon)) return effect.value
    return docChanged || selection ? null : now
  },
  provide: (field) => showTooltip.from(field),
})

const setTakingPart = StateEffect.define<DecorationSet>()

/** The other places that take part in an error or a warning: both of two members that clash are seen. */
const takingPart = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, { effects, changes }) {
    for (const effect of effects) if (effect.is(setTakingPart)) return effect.value
    return now.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

function marksOf(problems: readonly Problem[], length: number): DecorationSet {
  const marks = problems.flatMap(({ severity, related }) => severity === 'note' ? [] : related
    .filter(({ from, to }) => from < to && to <= length)
    .map(({ from, to, message }) => Decoration.mark({ class: `cm-related cm-related-${severity}`, attributes: { title: message } }).range(from, to)))
  return Decoration.set(marks, true)
}

/** What showing problems needs in an editor. */
export const findings: Extension = [plugin, balloon, takingPart]

/** Selects a problem's place and says what it is about, below the place: what leads to it stands above. */
export function walkTo(view: EditorView, problem: Problem, mendable: boolean): void {
  const { from, to } = placeNow(view, problem)
  const create = (): { dom: HTMLElement } => {
    const dom = document.createElement('div')
    dom.className = 'cm-tooltip-lint'
    const box = dom.appendChild(document.createElement('div'))
    box.className = 'cm-diagnostic'
    box.append(renderProblem(view, problem, mendable ? problem.fixes : []))
    return { dom }
  }
  view.dispatch({
    selection: { anchor: from, head: Math.max(from, to) }, scrollIntoView: true,
    effects: setBalloon.of({ pos: from, end: Math.max(from, to), above: false, create }),
  })
}

/** Underlines the problems, with their fixes where the text can be changed; they belong to the text as it is now. */
export function showProblems(view: EditorView, problems: readonly Problem[], mendable: boolean, places: Places | null = null): void {
  const now = view.plugin(plugin)
  if (!now) return
  now.places = places
  const { length } = view.state.doc
  const within = problems.map(({ from, to }) => ({ from: Math.min(from, length), to: Math.min(to, length) }))
  const known = areShown(view, now, problems, within)
  now.problems = problems
  now.since = ChangeSet.empty(length)
  if (known) return
  const diagnostics = problems.map((problem, at): Diagnostic => ({
    ...within[at]!,
    severity: problem.severity === 'note' ? 'info' : problem.severity,
    markClass: `problem-${problem.severity}`,
    message: problem.message,
    // By number, since the mark may stay for another evaluation's problem that says the same.
    renderMessage: () => renderProblem(view, problem, mendable ? now.problems[at]?.fixes ?? [] : []),
  }))
  now.shown = new Map(diagnostics.map((diagnostic, at) => [diagnostic, at]))
  view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setTakingPart.of(marksOf(problems, length)) })
}

/** True when the editor shows these problems already, moved by typing to where they are now: most letters change none. */
function areShown(view: EditorView, now: Findings, problems: readonly Problem[], places: readonly Range[]): boolean {
  if (problems.length !== now.problems.length) return false
  let left = problems.length
  forEachDiagnostic(view.state, (diagnostic, from, to) => {
    const at = now.shown.get(diagnostic)
    if (at !== undefined && places[at]!.from === from && places[at]!.to === to && alike(problems[at], now.problems[at])) left--
  })
  return left === 0
}

/** Where a place of the evaluated text is now. */
export function placeNow(view: EditorView, { from, to }: Range): Range {
  const since = view.plugin(plugin)?.since
  if (!since) return { from, to }
  const within = (offset: number): number => Math.min(offset, since.length)
  return { from: since.mapPos(within(from), 1), to: since.mapPos(within(to), -1) }
}

/** Where the value of a pointer stands now, with its name when it has one; null when the text has no such value. */
export function placeOfPointer(view: EditorView, pointer: string): Range | null {
  const places = view.plugin(plugin)?.places
  if (!places) return placeOf(view.state, pointer)
  const place = places[pointer]
  return place ? placeNow(view, { from: place[0], to: place[1] }) : null
}

/** The pointer of what stands at an offset of the text as it is now; '' for the whole. */
export function pointerNow(view: EditorView, offset: number): string {
  const places = view.plugin(plugin)?.places
  if (!places) return pointerAt(view.state, offset)
  let within = ''
  let shortest = Infinity
  for (const [pointer, [from, to]] of Object.entries(places)) {
    const place = placeNow(view, { from, to })
    const length = place.to - place.from
    // Of a value and what is in it alone, the inner one comes later.
    if (place.from > offset || offset > place.to || length > shortest) continue
    within = pointer
    shortest = length
  }
  return within
}

/** Mends a problem, as one step to undo; the focus goes there when asked to. */
export function applyFix(view: EditorView, fix: Fix, focus = true): void {
  const changes = fix.edits.map(({ from, to, insert }) => {
    const place = placeNow(view, { from, to })
    return { from: place.from, to: Math.max(place.from, place.to), insert }
  })
  const first = changes[0]
  const end = first ? view.state.changes(changes).mapPos(first.to, 1) : 0
  // What is to be filled in is selected: the first value in what was written.
  const blank = first && fix.fillIn ? /: *"([^"]+)"/.exec(first.insert) : null
  const from = blank ? end - first!.insert.length + blank.index + blank[0].length - blank[1]!.length - 1 : end
  view.dispatch({
    changes,
    ...(first ? { selection: { anchor: from, head: blank ? from + blank[1]!.length : from } } : {}),
    scrollIntoView: true,
    userEvent: 'input.fix',
  })
  if (focus) view.focus()
}

function renderProblem(view: EditorView, problem: Problem, fixes: readonly Fix[]): Node {
  const box = document.createElement('div')
  const word = document.createElement('strong')
  word.className = `severity-word ${problem.severity}`
  word.textContent = problem.severity[0]!.toUpperCase() + problem.severity.slice(1)
  box.append(word, ` ${problem.message}`)
  if (problem.why) {
    const why = document.createElement('div')
    why.className = 'tooltip-why'
    why.textContent = problem.why
    box.append(why)
  }
  for (const fix of fixes) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'cm-diagnosticAction'
    button.textContent = fix.title
    let done = false
    // At once, before the editor takes the press for one beside the balloon; and by key.
    const press = (event: Event): void => {
      event.preventDefault()
      if (!done) applyFix(view, fix)
      done = true
    }
    button.onmousedown = press
    button.onclick = press
    box.append(button)
  }
  return box
}
