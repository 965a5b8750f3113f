import type { EditorView } from '@codemirror/view'

/** What was done in the field that stands in the page before the editor is there: see field.ts. */
interface Early {
  /** The text, where it was changed. */
  text: string | null
  /** The selection, in UTF-16 code units, where the field has the focus. */
  selection: { anchor: number, head: number } | null
}

/** Takes the field out of the page, and its text, its selection and its focus over into the editor. */
export function takeOver(view: EditorView): void {
  const early = takeEarly()
  // A change like any other, so that it is kept and can be undone.
  if (early.text !== null) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: early.text } })
  if (early.selection) {
    const { length } = view.state.doc
    view.dispatch({ selection: { anchor: Math.min(early.selection.anchor, length), head: Math.min(early.selection.head, length) } })
    view.focus()
  }
}

/** Takes the field out of the page and tells what it holds. */
function takeEarly(): Early {
  const field = document.querySelector<HTMLTextAreaElement>('user-pool-playground > textarea')
  if (!field) return { text: null, selection: null }
  const { value, selectionStart, selectionEnd } = field
  const early = {
    text: 'written' in field.dataset ? value : null,
    selection: document.activeElement === field ? { anchor: selectionStart, head: selectionEnd } : null,
  }
  field.remove()
  return early
}
