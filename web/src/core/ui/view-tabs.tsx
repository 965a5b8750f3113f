import type { Signal } from '@preact/signals'

interface ViewTabsProps<View extends string> {
  label: string
  /** The views to choose from, with their names. */
  of: Readonly<Partial<Record<View, string>>>
  chosen: Signal<View>
  /** The id of the panel that shows the chosen view. */
  controls: string
}

/** The choice of a view, by pointer or by arrows. */
export function ViewTabs<View extends string>({ label, of, chosen, controls }: ViewTabsProps<View>) {
  const views = Object.keys(of) as View[]
  const press = (event: KeyboardEvent): void => {
    const at = views.indexOf(chosen.value)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    chosen.value = views.at(next % views.length)!
    if (event.currentTarget instanceof Element) event.currentTarget.querySelector<HTMLElement>(`#${controls}-${chosen.value}`)?.focus()
  }
  return (
    <div class="view-tabs" role="tablist" aria-label={label} onKeyDown={press}>
      {views.map((view) => (
        <button
          type="button" role="tab" key={view} id={`${controls}-${view}`} aria-selected={chosen.value === view} aria-controls={controls}
          tabIndex={chosen.value === view ? 0 : -1} onClick={() => chosen.value = view}
        >
          {of[view]}
        </button>
      ))}
    </div>
  )
}
