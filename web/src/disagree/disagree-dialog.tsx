import { Dialog } from '../core/ui/dialog.tsx'
import { later } from '../core/ui/later.tsx'
import { disagreeing } from './disagreeing.ts'

const DisagreeForm = later<{ close(): void }>('DisagreeForm')

/** Puts together what is to be told where the service answers otherwise than this page. */
export function DisagreeDialog() {
  return (
    <Dialog open={disagreeing.value} class="disagree" labelledBy="disagree-title" closed={() => disagreeing.value = false}>
      {(close) => <DisagreeForm close={close} />}
    </Dialog>
  )
}
