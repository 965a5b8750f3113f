import { shownPane, sizes, type Pane } from '../core/layout.ts'

/** The choice of a pane on a narrow screen. */
export function Tabs({ of }: { of: readonly Pane[] }) {
  const show = (pane: string): void => {
    shownPane.value = pane
    // A folded list would leave this tab empty.
    if (pane === 'problems') sizes.value = { ...sizes.value, problemsOpen: true }
  }
  return (
    <nav class="tabs" aria-label="Panes">
      {of.map(({ id, label, Badge }) => (
        <button type="button" key={id} aria-pressed={shownPane.value === id} onClick={() => show(id)}>{label}{Badge && <Badge />}</button>
      ))}
    </nav>
  )
}
