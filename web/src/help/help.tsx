import { signal } from '@preact/signals'
import { Dialog } from '../core/ui/dialog.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { later } from '../core/ui/later.tsx'

/** True while the help is open. */
export const helpOpen = signal(false)

const HelpBody = later<{ close(): void }>('HelpBody')

/** What the page is and how to use it. */
export function Help() {
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => helpOpen.value = true}><span class="narrow-icon"><Icon name="help" /></span><span class="wide-words">Help</span></button>
      <Dialog open={helpOpen.value} class="" labelledBy="help-title" closed={() => helpOpen.value = false}>
        {(close) => <HelpBody close={close} />}
      </Dialog>
    </>
  )
}
