/** What was done in the field that stands in the page before the editor is there: see field.ts. */
export interface Early {
  /** The text, where it was changed. */
  text: string | null
  /** The selection, in UTF-16 code units, where the field has the focus. */
  selection: { anchor: number, head: number } | null
}

/** Takes the field out of the page and tells what it holds. */
export function takeEarly(): Early {
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
