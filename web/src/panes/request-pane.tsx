import { effect, signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { editor } from '../editor/current.ts'
import { createEditor, format } from '../editor/editor.ts'
import { showProblems } from '../editor/findings.ts'
import { announce } from '../state/announcement.ts'
import { recallDraft } from '../state/draft.ts'
import { sample } from '../state/examples.ts'
import { offer, offerImport } from '../state/import.ts'
import { broken, changeText, evaluation, problems } from '../state/playground.ts'
import { surroundings } from '../state/surroundings.ts'
import { Icon } from './icons.tsx'
import { problemsShown } from './problems-pane.tsx'

const cursor = signal({ line: 1, column: 1 })

/** The request and its editor. */
export function RequestPane({ root }: { root: ShadowRoot }) {
  const parent = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!parent.current) return
    const view = createEditor({
      root,
      parent: parent.current,
      text: recallDraft() ?? sample,
      label: 'CreateUserPool request, JSON',
      describedBy: 'editor-hint',
      changed(doc, put) {
        offer.value = null
        if (put) offerImport(doc.toString(), false)
        changeText(doc)
      },
      moved: (line, column) => cursor.value = { line, column },
    })
    editor.value = view
    const stop = effect(() => {
      // Only an evaluation of the text as it is now may underline it.
      if (evaluation.value?.doc === view.state.doc) showProblems(view, problems.value.slice(0, problemsShown))
    })
    return () => {
      stop()
      editor.value = null
      view.destroy()
    }
  }, [])

  const layOutAnew = (): void => {
    const view = editor.peek()
    if (view) announce(format(view) ? 'Formatted.' : 'Only valid JSON can be formatted.')
  }
  return (
    <section class="pane request" id="request" aria-labelledby="request-title">
      <header class="pane-head">
        <h2 id="request-title">Request</h2>
        <span class="pane-note">CreateUserPool</span>
        {surroundings.value.asOf && <span class="tag as-of">as of {surroundings.value.asOf}</span>}
        <div class="pane-actions">
          <button
            type="button" class="button quiet" onClick={layOutAnew} disabled={broken.value}
            title={broken.value ? 'Only valid JSON can be formatted' : 'Shift+Alt+F'}
          >
            <Icon name="format" />Format
          </button>
        </div>
      </header>
      <div class="editor" ref={parent} />
      <footer class="pane-foot">
        <span id="editor-hint"><kbd>Tab</kbd> leaves the editor. <kbd>F8</kbd> goes to the next problem.</span>
        <span class="cursor">Ln {cursor.value.line}, Col {cursor.value.column}</span>
      </footer>
    </section>
  )
}
