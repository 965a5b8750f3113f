import type { Signal } from '@preact/signals'
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
  return (
    <div class="view-tabs" role="tablist" aria-label={label} onKeyDown={press}>
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
