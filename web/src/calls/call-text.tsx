import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, indentUnit } from '@codemirror/language'
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, tooltips } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { options } from '../core/options.ts'
import { ask } from '../core/store.ts'
import { drawHover } from '../reference/reference-card.tsx'
import { completion } from '../request/editor/completion.ts'
import { format } from '../request/editor/editor.ts'
import { findings, showProblems } from '../request/editor/findings.ts'
import { hanging } from '../request/editor/hanging.ts'
import { hover } from '../request/editor/hover.ts'
import { languageOf } from '../request/editor/syntax.ts'
import { editorTheme } from '../request/editor/theme.ts'
import { typing } from '../request/editor/typing.ts'
import type { CallProps } from './call-props.ts'

/** The request of an operation, written as JSON with the help that the pool's own request has: completion, hover, problems with their fixes. */
export function CallText({ operation, text, write, problems, done, inserts }: CallProps) {
  const parent = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | null>(null)
  const now = useRef({ operation, write, done })
  now.current = { operation, write, done }
  useLayoutEffect(() => {
    const [into, over] = [parent.current!, above.current!]
    const view = new EditorView({
      root: into.getRootNode() as ShadowRoot,
      parent: into,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(), indentUnit.of('  '), bracketMatching(), languageOf({ syntax: 'json', label: `${operation} request` }), EditorView.lineWrapping,
          tooltips({ position: 'fixed', parent: over }),
          completion((text, offset) => ask('completeCall', now.current.operation, text, offset, options.peek()).catch(() => [])),
          hover((text, offset) => ask('hoverCall', now.current.operation, text, offset, options.peek()).catch(() => null), drawHover),
          keymap.of([
            { key: 'Mod-Enter', run: () => { now.current.done?.(); return true } },
            { key: 'F8', run: nextDiagnostic, preventDefault: true },
            { key: 'Shift-F8', run: previousDiagnostic, preventDefault: true },
            { key: 'Shift-Alt-f', run: format },
            ...defaultKeymap.filter(({ key }) => key !== 'Mod-/' && key !== 'Alt-A' && key !== 'Mod-Enter'),
            ...historyKeymap,
          ]),
          typing(), findings, hanging, editorTheme,
          EditorView.contentAttributes.of({ tabindex: '0', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
          EditorView.updateListener.of(({ docChanged, state }) => { if (docChanged) now.current.write(state.doc.toString()) }),
        ],
      }),
    })
    editor.current = view
    inserts?.((given, instead) => {
      const { state } = view
      const at = state.doc.toString().indexOf(instead)
      const place = at < 0 ? state.selection.main : { from: at, to: at + instead.length }
      view.dispatch({ changes: { from: place.from, to: place.to, insert: given }, selection: { anchor: place.from + given.length }, userEvent: 'input.insert' })
      view.focus()
    })
    return () => {
      editor.current = null
      view.destroy()
    }
  }, [operation])
  useEffect(() => {
    const view = editor.current
    if (view && view.state.doc.toString() !== text) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
  }, [text, operation])
  useEffect(() => {
    if (editor.current && problems) showProblems(editor.current, problems, true)
  }, [problems])
  return (
    <>
      <div class="call-editor" ref={parent} />
      <div ref={above} />
    </>
  )
}
