import { Banner } from '../core/ui/banner.tsx'
import { brokenLink } from './sharing.ts'

/** Why the link in the address was not opened. */
export function LinkBroken() {
  if (brokenLink.value === null) return null
  return (
    <Banner kind="warning">
      <p><strong>The link could not be opened.</strong> {brokenLink.value} Ask for it anew; meanwhile here is what was here before.</p>
      <button type="button" class="button" onClick={() => brokenLink.value = null}>Dismiss</button>
    </Banner>
  )
}
