import { Dialog } from '../core/ui/dialog.tsx'
import { later } from '../core/ui/later.tsx'
import { closeExplaining, explaining } from './explaining.ts'

const ExplainForm = later<{ text: string, close(): void }>('ExplainForm')

/** Says what an error message is about. */
export function ExplainDialog() {
  const text = explaining.value
  return (
    <Dialog open={text !== null} class="explain" labelledBy="explain-title" closed={closeExplaining}>
      {(close) => <ExplainForm text={text ?? ''} close={close} />}
    </Dialog>
  )
}
