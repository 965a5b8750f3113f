import { Dialog } from '../core/ui/dialog.tsx'
import { later } from '../core/ui/later.tsx'
import { closeImport, importing } from './import.ts'

const ImportForm = later<{ text: string, close(): void }>('ImportForm')

/** Turns an answer, or what another tool has of a pool, into a request. The editor is left alone until the person agrees, and undo brings its text back. */
export function ImportDialog() {
  const text = importing.value
  return (
    <Dialog open={text !== null} class="import" labelledBy="import-title" closed={closeImport}>
      {(close) => <ImportForm text={text ?? ''} close={close} />}
    </Dialog>
  )
}
