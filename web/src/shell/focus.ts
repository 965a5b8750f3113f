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

/** What can take the focus. */
const takers = ':is(button, input, select, textarea):enabled, a[href], summary, [tabindex="0"]'

/**
 * Keeps the focus where what was pressed is gone or disabled: it would else be at the top of the page. It goes to what stands
 * beside a disabled button, into the pane of what is gone, or into what else was around that; at last to the pane in sight.
 */
export function keepFocus(root: ShadowRoot, event: Event): void {
  const path = event.composedPath() as Element[]
  const around = path.slice(0, path.indexOf(event.currentTarget as Element))
  const pane = panes.findIndex(({ id }) => around.some((each) => each.id === id))
  const keep = (): void => {
    const gone = around[0]?.isConnected === false
    if (!gone && !around[0]?.closest(':disabled') || root.activeElement?.matches(':not(:disabled)')) return
    const beside = gone && pane >= 0 ? [] : around.flatMap((each) => each.isConnected ? [...each.querySelectorAll<HTMLElement>(takers)] : [])
    const next = beside.find((each) => each.checkVisibility())
    if (next) next.focus()
    else focusIn(root, pane < 0 ? panes.findIndex(({ id }) => id === shownPane.peek()) : pane)
  }
  setTimeout(keep)
  setTimeout(keep, settled)
}
