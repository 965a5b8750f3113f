import { effect } from '@preact/signals'
import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { editor, followLinks } from './current.ts'
import { createEditor, format } from './editor/editor.ts'
import { showProblems } from './editor/findings.ts'
import type { Hover } from '../engine/engine.ts'
import { announce } from '../core/announcement.ts'
import { cursor } from '../core/cursor.ts'
import { recallDraft } from '../draft/draft.ts'
import { takeEarly } from '../early/taken.ts'
import { awaiting, readOnly } from '../core/embedding.ts'
import { sample } from '../core/examples.ts'
import { offer, offerImport } from '../import/import.ts'
import { problemsShown } from '../problems/listed.ts'
import { loaded } from './loaded.ts'
import { ask, broken, changeText, evaluation, options, problems, takeAnswer } from '../core/store.ts'
import { requestPointer } from '../core/pointing.ts'
import { surroundings } from '../surroundings/surroundings.ts'
import { requestView, requestViews } from '../core/views.ts'
import { focusReference } from '../shell/focus.ts'
import { FormView } from '../form/form-view.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { PlainText } from '../plain/plain-text.tsx'
import { ReferenceCard } from '../reference/reference-card.tsx'
import { ViewTabs } from '../core/ui/view-tabs.tsx'

/** The ways to read a request that cannot be changed. */
const readViews: Partial<typeof requestViews> = { json: requestViews.json, plain: requestViews.plain }

/** The request and the ways to write it. */
export function RequestPane({ root }: { root: ShadowRoot }) {
  const parent = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!parent.current || !above.current) return
    const view = createEditor({
      root,
      parent: parent.current,
      above: above.current,
      text: recallDraft() ?? (awaiting.peek() ? '' : sample),
      readOnly: readOnly.peek(),
      label: 'CreateUserPool request, JSON',
      describedBy: 'editor-hint',
      changed(doc, put) {
        offer.value = null
        loaded.value = null
        if (put) offerImport(doc.toString(), false)
        changeText(doc)
      },
      drawn: takeAnswer,
      moved(place, pointer) {
        cursor.value = place
        requestPointer.value = pointer
      },
      complete: (text, offset) => ask('complete', text, offset, options.peek()).catch(() => []),
      askHover: (text, offset) => ask('hover', text, offset, options.peek()).catch(() => null),
      drawHover,
      keys: [{ key: 'Alt-F1', run: () => focusReference(root) }],
    })
    editor.value = view
    const early = takeEarly()
    // A change like any other, so that it is kept and can be undone.
    if (early.text !== null) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: early.text } })
    if (early.selection) {
      const { length } = view.state.doc
      view.dispatch({ selection: { anchor: Math.min(early.selection.anchor, length), head: Math.min(early.selection.head, length) } })
      view.focus()
    }
    const stopLinks = followLinks()
    const stop = effect(() => {
      // Only an evaluation of the text as it is now may underline it.
      if (evaluation.value?.doc === view.state.doc) showProblems(view, problems.value.slice(0, problemsShown), !readOnly.peek())
    })
    return () => {
      stop()
      stopLinks()
      editor.value = null
      view.destroy()
    }
  }, [])

  const layOutAnew = (): void => {
    const view = editor.peek()
    if (view) announce(format(view) ? 'Formatted.' : 'Only valid JSON can be formatted.')
  }
  const shown = requestView.value
  return (
    <section class="pane request" id="request" aria-labelledby="request-title">
      <header class="pane-head">
        <h2 id="request-title">Request</h2>
        <ViewTabs label="Ways to write the request" of={readOnly.value ? readViews : requestViews} chosen={requestView} controls="request-view" />
        {surroundings.value.asOf && <span class="tag as-of">as of {surroundings.value.asOf}</span>}
        <div class="pane-actions">
          {shown !== 'form' && !readOnly.value && (
            <button
              type="button" class="button quiet" onClick={layOutAnew} disabled={broken.value}
              title={broken.value ? 'Only valid JSON can be formatted' : 'Shift+Alt+F'}
            >
              <Icon name="format" /><span class="format-words">Format</span>
            </button>
          )}
        </div>
      </header>
      <div class="request-view" id="request-view" role="tabpanel" aria-labelledby={`request-view-${shown}`}>
        <div class="editor" ref={parent} hidden={shown !== 'json'} />
        <div ref={above} />
        {shown === 'form' && <FormView />}
        {shown === 'plain' && <PlainText describedBy="editor-hint" />}
      </div>
      <footer class="pane-foot">
        <span id="editor-hint">
          {shown !== 'form' && <><kbd>Tab</kbd> leaves the text. </>}
          {shown === 'json' && <><kbd>Ctrl</kbd>+<kbd>Space</kbd> completes. </>}
          <kbd>F8</kbd> goes to the next problem.
        </span>
        {shown !== 'form' && <CursorPlace />}
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
