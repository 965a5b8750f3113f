import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Inserts what a key types by ourselves, before the browser would: the engine is at the text a millisecond or two earlier
 * than when the editor reads what the browser has inserted. Left to it, Chromium would also keep the look of what was
 * selected by an inline style, which the page's security policy refuses and reports.
 *
 * A letter that is not its key's, as from an input method or a keyboard on the screen, is left to the browser: those hold
 * on to what they have put in.
 */
export function typing(): Extension {
  let pressed = ''
  return EditorView.domEventHandlers({
    keydown({ key }) {
      pressed = key
      return false
    },
    beforeinput(event, view) {
      const { inputType, isComposing, data } = event
      const { selection: { main }, readOnly } = view.state
      if (inputType !== 'insertText' || isComposing || data === null || readOnly) return false
      if (main.empty && data !== pressed) return false
      event.preventDefault()
      // All of the text is replaced; a bracket would else be put around it.
      if (!main.empty && main.from === 0 && main.to === view.state.doc.length) {
        view.dispatch({ changes: { from: 0, to: main.to }, userEvent: 'input.type' })
      }
      const { from, to } = view.state.selection.main
      const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
      if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))) {
        view.dispatch(insert())
      }
      return true
    },
  })
}
