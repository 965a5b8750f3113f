import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface DialogProps {
  open: boolean
  class: string
  labelledBy: string
  closed(): void
  /** What is in it while it is open, given what closes it. */
  children(close: () => void): ComponentChildren
}

/** A box over the page. It closes on Escape and on a press beside it, and gives the focus back. */
export function Dialog({ open, class: look, labelledBy, closed, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    else if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog} class={`help ${look}`} aria-labelledby={labelledBy} onClose={closed}
      // A click on the dialog itself, and not on what is in it, is one beside it.
      onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close() }}
    >
      {open && children(() => dialog.current?.close())}
    </dialog>
  )
}
