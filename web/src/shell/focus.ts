// Going from pane to pane by keys.

import { narrow, shownPane, sizes, type Pane } from '../core/layout.ts'

/** What takes the focus in each pane, in the order in which they are walked. */
const stops: readonly (readonly [pane: Pane, selector: string])[] = [
  ['request', '.request .cm-content, .request .plain, .request .form-search'],
  ['reply', '.reply [role=tab][aria-selected=true]'],
  ['problems', '.problems .problem-go, .problems .collapse'],
  ['reference', '#reference-body'],
]

function focusIn(root: ShadowRoot, at: number): boolean {
  const [pane, selector] = stops[at]!
  if (narrow.peek()) shownPane.value = pane
  const stop = [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility())
  stop?.focus()
  return stop !== undefined
}

/** Puts the focus into the next pane, or into the one before. */
export function walkPanes(root: ShadowRoot, direction: 1 | -1): void {
  const now = stops.findIndex(([pane]) => root.activeElement?.closest('.pane')?.id === pane)
  for (let step = 1; step <= stops.length; step++) {
    const next = now < 0 && direction < 0 ? stops.length - step : (now + direction * step + stops.length * 2) % stops.length
    if (focusIn(root, next)) return
  }
}

/** Puts the focus into the reference, which opens if it was folded. */
export function focusReference(root: ShadowRoot): boolean {
  sizes.value = { ...sizes.peek(), problemsOpen: true }
  // It is drawn a moment later when it was folded.
  requestAnimationFrame(() => focusIn(root, stops.length - 1))
  return true
}
