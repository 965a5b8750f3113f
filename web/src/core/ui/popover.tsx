import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icons.tsx'

interface PopoverProps {
  id: string
  label: string
  /** Stands for the label on a narrow screen. */
  icon?: IconName
  class?: string
  /** What pressing it does beside opening, for a pointer. */
  title?: string
  /** Told when it opens and closes. */
  onToggle?(open: boolean): void
  /** What is in it; a function is given what closes it. */
  children: ComponentChildren | ((close: () => void) => ComponentChildren)
}

/** A button with a box below it. It closes on Escape, on a press elsewhere, and when the focus leaves it. */
export function Popover({ id, label, icon, class: look, title, onToggle, children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    onToggle?.(open)
    if (!open) return
    const outside = (event: PointerEvent): void => {
      if (box.current && !event.composedPath().includes(box.current)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    opener.current?.focus()
  }
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) setOpen(false)
  }
  return (
    <div class="menu-box" ref={box} onKeyDown={press} onFocusOut={leave}>
      <button type="button" class="button" ref={opener} title={title} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {icon && <span class="narrow-icon"><Icon name={icon} /></span>}<span class={icon ? 'wide-words' : ''}>{label}</span> <Icon name="chevron" />
      </button>
      <div class={`menu ${look ?? ''}`} id={id} hidden={!open}>
        {open && (typeof children === 'function' ? children(() => setOpen(false)) : children)}
      </div>
    </div>
  )
}
