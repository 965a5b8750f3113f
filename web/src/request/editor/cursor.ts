import { EditorView } from '@codemirror/view'

/**
 * The browser's own cursor. Where a line is wrapped a place has two sides, and CodeMirror tells the browser which is meant
 * even when the editor is left, by which Chromium gives it the focus back. So who leaves it leaves the side behind.
 */
export const cursor = EditorView.domEventHandlers({
  blur(_, view) {
    const { main } = view.state.selection
    if (main.empty && main.assoc) view.dispatch({ selection: { anchor: main.head } })
  },
})
