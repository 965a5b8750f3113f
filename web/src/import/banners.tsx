import { Banner } from '../core/ui/banner.tsx'
import { offer, openImport, refusedText } from './import.ts'

/** Offers to turn what was put in into a request. */
export function ImportOffer() {
  const answer = offer.value
  if (!answer) return null
  return (
    <Banner kind="note" offer>
      <p>{answer.dropped ? 'What you dropped' : 'This'} looks like {answer.like}. Turn it into a request?</p>
      <span class="banner-actions">
        <button type="button" class="button" onClick={() => openImport(answer.text)}>Turn into a request</button>
        <button type="button" class="button" onClick={() => offer.value = null}>Keep as it is</button>
      </span>
    </Banner>
  )
}

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
