// The request: one editor, which keeps the text, and the views over it. Whatever else takes part in writing comes to it from
// outside, as the pane's properties.

import type { Text } from '@codemirror/state'
import type { EditorView, KeyBinding } from '@codemirror/view'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { cursor } from '../core/cursor.ts'
import { readOnly } from '../core/embedding.ts'
import type { Pane } from '../core/layout.ts'
import { options } from '../core/options.ts'
import { requestPointer } from '../core/pointing.ts'
import { ask, changeText, evaluation, problems, problemsShown, request, takeAnswer } from '../core/store.ts'
import { ViewTabs } from '../core/ui/view-tabs.tsx'
import { requestViews } from '../core/views.ts'
import type { Hover } from '../engine/engine.ts'
import { ReferenceCard } from '../reference/reference-card.tsx'
import { surroundings } from '../surroundings/surroundings.ts'
import { editor } from './current.ts'
import { createEditor } from './editor/editor.ts'
import { showProblems } from './editor/findings.ts'
import { loaded } from './loaded.ts'
import style from './request.css'

/** The pane of the request. */
export const pane: Pane = { id: 'request', label: 'Request', stop: '.request .cm-content, .request .plain, .request .form-search', style }

interface RequestPaneProps {
  root: ShadowRoot
  /** The text to begin with. */
  text(): string
  /**
   * Told of each text. `put` is true when it was pasted or dropped in whole, in place of another or of none; `first` when
   * nobody has changed anything yet.
   */
  changed(doc: Text, put: boolean, first: boolean): void
  /** Told when the editor is there; what it returns is called when it goes. */
  there(view: EditorView): () => void
  /** Keys of the page that the editor would otherwise keep. */
  keys: readonly KeyBinding[]
}

/** The request and the ways to write it. */
export function RequestPane({ root, text, changed, there, keys }: RequestPaneProps) {
  const parent = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!parent.current || !above.current) return
    const view = createEditor({
      root,
      parent: parent.current,
      above: above.current,
      text: text(),
      readOnly: readOnly.peek(),
      label: 'CreateUserPool request, JSON',
      describedBy: 'editor-hint',
      changed(doc, put) {
        const first = request.peek().doc === null
        loaded.value = null
        changeText(doc)
        changed(doc, put, first)
      },
      drawn: takeAnswer,
      moved(place, pointer) {
        cursor.value = place
        requestPointer.value = pointer
      },
      complete: (text, offset) => ask('complete', text, offset, options.peek()).catch(() => []),
      askHover: (text, offset) => ask('hover', text, offset, options.peek()).catch(() => null),
      drawHover,
      keys,
    })
    editor.value = view
    const gone = there(view)
    const stop = effect(() => {
      // Only an evaluation of the text as it is now may underline it.
      if (evaluation.value?.doc === view.state.doc) showProblems(view, problems.value.slice(0, problemsShown), !readOnly.peek())
    })
    return () => {
      stop()
      gone()
      editor.value = null
      view.destroy()
    }
  }, [])

  const view = requestViews.shown
  if (!view) return null
  const { id, View, Actions, Hint, asText } = view
  return (
    <section class="pane request" id="request" aria-labelledby="request-title">
      <header class="pane-head">
        <h2 id="request-title">Request</h2>
        <ViewTabs
          label="Ways to write the request" of={requestViews.all.filter(({ writes }) => !(writes && readOnly.value))} chosen={requestViews.chosen}
          controls="request-view"
        />
        {surroundings.value.asOf && <span class="tag as-of">as of {surroundings.value.asOf}</span>}
        <div class="pane-actions">{Actions && <Actions />}</div>
      </header>
      <div class="request-view" id="request-view" role="tabpanel" aria-labelledby={`request-view-${id}`}>
        <div class="editor" ref={parent} hidden={View !== undefined} />
        <div ref={above} />
        {View && <View />}
      </div>
      <footer class="pane-foot">
        <span id="editor-hint">{Hint && <Hint />}<kbd>F8</kbd> goes to the next problem.</span>
        {asText && <CursorPlace />}
      </footer>
    </section>
  )
}

/** By itself, since it changes with every letter. */
function CursorPlace() {
  return <span class="cursor-place"><span class="cursor">Ln {cursor.value.line}, Col {cursor.value.column}</span></span>
}

function drawHover(of: Hover, into: HTMLElement): () => void {
  render(<ReferenceCard of={of} short />, into)
  return () => render(null, into)
}
