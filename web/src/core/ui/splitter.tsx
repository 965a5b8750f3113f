import { useRef } from 'preact/hooks'

interface SplitterProps {
  /** What moves: a bar between columns is vertical. */
  orientation: 'vertical' | 'horizontal'
  label: string
  controls: string
  /** The share of the pane that the splitter sizes, in percent. */
  value: number
  usual: number
  min: number
  max: number
  onChange(value: number): void
}

const step = 2

/** A bar between two panes, moved by pointer or by keys; a double click resets it. */
export function Splitter({ orientation, label, controls, value, usual, min, max, onChange }: SplitterProps) {
  const bar = useRef<HTMLDivElement>(null)
  const vertical = orientation === 'vertical'
  const set = (next: number): void => onChange(Math.round(Math.min(max, Math.max(min, next)) * 10) / 10)

  const drag = (event: PointerEvent): void => {
    const area = bar.current?.parentElement?.getBoundingClientRect()
    if (!area || !bar.current?.hasPointerCapture(event.pointerId)) return
    set(vertical
      ? (event.clientX - area.left) / area.width * 100
      : (area.bottom - event.clientY) / area.height * 100)
  }
  const press = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = vertical
      ? { ArrowLeft: value - step, ArrowRight: value + step, Home: min, End: max }
      : { ArrowUp: value + step, ArrowDown: value - step, Home: min, End: max }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    set(next)
  }
  return (
    <div
      ref={bar} class={`splitter ${orientation}`} role="separator" tabIndex={0} aria-orientation={orientation}
      aria-label={label} aria-controls={controls} aria-valuenow={Math.round(value)} aria-valuemin={min} aria-valuemax={max}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag} onKeyDown={press} onDblClick={() => set(usual)}
    />
  )
}
