import type { Extension } from '@codemirror/state'
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** As CodeMirror's own, in milliseconds. */
const halfPeriod = 600

/**
 * Lets the cursor blink by a timer. CodeMirror does it by an animation that never ends, for which Chromium draws sixty times
 * a second and lets what is typed wait for the next of these frames.
 */
export const blink: Extension = [
  ViewPlugin.fromClass(class {
    #timer: ReturnType<typeof setInterval> | undefined

    constructor(readonly view: EditorView) {
      this.#restart()
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.selectionSet || update.focusChanged) this.#restart()
    }

    destroy(): void {
      clearInterval(this.#timer)
    }

    #restart(): void {
      clearInterval(this.#timer)
      const { classList } = this.view.scrollDOM
      classList.remove('cm-cursor-off')
      if (this.view.hasFocus) this.#timer = setInterval(() => classList.toggle('cm-cursor-off'), halfPeriod)
    }
  }),
  EditorView.baseTheme({ '&.cm-focused > .cm-scroller.cm-cursor-off > .cm-cursorLayer': { opacity: '0' } }),
]
