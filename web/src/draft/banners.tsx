import { signal } from '@preact/signals'
import { Banner } from '../core/ui/banner.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { aside, forgetAside } from './aside.ts'
import { notKept } from './keeping.ts'
import { restoreAside } from './restoring.ts'

/** Offers the text that waits. */
export function TextAside() {
  const waiting = aside.value
  if (!waiting) return null
  return (
    <Banner kind="note" offer>
      <p>{waiting.why === 'link' ? 'You opened a link. What you had written before is kept.' : 'Another tab has a different text. Yours is kept now, and that one too.'}</p>
      <span class="banner-actions">
        <button type="button" class="button" onClick={restoreAside}>{waiting.why === 'link' ? 'Restore my draft' : 'Bring it here'}</button>
        <button type="button" class="button" onClick={() => forgetAside(waiting)}>{waiting.why === 'link' ? 'Discard my draft' : 'Discard that one'}</button>
      </span>
    </Banner>
  )
}

/** Said once a visit, and not at every word that is written. */
const heard = signal(false)

/** Why the text is gone when the page is closed. */
export function DraftNotKept() {
  if (notKept.value === null || heard.value) return null
  return (
    <Banner kind="note">
      <p>{notKept}</p>
      <button type="button" class="button icon-only" aria-label="Close" onClick={() => heard.value = true}><Icon name="close" /></button>
    </Banner>
  )
}
