import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import type { Hover } from '../../engine/engine.ts'

/** Asks the engine what is known of what stands at an offset. */
export type AskHover = (text: string, offset: number) => Promise<Hover | null>

/** Tells what is known of a member when the pointer rests on it. What is drawn is for the panes to say. */
export function hover(askHover: AskHover, draw: (hover: Hover, into: HTMLElement) => () => void): Extension {
  return hoverTooltip(async (view, pos) => {
    const { doc } = view.state
    const found = await askHover(doc.toString(), pos)
    if (!found || view.state.doc !== doc) return null
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
}
