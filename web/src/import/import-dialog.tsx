import { useEffect, useRef } from 'preact/hooks'
import { later } from '../core/ui/later.tsx'
import { importing } from './import.ts'

const ImportForm = later<{ text: string, close(): void }>('ImportForm')

/** Turns an answer, or what another tool has of a pool, into a request. The editor is left alone until the person agrees, and undo brings its text back. */
export function ImportDialog() {
  const text = importing.value
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (text !== null && !dialog.current?.open) dialog.current?.showModal()
    else if (text === null) dialog.current?.close()
  }, [text])
  return (
    <dialog
      ref={dialog} class="help import" aria-labelledby="import-title" onClose={() => importing.value = null}
      onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close() }}
    >
      {text !== null && <ImportForm text={text} close={() => dialog.current?.close()} />}
    </dialog>
  )
}
