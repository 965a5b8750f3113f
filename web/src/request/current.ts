// The one editor of the page, for whatever lands in it. It holds the text in every view of the request: the form and
// the plain text field work on it, so that undo is one and the same.

import { redo, undo } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import { computed, signal } from '@preact/signals'
import { announce } from '../core/announcement.ts'
import { cursor } from '../core/cursor.ts'
import { readOnly } from '../core/embedding.ts'
import { wordsOf } from '../core/follow.ts'
import { titleOf } from '../core/languages.ts'
import { narrow, shownPane } from '../core/layout.ts'
import { options, saidLanguage } from '../core/options.ts'
import { findPlacesBy, goneTo, problemAtCursor } from '../core/pointing.ts'
import { byRank } from '../core/ranks.ts'
import { ask, evaluation, foreign, problems, reading, unrecognised } from '../core/store.ts'
import { fetchLater } from '../core/ui/later.tsx'
import { requestViews } from '../core/views.ts'
import type { Edit, Fix, Problem } from '../engine/types.ts'
import { difference } from './editor/difference.ts'
import { goTo, goToPointer, replaceText, showOriginOf } from './editor/editor.ts'
import { applyFix, placeNow, placeOfPointer, pointerNow, walkTo } from './editor/findings.ts'
import type { landNear } from './land-near.ts'
import { loaded } from './loaded.ts'

/** What the text is called: for those who do not see it. */
export const editorLabel = computed(() => {
  const now = reading.value
  return !now?.foreign ? 'CreateUserPool request, JSON' : unrecognised.value ? 'User pool, in no known language' : `User pool, ${titleOf(now.language)}`
})

/** The editor, once it is in the page. */
export const editor = signal<EditorView | null>(null)

function inEditor<Result>(act: (view: EditorView) => Result): Result | undefined {
  const view = editor.peek()
  if (!view) return undefined
  // A narrow screen hides the editor behind another pane, and what is hidden takes no focus.
  shownPane.value = 'request'
  return act(view)
}

/** True where the editor itself is seen, and not another view over its text. */
const inSight = (): boolean => !requestViews.peek()?.View

/** Goes to a problem's place and puts the focus there. */
export function landOn(place: Pick<Problem, 'from' | 'to' | 'pointer'>): void {
  inEditor((view) => {
    const land = requestViews.peek()?.land
    if (land) land({ pointer: place.pointer, offset: place.from, range: () => placeNow(view, place) })
    else goTo(view, place)
  })
}

/** Goes to the value of a pointer and puts the focus there; where the text does not say it, to where it belongs. */
export function landOnPointer(pointer: string): void {
  inEditor((view) => {
    const { land, asText } = requestViews.peek() ?? {}
    // A form has a field for what is not given, too.
    if (!placeOfPointer(view, pointer) && (asText || foreign.peek())) void fetchLater('landNear').then((go) => (go as typeof landNear)(view, pointer), () => {})
    else if (land) land({ pointer, range: () => placeOfPointer(view, pointer) })
    else goToPointer(view, pointer)
  })
}

/** Shows the editor itself. */
export function showEditor(): void {
  requestViews.chosen.value = requestViews.usual
}

/** Applies a fix to the text. */
export function mend(fix: Fix): void {
  const shown = editor.peek()
  // Whoever reads the answer on a narrow screen stays there, but for what is still to be filled in.
  if (shown && narrow.peek() && shownPane.peek() !== 'request' && !fix.fillIn) {
    applyFix(shown, fix, false)
    announce('Fixed.')
    return
  }
  inEditor((view) => {
    applyFix(view, fix, inSight())
    const land = requestViews.peek()?.land
    if (!land) return
    // What was pressed is gone with its problem: the focus goes to what it changed.
    const { head } = view.state.selection.main
    const pointer = pointerNow(view, head)
    land({ pointer, range: () => placeOfPointer(view, pointer) })
  })
}

