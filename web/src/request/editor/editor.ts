// The request's editor. Tab is left to the page on purpose: it leaves the editor, and Enter indents. Cursor and selection are
// the browser's own: drawn by CodeMirror they cost a letter a second layout before each frame.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, Transaction, type Text } from '@codemirror/state'
import {
  EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, tooltips, type KeyBinding,
} from '@codemirror/view'
import { layOut, textOf } from '../../core/body.ts'
import type { Hover } from '../../engine/engine.ts'
import { completion, type Complete } from './completion.ts'
import { cursor } from './cursor.ts'
import { findings, placeNow, placeOfPointer, pointerNow } from './findings.ts'
import { hanging } from './hanging.ts'
import { hover, type AskHover } from './hover.ts'
import { originMark, showOrigin } from './origin-mark.ts'
import type { Range } from './place.ts'
import { languageOf, type Language } from './syntax.ts'
import { editorTheme } from './theme.ts'
import { typing } from './typing.ts'

/** What the page gives the editor and wants to hear of it. */
export interface EditorSetup {
  root: ShadowRoot
  parent: HTMLElement
  /** Takes what comes up over the text, in the same root: what stands in the editor is cut off at its edges. */
  above: HTMLElement
  text: string
  readOnly: boolean
  /** The language that the text is in at first. */
  language: Language
  /** The id of the hint, in the same root. */
  describedBy: string
  changed(doc: Text): void
  /** Told once the editor shows the change. */
  drawn(): void
  /** Told where the cursor is, and what it stands in. */
  moved(cursor: { offset: number, line: number, column: number }, pointer: string): void
  complete: Complete
  askHover: AskHover
  drawHover(hover: Hover, into: HTMLElement): () => void
  /** Keys of the page that the editor would otherwise keep. */
  keys: readonly KeyBinding[]
}

/** Makes the editor and puts it into the page. */
export function createEditor({ root, parent, above, text, readOnly, language, describedBy, changed, drawn, moved, complete, askHover, drawHover, keys }: EditorSetup): EditorView {
  const view = new EditorView({
    root,
    parent,
    dispatchTransactions(transactions, view) {
      const change = transactions.some(({ docChanged }) => docChanged)
      // First, so that the engine is at it while the editor draws.
      if (change) changed(transactions.at(-1)!.newDoc)
      view.update(transactions)
      if (change) drawn()
    },
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.readOnly.of(readOnly),
        lineNumbers(),
        foldGutter({ markerDOM: foldMarker }),
        codeFolding(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        cursor,
        indentUnit.of('  '),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        // One letter stands everywhere.
        highlightSelectionMatches({ minSelectionLength: 2 }),
        search(),
        languageOf(language),
        EditorView.lineWrapping,
        // Fixed to the window: the panes cut off what leaves them.
        tooltips({ position: 'fixed', parent: above }),
        completion(complete),
        hover(askHover, drawHover),
        keymap.of([
          ...keys,
          { key: 'Shift-Alt-f', run: (view) => format(view) },
          // Would comment lines out, which JSON has not; the browser keeps the key.
          ...defaultKeymap.filter(({ key }) => key !== 'Mod-/' && key !== 'Alt-A'),
          ...historyKeymap,
          ...foldKeymap,
          ...searchKeymap,
        ]),
        typing(),
        findings,
        originMark,
        hanging,
        editorTheme,
        EditorView.contentAttributes.of({
          // An editable element takes the focus anyway; it is said for what reads attributes only.
          tabindex: '0', 'aria-describedby': describedBy, autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged || update.selectionSet) {
            const { head } = update.state.selection.main
            const line = update.state.doc.lineAt(head)
            moved({ offset: head, line: line.number, column: head - line.from + 1 }, pointerNow(update.view, head))
          }
        }),
      ],
    }),
  })
  changed(view.state.doc)
  return view
}

function foldMarker(open: boolean): HTMLElement {
  const marker = document.createElement('span')
  marker.textContent = open ? '⌄' : '›'
  marker.title = open ? 'Fold' : 'Unfold'
  return marker
}

/** Puts another text in the place of all, as one step to undo or, where the old one was nobody's, as none. */
export function replaceText(view: EditorView, text: string, undoable = true): void {
  view.dispatch({
    annotations: Transaction.addToHistory.of(undoable),
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: 0 },
    effects: EditorView.scrollIntoView(0),
    userEvent: 'input.replace',
  })
}

/** Lays the text out anew; false when it is no JSON. Names and numbers stay as spelt. */
export function format(view: EditorView): boolean {
  const text = view.state.doc.toString()
  let formatted: string
  try {
    JSON.parse(text)
    formatted = textOf(layOut(text))
  } catch {
    return false
  }
  if (formatted !== text) {
    view.dispatch({ changes: { from: 0, to: text.length, insert: formatted }, selection: { anchor: 0 }, userEvent: 'input.format' })
  }
  return true
}

/** Selects a place of the evaluated text, shows it, and puts the focus there. */
export function goTo(view: EditorView, place: Range): void {
  const { from, to } = placeNow(view, place)
  view.dispatch({
    selection: { anchor: from, head: Math.max(from, to) },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  })
  view.focus()
}

/** Marks where a value of the reply comes from; none for null or when the text has no such place. */
export function showOriginOf(view: EditorView, pointer: string | null): void {
  showOrigin(view, pointer === null ? null : placeOfPointer(view, pointer))
}

/** Goes to the value of a pointer; false when the text has none. */
export function goToPointer(view: EditorView, pointer: string): boolean {
  const place = placeOfPointer(view, pointer)
  if (!place) return false
  view.dispatch({
    selection: { anchor: place.from, head: place.to },
    effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
  })
  view.focus()
  return true
}
