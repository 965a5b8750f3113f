import type { Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { View } from '../views.ts'

interface ViewTabsProps {
  label: string
  /** The views to choose from. */
  of: readonly Pick<View, 'id' | 'label'>[]
  /** The id of the chosen one. */
  chosen: Signal<string>
  /** The id of the panel that shows the chosen view. */
  controls: string
}

/** How much of the next tab is seen beside the chosen one, in CSS pixels. */
const room = 28

/** The choice of a view, by pointer or by arrows. */
export function ViewTabs({ label, of, chosen, controls }: ViewTabsProps) {
  const press = (event: KeyboardEvent): void => {
    const at = of.findIndex(({ id }) => id === chosen.value)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    chosen.value = of.at(next % of.length)!.id
    if (event.currentTarget instanceof Element) event.currentTarget.querySelector<HTMLElement>(`#${controls}-${chosen.value}`)?.focus()
  }
  // Where not all have room they scroll, and the chosen one is in sight. Only they do: what is around them stays where it is.
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [row, tab] = [list.current, list.current?.querySelector<HTMLElement>('[aria-selected="true"]')]
    if (!row || !tab) return
    const [outer, inner] = [row.getBoundingClientRect(), tab.getBoundingClientRect()]
    if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left + room
    else if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right + room
  }, [chosen.value])
  return (
    <div ref={list} class="view-tabs" role="tablist" aria-label={label} onKeyDown={press}>
      {of.map(({ id, label }) => (
        <button
          type="button" role="tab" key={id} id={`${controls}-${id}`} aria-selected={chosen.value === id} aria-controls={controls}
          tabIndex={chosen.value === id ? 0 : -1} onClick={() => chosen.value = id}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
