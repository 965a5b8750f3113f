import type { Extension } from '@codemirror/state'
import { EditorView, hoverTooltip } from '@codemirror/view'
import type { Hover } from '../../engine/engine.ts'

/** Asks the engine what is known of what stands at an offset. */
export type AskHover = (text: string, offset: number) => Promise<Hover | null>

/** Tells what is known of a member when the pointer rests on it. What is drawn is for the panes to say. */
export function hover(askHover: AskHover, draw: (hover: Hover, into: HTMLElement) => () => void): Extension {
  // A pointer that lies where somebody types has not asked for a card over the words.
  let pointed = true
  const pointing = [
    EditorView.domEventHandlers({ mousemove() { pointed = true } }),
    EditorView.updateListener.of(({ docChanged }) => { if (docChanged) pointed = false }),
  ]
  const card = hoverTooltip(async (view, pos) => {
    if (!pointed) return null
    const { doc } = view.state
    const found = await askHover(doc.toString(), pos)
    if (!found || !pointed || view.state.doc !== doc) return null
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'cm-reference'
        const destroy = draw(found, dom)
        return { dom, destroy }
      },
    }
  }, { hideOnChange: true, hoverTime: 350 })
  return [pointing, card]
}
