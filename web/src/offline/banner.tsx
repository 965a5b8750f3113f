import { Banner } from '../core/ui/banner.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { notKept } from '../draft/keeping.ts'
import { newVersion, readyOffline, takeNewVersion } from './offline.ts'

/** Offers the newer build. */
export function NewVersion() {
  if (!newVersion.value) return null
  return (
    <Banner kind="note" offer>
      <p>A new version is ready. {notKept.value ? 'Save your text first: it is not kept.' : 'Your text is kept.'}</p>
      <span class="banner-actions">
        <button type="button" class="button" onClick={takeNewVersion}>Reload</button>
        <button type="button" class="button" onClick={() => newVersion.value = false}>Later</button>
      </span>
    </Banner>
  )
}

/** Says in the header that the page needs no network. */
export function ReadyOffline() {
  return readyOffline.value && <span class="offline-state wide-only" title="The page is kept in this browser and opens without a network."><Icon name="check" />Ready offline</span>
}
