// The one editor of the page, for the panes that land in it.

import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import { signal } from '@preact/signals'
import type { Fix, Problem } from '../engine/types.ts'
import { shownPane } from '../state/layout.ts'
import { goTo, goToPointer, replaceText, showOriginOf } from './editor.ts'
import { applyFix } from './findings.ts'

/** The editor, once it is in the page. */
export const editor = signal<EditorView | null>(null)

function inEditor<Result>(act: (view: EditorView) => Result): Result | undefined {
  const view = editor.peek()
  if (!view) return undefined
  // A narrow screen hides the editor behind another pane, and what is hidden takes no focus.
  shownPane.value = 'request'
  return act(view)
}

/** Selects a problem's place and puts the focus there. */
export function landOn(place: Pick<Problem, 'from' | 'to'>): void {
  inEditor((view) => goTo(view, place))
}

/** Selects the value of a pointer and puts the focus there. */
export function landOnPointer(pointer: string): void {
  inEditor((view) => goToPointer(view, pointer))
}

/** Applies a fix to the text. */
export function mend(fix: Fix): void {
  inEditor((view) => applyFix(view, fix))
}

/** Goes to the next problem after the cursor, or to the one before it. */
export function walkProblems(direction: 'next' | 'previous'): void {
  inEditor((view) => {
    view.focus()
    return (direction === 'next' ? nextDiagnostic : previousDiagnostic)(view)
  })
}

/** Puts an example in the place of the text; undo brings the text back. */
export function loadExample(text: string): void {
  inEditor((view) => {
    replaceText(view, text)
    view.focus()
  })
}

/** Marks the origin of a value of the reply in the request, without moving there. */
export function pointOut(pointer: string | null): void {
  const view = editor.peek()
  if (view) showOriginOf(view, pointer)
}
