// Going from pane to pane by keys.

import { narrow, shownPane, sizes } from '../core/layout.ts'
import { pane as reference } from '../reference/reference-pane.tsx'
import { panes } from './features.ts'

function focusIn(root: ShadowRoot, at: number): boolean {
  const { id, stop: selector } = panes[at]!
  if (narrow.peek()) shownPane.value = id
  const stop = [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility())
  stop?.focus()
  return stop !== undefined
}

/** Puts the focus into the next pane, or into the one before. */
export function walkPanes(root: ShadowRoot, direction: 1 | -1): void {
  const now = panes.findIndex(({ id }) => root.activeElement?.closest('.pane')?.id === id)
  for (let step = 1; step <= panes.length; step++) {
    const next = now < 0 && direction < 0 ? panes.length - step : (now + direction * step + panes.length * 2) % panes.length
    if (focusIn(root, next)) return
  }
}

/** Puts the focus into the reference, which opens if it was folded. */
export function focusReference(root: ShadowRoot): boolean {
  sizes.value = { ...sizes.peek(), problemsOpen: true }
  // It is drawn a moment later when it was folded.
  requestAnimationFrame(() => focusIn(root, panes.indexOf(reference)))
  return true
}

/** Longer than an answer of the engine takes to be drawn. */
const settled = 250

/** Puts the focus back into the pane where what was pressed is gone: it would else be at the top of the page. */
export function keepFocus(root: ShadowRoot, { target }: Event): void {
  const pane = target instanceof Element ? panes.findIndex(({ id }) => target.closest('.pane')?.id === id) : -1
  if (pane < 0) return
  setTimeout(() => {
    if (target instanceof Element && !target.isConnected && root.activeElement === null) focusIn(root, pane)
  }, settled)
}
