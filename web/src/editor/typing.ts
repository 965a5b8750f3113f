import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Types over a selection by ourselves. Left to it, Chromium keeps the look of what was selected by an inline style, which
 * the page's security policy refuses and reports.
 */
export const typeOver: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.isComposing || event.data === null) return false
    if (view.state.selection.main.empty || view.state.readOnly) return false
    event.preventDefault()
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})
