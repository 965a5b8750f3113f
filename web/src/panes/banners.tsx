import { restoreBefore, undoLast } from '../editor/current.ts'
import { offer, openImport } from '../state/import.ts'
import { loaded } from '../state/loaded.ts'
import { newVersion, takeNewVersion } from '../state/offline.ts'
import { draftTooLong, loadEngine, phase, restart } from '../state/playground.ts'
import { before, brokenLink, forgetBefore } from '../state/sharing.ts'
import { Icon } from './icons.tsx'

/** What went wrong with the page itself, and what to do. */
export function Banners() {
  const now = phase.value
  const again = restart.value
  const answer = offer.value
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
          <p>A new version is ready. {draftTooLong.value ? 'Save your text first: it is too long to be kept.' : 'Your text is kept.'}</p>
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
      {before.value && (
        <div class="banner note offer" role="status">
          <Icon name="note" />
          <p>You opened a link. What you had written before is kept.</p>
          <span class="banner-actions">
            <button type="button" class="button" onClick={restoreBefore}>Restore my draft</button>
            <button type="button" class="button" onClick={forgetBefore}>Drop it</button>
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
      {draftTooLong.value && (
        <div class="banner note" role="status">
          <Icon name="note" />
          <p>This text is over 1 MB, so it is not kept for your next visit.</p>
        </div>
      )}
    </div>
  )
}
