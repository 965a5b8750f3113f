import type { ComponentType } from 'preact'
import { loadEngine, loadReaders, phase, readers, restart } from '../core/store.ts'
import { Banner } from '../core/ui/banner.tsx'

/** The lines above the panes: what went wrong with the page itself and what to do, and what it offers. */
export function Banners({ of }: { of: readonly ComponentType[] }) {
  return <div class="banners">{of.map((Each, at) => <Each key={at} />)}</div>
}

/** Why there is no engine. */
export function EngineFailed() {
  const now = phase.value
  if (now.name !== 'failed') return null
  return (
    <Banner kind="error">
      <p><strong>{now.title}.</strong> {now.detail}</p>
      <button type="button" class="button" onClick={() => void loadEngine()}>Retry</button>
    </Banner>
  )
}

/** Why the text's language is not read. */
export function ReadersFailed() {
  const now = readers.value
  if (now?.name !== 'failed') return null
  return (
    <Banner kind="error">
      <p><strong>This text is not read yet.</strong> {now.why} Your text is kept, and a request in JSON is answered as before.</p>
      <button type="button" class="button" onClick={loadReaders}>Retry</button>
    </Banner>
  )
}

/** Why there is another engine. */
export function EngineRestarted() {
  const again = restart.value
  if (!again) return null
  return (
    <Banner kind="warning">
      <p>
        {again.gaveUp
          ? <><strong>The engine cannot answer this text.</strong> {again.reason} So it did twice, and it is not tried again until the text changes; the reply is that of an earlier text. Your text is kept.</>
          : <><strong>The engine was restarted.</strong> {again.reason} Your text is kept.</>}
      </p>
      <button type="button" class="button" onClick={() => restart.value = null}>Dismiss</button>
    </Banner>
  )
}