/** Applies all fixes that are safe, as one step to undo. */
export async function mendAllSafe(): Promise<void> {
  const doc = editor.peek()?.state.doc
  if (!doc) return
  if (foreign.peek()) {
    mendShown()
    return
  }
  const { text, fixes } = await ask('fixAll', doc.toString(), options.peek()).catch((reason: unknown) => ({ text: null, fixes: [wordsOf(reason)] }))
  if (text === null) {
    announce(`Nothing was fixed. ${fixes[0]}`)
    return
  }
  // What was typed meanwhile counts for more.
  if (editor.peek()?.state.doc !== doc) return
  makeEdits([difference(doc.toString(), text)], 'input.fix')
  announceFixed(fixes.length)
}

/** Applies the safe fixes that are shown, as far as they do not touch each other: what one brings to light is shown next. */
function mendShown(): void {
  const view = editor.peek()
  if (!view) return
  const edits: Edit[] = []
  let count = 0
  for (const { fixes } of problems.peek()) {
    const fix = fixes.find(({ safe }) => safe)
    const now = (fix?.edits ?? []).map((edit) => ({ ...edit, ...placeNow(view, edit) }))
    if (now.length === 0 || now[0]!.from <= (edits.at(-1)?.to ?? -1)) continue
    edits.push(...now)
    count++
  }
  makeEdits(edits, 'input.fix')
  announceFixed(count)
}

function announceFixed(count: number): void {
  announce(count === 1 ? 'One thing was fixed.' : `${count} things were fixed.`)
}

/** Makes edits of the text as it stands, as one step to undo. The focus stays where it is. */
export function makeEdits(edits: readonly Edit[], userEvent: string): void {
  editor.peek()?.dispatch({ changes: edits.map(({ from, to, insert }) => ({ from, to, insert })), userEvent })
}

/** Goes to a problem and marks it in the list. */
export function landOnProblem(problem: Problem): void {
  landOn(problem)
  goneTo.value = { problem, offset: cursor.peek().offset }
}

/** Goes to the next problem, or to the one before: errors come first. */
export function walkProblems(direction: 'next' | 'previous'): void {
  const all = byRank(problems.peek())
  const at = problemAtCursor.peek()
  const here = at ? all.indexOf(at) : direction === 'next' ? -1 : 0
  const next = all.at((here + (direction === 'next' ? 1 : -1)) % all.length)
  if (!next) return
  inEditor((view) => {
    if (inSight()) {
      view.focus()
      walkTo(view, next, !readOnly.peek())
      goneTo.value = { problem: next, offset: cursor.peek().offset }
    } else {
      landOnProblem(next)
    }
  })
}

/** Puts a text in the place of all, as one step to undo or as none, and leaves the focus where it is. */
export function replaceAll(text: string, undoable: boolean): void {
  const view = editor.peek()
  if (view && view.state.doc.toString() !== text) replaceText(view, text, undoable)
}

/** Puts a text in the place of all; undo brings the old one back, and a line offers it. */
export function loadExample(text: string, title: string): void {
  inEditor((view) => {
    saidLanguage.value = ''
    replaceText(view, text)
    loaded.value = title
    if (inSight()) view.focus()
  })
}

/** Puts the text of a link in the place of all, as one step to undo. It was asked for, so that no line says so. */
export function replaceLinked(text: string): void {
  inEditor((view) => {
    saidLanguage.value = ''
    replaceText(view, text)
    loaded.value = null
  })
}

/** Makes the change again that was taken back last. */
export function redoLast(): void {
  inEditor((view) => {
    announce(redo(view) ? 'Done again.' : 'There is nothing to do again.')
    if (inSight()) view.focus()
  })
}

findPlacesBy((pointer) => {
  const view = editor.peek()
  return view && evaluation.peek()?.doc === view.state.doc ? placeOfPointer(view, pointer)?.from ?? null : null
})

/** Takes the last change back. */
export function undoLast(): void {
  inEditor((view) => {
    announce(undo(view) ? 'Undone.' : 'There is nothing to undo.')
    if (inSight()) view.focus()
  })
}

/** Marks the origin of a value of the reply in the request, without moving there. */
export function pointOut(pointer: string | null): void {
  const view = editor.peek()
  if (view) showOriginOf(view, pointer)
}
