// The request: one editor, which keeps the text, and the views over it. Whatever else takes part in writing comes to it from
// outside, as the pane's properties.

import { redoDepth, undoDepth } from '@codemirror/commands'
import type { Text } from '@codemirror/state'
import type { EditorView, KeyBinding } from '@codemirror/view'
import { computed, effect, signal } from '@preact/signals'
import { type ComponentType } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { cursor } from '../core/cursor.ts'
import { readOnly } from '../core/embedding.ts'
import type { Pane } from '../core/layout.ts'
import { options } from '../core/options.ts'
import { pointAt } from '../core/pointing.ts'
import { skeletonOf } from '../core/skeleton.ts'
import { problemsShown } from '../core/ranks.ts'
import { ask, changeText, evaluation, foreign, ofText, problems, reading, request, takeAnswer } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { ViewTabs } from '../core/ui/view-tabs.tsx'
import { requestViews } from '../core/views.ts'
import type { Hover } from '../engine/engine.ts'
import { drawHover } from '../reference/reference-card.tsx'
import { surroundings, surroundingsOpen } from '../surroundings/surroundings.ts'
import { TextReplaced } from './banner.tsx'
import { editor, editorLabel, redoLast, undoLast } from './current.ts'
import { createEditor } from './editor/editor.ts'
import { placeOfPointer, pointerNow, showProblems } from './editor/findings.ts'
import { setLanguage } from './editor/syntax.ts'
import { loaded } from './loaded.ts'
import style from './request.css'

/** The pane of the request. */
export const pane: Pane = { id: 'request', label: 'Request', stop: '.request .cm-content, .request .plain, .request .form-search', style }

interface RequestPaneProps {
  root: ShadowRoot
  /** The text to begin with. */
  text(): string
  /** Told of each text; `first` is true when nobody has changed anything yet. */
  changed(doc: Text, first: boolean): void
  /** Told when the editor is there; what it returns is called when it goes. */
  there(view: EditorView): () => void
  /** Stands in the pane's head, and says what the text is. */
  Chip: ComponentType
  /** Stands over the text. */
  Bar: ComponentType
  /** Keys of the page that the editor would otherwise keep. */
  keys: readonly KeyBinding[]
}

/** The request and the ways to write it. */
export function RequestPane({ root, text, changed, there, Chip, Bar, keys }: RequestPaneProps) {
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
      language: { syntax: 'json', label: editorLabel.peek() },
      describedBy: 'editor-hint',
      changed(doc) {
        const first = request.peek().doc === null
        loaded.value = null
        changeText(doc)
        changed(doc, first)
      },
      drawn() {
        takeAnswer()
        canUndo.value = undoDepth(view.state) > 0
        canRedo.value = redoDepth(view.state) > 0
      },
      moved(place, pointer) {
        cursor.value = place
        pointAt(pointer)
      },
      complete: async (text, offset) => (foreign.peek() ? ask('completeText', text, offset, ofText.peek()) : ask('complete', text, offset, options.peek())).catch(() => []),
      askHover: (text, offset) => (foreign.peek() ? hoverForeign(offset) : ask('hover', text, offset, options.peek())).catch(() => null),
      drawHover,
      keys,
    })
    editor.value = view
    const gone = there(view)
    const stop = effect(() => {
      // Only an evaluation of the text as it is now may underline it.
      if (evaluation.value?.doc !== view.state.doc) return
      const { foreign, places } = evaluation.value.result
      showProblems(view, problems.value.slice(0, problemsShown), !readOnly.peek(), foreign ? places : null)
      if (foreign) pointAt(pointerNow(view, view.state.selection.main.head))
      else if (view.state.doc.length === 0) pointAt('')
    })
    const stopLanguage = effect(() => setLanguage(view, { syntax: syntax.value, label: editorLabel.value }))
    return () => {
      stop()
      stopLanguage()
      gone()
      editor.value = null
      view.destroy()
    }
  }, [])

  const view = requestViews.shown
  if (!view) return null
  const views = requestViews.all.filter(({ writes }) => !(writes && readOnly.value))
    .map(({ id, label, labelElsewhere }) => ({ id, label: foreign.value && labelElsewhere || label }))
  const { id, View, Actions, Hint, asText } = view
  return (
    <section class="pane request" id="request" aria-labelledby="request-title">
      <header class="pane-head">
        <h2 id="request-title">Request</h2>
        <ViewTabs
          label="Ways to write the request" of={views} chosen={requestViews.chosen}
          controls="request-view"
        />
        <Chip />
        {surroundings.value.asOf && <button type="button" class="tag as-of" title="The API of that day. Opens the surroundings" onClick={() => surroundingsOpen.value = true}><span class="wide-words">as of </span>{surroundings.value.asOf}</button>}
        <div class="pane-actions">{!readOnly.value && <UndoButtons />}{Actions && <Actions />}</div>
      </header>
      <Bar />
      <div class="request-view" id="request-view" role="tabpanel" aria-labelledby={`request-view-${id}`}>
        <div class="editor" ref={parent} hidden={View !== undefined} />
        <div ref={above} />
        {View && <View />}
      </div>
      <TextReplaced />
      <footer class="pane-foot" hidden={replaced.value}>
        <span id="editor-hint">{Hint && <Hint />}<span><kbd>F8</kbd> problems.</span></span>
        {asText && <CursorPlace />}
      </footer>
    </section>
  )
}

/** Undo and redo of the text, in all views: a screen without keys has no other way. */
function UndoButtons() {
  return (
    <>
      <button type="button" class="button quiet icon-only" aria-label="Undo" title="Undo" disabled={!canUndo.value} onClick={undoLast}><Icon name="undo" /></button>
      <button type="button" class="button quiet icon-only" aria-label="Redo" title="Redo" disabled={!canRedo.value} onClick={redoLast}><Icon name="redo" /></button>
    </>
  )
}

/** Whether there is a step to undo, and one to redo. */
const canUndo = signal(false)
const canRedo = signal(false)

/** True while the foot says what took the place of the text. */
const replaced = computed(() => loaded.value !== null)

/** By itself, since few letters change it. */
const syntax = computed(() => reading.value?.syntax ?? 'json')

/** What is known of what stands at a place of a text in another language. */
async function hoverForeign(offset: number): Promise<Hover | null> {
  const view = editor.peek()
  const pointer = view && pointerNow(view, offset)
  if (!pointer) return null
  const { request, offset: at } = skeletonOf(pointer)
  const known = await ask('hover', request, at, options.peek())
  const place = placeOfPointer(view, pointer)
  return known && place && { ...known, ...place }
}

/** By itself, since it changes with every letter. */
function CursorPlace() {
  return <span class="cursor-place"><span class="cursor">Ln {cursor.value.line}, Col {cursor.value.column}</span></span>
}
