// The one editor of the page, for the panes that land in it. It holds the text in every view of the request: the form and
// the plain text field work on it, so that undo is one and the same.

import { undo } from '@codemirror/commands'
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import { signal } from '@preact/signals'
import type { Edit, Fix, Problem } from '../engine/types.ts'
import { announce } from '../core/announcement.ts'
import { aside, forgetAside } from '../draft/aside.ts'
import { cursor } from '../core/cursor.ts'
import { wordsOf } from '../core/follow.ts'
import { shownPane } from '../core/layout.ts'
import { loaded } from './loaded.ts'
import { ask, options, problems, settleDraft } from '../core/store.ts'
import { openLink } from '../share/sharing.ts'
import { readSurroundings, surroundings } from '../surroundings/surroundings.ts'
import { requestView } from '../core/views.ts'
import { difference } from './editor/difference.ts'
import { goTo, goToPointer, replaceText, showOriginOf } from './editor/editor.ts'
import { applyFix, placeNow } from './editor/findings.ts'
import { placeOf, type Range } from './editor/place.ts'

/** The editor, once it is in the page. */
export const editor = signal<EditorView | null>(null)

/** The field that the form is asked to go to; a new object each time. */
export const formTarget = signal<{ pointer: string } | null>(null)

/** The range that the plain text field is asked to select; a new object each time. */
export const plainTarget = signal<Range | null>(null)

function inEditor<Result>(act: (view: EditorView) => Result): Result | undefined {
  const view = editor.peek()
  if (!view) return undefined
  // A narrow screen hides the editor behind another pane, and what is hidden takes no focus.
  shownPane.value = 'request'
  return act(view)
}

/** Goes to a problem's place and puts the focus there. */
export function landOn(place: Pick<Problem, 'from' | 'to' | 'pointer'>): void {
  inEditor((view) => {
    switch (requestView.peek()) {
      case 'json':
        goTo(view, place)
        break
      case 'plain':
        plainTarget.value = placeNow(view, place)
        break
      case 'form':
        cursor.value = { ...cursor.peek(), offset: place.from }
        formTarget.value = { pointer: place.pointer }
        break
    }
  })
}

/** Goes to the value of a pointer and puts the focus there. */
export function landOnPointer(pointer: string): void {
  inEditor((view) => {
    switch (requestView.peek()) {
      case 'json':
        goToPointer(view, pointer)
        break
      case 'plain':
        plainTarget.value = placeOf(view.state, pointer)
        break
      case 'form':
        formTarget.value = { pointer }
        break
    }
  })
}

/** Applies a fix to the text. */
export function mend(fix: Fix): void {
  inEditor((view) => applyFix(view, fix, requestView.peek() === 'json'))
}

/** Applies all fixes that are safe, as one step to undo. */
export async function mendAllSafe(): Promise<void> {
  const doc = editor.peek()?.state.doc
  if (!doc) return
  const { text, fixes } = await ask('fixAll', doc.toString(), options.peek()).catch((reason: unknown) => ({ text: null, fixes: [wordsOf(reason)] }))
  if (text === null) {
    announce(`Nothing was fixed. ${fixes[0]}`)
    return
  }
  // What was typed meanwhile counts for more.
  if (editor.peek()?.state.doc !== doc) return
  makeEdits([difference(doc.toString(), text)], 'input.fix')
  announce(fixes.length === 1 ? 'One thing was fixed.' : `${fixes.length} things were fixed.`)
}

/** Makes edits of the text as it stands, as one step to undo. The focus stays where it is. */
export function makeEdits(edits: readonly Edit[], userEvent: string): void {
  editor.peek()?.dispatch({ changes: edits.map(({ from, to, insert }) => ({ from, to, insert })), userEvent })
}

/** Goes to the next problem after the cursor, or to the one before it. */
export function walkProblems(direction: 'next' | 'previous'): void {
  inEditor((view) => {
    if (requestView.peek() === 'json') {
      view.focus()
      return (direction === 'next' ? nextDiagnostic : previousDiagnostic)(view)
    }
    const { offset } = cursor.peek()
    const all = problems.peek()
    const next = direction === 'next'
      ? all.find(({ from }) => from > offset) ?? all[0]
      : all.findLast(({ from }) => from < offset) ?? all.at(-1)
    if (next) landOn(next)
    return true
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
    replaceText(view, text)
    loaded.value = title
    if (requestView.peek() === 'json') view.focus()
  })
}

/** Opens the link in the address, now and whenever another one is put there. */
export function followLinks(): () => void {
  const open = (): void => {
    settleDraft()
    void openLink((text) => inEditor((view) => {
      replaceText(view, text)
      loaded.value = null
    }))
  }
  addEventListener('hashchange', open)
  open()
  return () => removeEventListener('hashchange', open)
}

/** Takes back the text that was set aside last. */
export function restoreAside(): void {
  const waiting = aside.peek()
  if (!waiting) return
  forgetAside(waiting)
  surroundings.value = readSurroundings(waiting.surroundings)
  loadExample(waiting.text, waiting.why === 'link' ? 'Your draft' : 'The text of the other tab')
}

/** Takes the last change back. */
export function undoLast(): void {
  inEditor((view) => {
    announce(undo(view) ? 'Undone.' : 'There is nothing to undo.')
    if (requestView.peek() === 'json') view.focus()
  })
}

/** Marks the origin of a value of the reply in the request, without moving there. */
export function pointOut(pointer: string | null): void {
  const view = editor.peek()
  if (view) showOriginOf(view, pointer)
}
