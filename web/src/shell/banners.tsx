import { signal } from '@preact/signals'
import { restoreAside, undoLast } from '../request/current.ts'
import { aside, forgetAside } from '../draft/aside.ts'
import { offer, openImport, refusedText } from '../import/import.ts'
import { loaded } from '../request/loaded.ts'
import { newVersion, takeNewVersion } from '../offline/offline.ts'
import { draftKept, loadEngine, phase, restart } from '../core/store.ts'
import { brokenLink } from '../share/sharing.ts'
import { Icon } from '../core/ui/icons.tsx'

/** Why the text is gone when the page is closed. */
const notKept = {
  'too long': 'This text is over 1 MB, so it is not kept for your next visit.',
  refused: 'The browser keeps nothing for this page, so your text is gone when you close it. Share makes a link with all of it, or saves it as a file.',
  full: "The browser's storage for this site is full, so your text is not kept for your next visit. Share makes a link with all of it, or saves it as a file.",
} as const

/** Said once a visit, and not at every word that is written. */
const heard = signal(false)

/** What went wrong with the page itself, and what to do. */
export function Banners() {
  const now = phase.value
  const again = restart.value
  const answer = offer.value
  const waiting = aside.value
  const lost = draftKept.value === null || draftKept.value === 'kept' ? null : notKept[draftKept.value]
  return (
    <div class="banners">
      {now.name === 'failed' && (
        <div class="banner error" role="alert">
          <Icon name="error" />
          <p><strong>{now.title}.</strong> {now.detail}</p>
          <button type="button" class="button" onClick={() => void loadEngine()}>Retry</button>
        </div>
      )}
      {again && (
        <div class="banner warning" role="alert">
          <Icon name="warning" />
          <p>
            {again.gaveUp
              ? <><strong>The engine cannot answer this text.</strong> {again.reason} So it did twice, and it is not tried again until the text changes; the reply is that of an earlier text. Your text is kept.</>
              : <><strong>The engine was restarted.</strong> {again.reason} Your text is kept.</>}
          </p>
          <button type="button" class="button" onClick={() => restart.value = null}>Dismiss</button>
        </div>
      )}
      {newVersion.value && (
        <div class="banner note offer" role="status">
          <Icon name="note" />
          <p>A new version is ready. {lost ? 'Save your text first: it is not kept.' : 'Your text is kept.'}</p>
          <span class="banner-actions">
            <button type="button" class="button" onClick={takeNewVersion}>Reload</button>
            <button type="button" class="button" onClick={() => newVersion.value = false}>Later</button>
          </span>
        </div>
      )}
      {answer && (
        <div class="banner note offer" role="status">
          <Icon name="note" />
          <p>{answer.dropped ? 'What you dropped' : 'This'} looks like {answer.like}. Turn it into a request?</p>
          <span class="banner-actions">
            <button type="button" class="button" onClick={() => openImport(answer.text)}>Turn into a request</button>
            <button type="button" class="button" onClick={() => offer.value = null}>Keep as it is</button>
          </span>
        </div>
      )}
      {brokenLink.value !== null && (
        <div class="banner warning" role="alert">
          <Icon name="warning" />
          <p><strong>The link could not be opened.</strong> {brokenLink.value} Ask for it anew; meanwhile here is what was here before.</p>
          <button type="button" class="button" onClick={() => brokenLink.value = null}>Dismiss</button>
        </div>
      )}
      {refusedText.value !== null && (
        <div class="banner warning" role="alert">
          <Icon name="warning" />
          <p>{refusedText.value}</p>
          <button type="button" class="button" onClick={() => refusedText.value = null}>Dismiss</button>
        </div>
      )}
      {waiting && (
        <div class="banner note offer" role="status">
          <Icon name="note" />
          <p>{waiting.why === 'link' ? 'You opened a link. What you had written before is kept.' : 'Another tab has a different text. Yours is kept now, and that one too.'}</p>
          <span class="banner-actions">
            <button type="button" class="button" onClick={restoreAside}>{waiting.why === 'link' ? 'Restore my draft' : 'Bring it here'}</button>
            <button type="button" class="button" onClick={() => forgetAside(waiting)}>Drop it</button>
          </span>
        </div>
      )}
      {loaded.value !== null && (
        <div class="banner note" role="status">
          <Icon name="check" />
          <p>“{loaded.value}” took the place of your text.</p>
          <button type="button" class="button" onClick={undoLast}>Undo</button>
          <button type="button" class="button icon-only" aria-label="Close" onClick={() => loaded.value = null}><Icon name="close" /></button>
        </div>
      )}
      {lost !== null && !heard.value && (
        <div class="banner note" role="status">
          <Icon name="note" />
          <p>{lost}</p>
          <button type="button" class="button icon-only" aria-label="Close" onClick={() => heard.value = true}><Icon name="close" /></button>
        </div>
      )}
    </div>
  )
}
