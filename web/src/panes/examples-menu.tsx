import { useEffect, useRef, useState } from 'preact/hooks'
import { loadExample } from '../editor/current.ts'
import { examples } from '../state/examples.ts'
import { openImport } from '../state/import.ts'
import { Icon } from './icons.tsx'

/** The list of example requests. Taking one is an edit like any other, so undo brings the old text back. */
export function ExamplesMenu() {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLButtonElement>('.menu button')?.focus()
    const outside = (event: PointerEvent): void => {
      if (box.current && !event.composedPath().includes(box.current)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
      opener.current?.focus()
      return
    }
    const items = [...box.current?.querySelectorAll<HTMLButtonElement>('.menu button') ?? []].filter((item) => item.checkVisibility())
    const at = items.findIndex((item) => item.matches(':focus'))
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (next === undefined || at < 0) return
    event.preventDefault()
    items.at(next % items.length)?.focus()
  }
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) setOpen(false)
  }
  const take = (text: string): void => {
    setOpen(false)
    loadExample(text)
  }
  return (
    <div class="menu-box" ref={box} onKeyDown={press} onFocusOut={leave}>
      <button
        type="button" class="button" ref={opener} aria-expanded={open} aria-controls="examples" onClick={() => setOpen(!open)}
      >
        Examples <Icon name="chevron" />
      </button>
      <div class="menu" id="examples" hidden={!open}>
        <ul aria-label="Examples">
          {examples.map(({ id, title, description, text }, index) => (
            <li key={id}>
              <button type="button" onClick={() => take(text)}>
                <span class="menu-title">{title}{index === 0 && <span class="tag">Reset to sample</span>}</span>
                <span class="menu-description">{description}</span>
              </button>
            </li>
          ))}
          <li class="narrow-only">
            <button type="button" onClick={() => { setOpen(false); openImport() }}>
              <span class="menu-title">Import…</span>
              <span class="menu-description">Turn an answer of DescribeUserPool into a request.</span>
            </button>
          </li>
        </ul>
        <p class="menu-foot">Takes the place of your text. Undo brings it back.</p>
      </div>
    </div>
  )
}
