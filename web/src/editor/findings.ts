// The engine's problems as the editor's diagnostics. Their offsets belong to the text that was evaluated; what was typed
// since is remembered, so that a place or a fix still lands right.

import { setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { ChangeSet, StateEffect, StateField, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Fix, Problem } from '../engine/types.ts'
import type { Range } from './place.ts'

const evaluated = StateEffect.define()

/** The changes since the text that the shown problems belong to. */
const since = StateField.define<ChangeSet>({
  create: (state) => ChangeSet.empty(state.doc.length),
  update(changes, transaction) {
    const fresh = transaction.effects.some((effect) => effect.is(evaluated))
    return fresh ? ChangeSet.empty(transaction.newDoc.length) : changes.compose(transaction.changes)
  },
})

/** What showing problems needs in an editor. */
export const findings: Extension = since

/** Underlines the problems, with their fixes where the text can be changed; they belong to the text as it is now. */
export function showProblems(view: EditorView, problems: readonly Problem[], mendable: boolean): void {
  const length = view.state.doc.length
  const diagnostics = problems.map((problem): Diagnostic => ({
    from: Math.min(problem.from, length),
    to: Math.min(problem.to, length),
    severity: problem.severity === 'note' ? 'info' : problem.severity,
    markClass: `problem-${problem.severity}`,
    message: problem.message,
    renderMessage: () => renderProblem(problem),
    actions: !mendable ? [] : problem.fixes.map((fix) => ({ name: fix.title, apply: () => applyFix(view, fix) })),
  }))
  const { effects = [], ...shown } = setDiagnostics(view.state, diagnostics)
  view.dispatch({ ...shown, effects: [evaluated.of(null), ...[effects].flat()] })
}

/** Where a place of the evaluated text is now. */
export function placeNow(view: EditorView, { from, to }: Range): Range {
  const changes = view.state.field(since)
  const within = (offset: number): number => Math.min(offset, changes.length)
  return { from: changes.mapPos(within(from), 1), to: changes.mapPos(within(to), -1) }
}

/** Mends a problem, as one step to undo; the focus goes there when asked to. */
export function applyFix(view: EditorView, fix: Fix, focus = true): void {
  const changes = fix.edits.map(({ from, to, insert }) => {
    const place = placeNow(view, { from, to })
    return { from: place.from, to: Math.max(place.from, place.to), insert }
  })
  const first = changes[0]
  view.dispatch({
    changes,
    ...(first ? { selection: { anchor: view.state.changes(changes).mapPos(first.to, 1) } } : {}),
    scrollIntoView: true,
    userEvent: 'input.fix',
  })
  if (focus) view.focus()
}

function renderProblem(problem: Problem): Node {
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
  return box
}
