import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** What few visits need, by name: later.ts lists it. */
export type Later = Readonly<Record<string, unknown>>

let fetchAll: () => Promise<Later> = () => Promise.reject(new Error('nothing is said to come later'))

/** Says how what comes later is fetched. The page's entries do, since it is made of what only they may know. */
export function fetchLaterBy(fetchIt: () => Promise<Later>): void {
  fetchAll = fetchIt
}

/** Fetches a part of what comes later. */
export async function fetchLater(name: string): Promise<unknown> {
  return (await fetchAll())[name]
}

/** A part of the page that few visits show, and that is fetched when it is first shown. */
export function later<Props extends object>(name: string): ComponentType<Props> {
  const part = signal<ComponentType<Props> | null>(null)
  const failed = signal(false)
  let asked = false
  const fetchNow = (): void => {
    asked = true
    failed.value = false
    // The name and what it stands for are brought together in later.ts.
    fetchLater(name).then((fetched) => part.value = fetched as ComponentType<Props>, () => failed.value = true)
  }
  return function Later(props: Props) {
    if (!asked) fetchNow()
    const Part = part.value
    // A dialog gave its focus away while there was nothing in it that could take it.
    const dialog = useRef<HTMLDialogElement | null>(null)
    const wait = (waiting: HTMLElement | null): void => { dialog.current ??= waiting?.closest('dialog') ?? null }
    useLayoutEffect(() => {
      if (Part && dialog.current) focusFirst(dialog.current)
    }, [Part])
    if (Part) return <Part {...props} />
    if (!failed.value) return <p class="later" role="status" ref={wait}>Loading…</p>
    return <p class="later">A part of the page could not be fetched. The connection failed, or the page was renewed meanwhile. <button type="button" class="text-link" onClick={fetchNow}>Try again</button></p>
  }
}

/** Puts the focus where the browser would have put it, had all been there when the dialog opened; not if it is in use already. */
function focusFirst(dialog: HTMLDialogElement): void {
  const { activeElement } = dialog.getRootNode() as ShadowRoot
  if (activeElement && activeElement !== dialog) return
  dialog.querySelector<HTMLElement>(dialog.querySelector('[autofocus]') ? '[autofocus]' : 'input, textarea, select, button')?.focus()
}
