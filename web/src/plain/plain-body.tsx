// What the view of the plain text shows. It is fetched when that is first opened.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { cursor } from '../core/cursor.ts'
import { readOnly } from '../core/embedding.ts'
import { pointAt } from '../core/pointing.ts'
import { request } from '../core/store.ts'
import { editor, editorLabel, makeEdits, undoLast } from '../request/current.ts'
import { difference } from '../request/editor/difference.ts'
import { pointerNow } from '../request/editor/findings.ts'
import { target } from './plain-text.tsx'

/** The text field. */
export function PlainBody() {
  const field = useRef<HTMLTextAreaElement>(null)
  const text = request.value.doc?.toString() ?? ''

  useLayoutEffect(() => {
    // Set by hand: what a person types is there already, and setting it anew would move the cursor.
    if (field.current && field.current.value !== text) field.current.value = text
  }, [text])
  useEffect(() => target.subscribe((range) => {
    if (!range || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(range.from, Math.max(range.from, range.to))
    target.value = null
  }), [])
  useEffect(() => {
    const moved = (): void => {
      const view = editor.peek()
      if (!field.current || !view || (field.current.getRootNode() as ShadowRoot).activeElement !== field.current) return
      const offset = Math.min(field.current.selectionStart, view.state.doc.length)
      const line = view.state.doc.lineAt(offset)
      cursor.value = { offset, line: line.number, column: offset - line.from + 1 }
      pointAt(pointerNow(view, offset))
    }
    document.addEventListener('selectionchange', moved)
    return () => document.removeEventListener('selectionchange', moved)
  }, [])

  const press = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    undoLast()
  }
  return (
    <textarea
      ref={field} class="plain" aria-label={editorLabel.value} aria-describedby="editor-hint"
      readOnly={readOnly.value} autocomplete="off" autocapitalize="off" spellcheck={false} wrap="soft" onKeyDown={press}
      onInput={(event) => makeEdits([difference(editor.peek()?.state.doc.toString() ?? '', event.currentTarget.value)], 'input.type')}
    />
  )
}
