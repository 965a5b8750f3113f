import { Banner } from '../core/ui/banner.tsx'
import { refusedText } from './import.ts'

/** Why a text from outside was not taken. */
export function TextRefused() {
  if (refusedText.value === null) return null
  return (
    <Banner kind="warning">
      <p>{refusedText.value}</p>
      <button type="button" class="button" onClick={() => refusedText.value = null}>Dismiss</button>
    </Banner>
  )
}
