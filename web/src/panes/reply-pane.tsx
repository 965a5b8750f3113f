import { useSignal } from '@preact/signals'
import type { Reply } from '../engine/types.ts'
import { layOut, textOf } from '../state/body.ts'
import { broken, lastReadableReply, reply } from '../state/playground.ts'
import { exceptionOf } from '../state/stems.ts'
import { CopyButton } from './copy-button.tsx'
import { ExceptionView } from './exception-view.tsx'
import { Icon } from './icons.tsx'
import { Loading } from './loading.tsx'
import { PoolView } from './pool-view.tsx'
import { SurroundingsButton, SurroundingsChip, SurroundingsPanel } from './surroundings-panel.tsx'

const statusWords = { 200: 'OK', 400: 'Bad Request', 500: 'Internal Server Error' } as const

/** What Cognito would answer. While the text is no JSON, the last reply stays in sight. */
export function ReplyPane() {
  const form = useSignal<'lines' | 'wire'>('lines')
  const now = reply.value
  const last = broken.value ? lastReadableReply.value : null
  const shown = last ?? now
  return (
    <section class="pane reply" id="reply" aria-labelledby="reply-title">
      <header class="pane-head">
        <h2 id="reply-title">Reply</h2>
        {now && <Status reply={now} />}
        <div class="pane-actions">
          {shown && <>
            <div class="switch" role="group" aria-label="Form of the reply">
              <button type="button" aria-pressed={form.value === 'lines'} onClick={() => form.value = 'lines'}>Readable</button>
              <button type="button" aria-pressed={form.value === 'wire'} onClick={() => form.value = 'wire'}>Wire</button>
            </div>
            <CopyButton text={() => form.value === 'wire' ? shown.wire : textOf(layOut(shown.body))} />
          </>}
          <SurroundingsButton />
        </div>
        <SurroundingsChip />
      </header>
      {now && last && <BrokenNotice reply={now} last={last} />}
      <div class={`reply-body ${last ? 'stale' : ''}`}>
        {!shown ? <Loading />
          : form.value === 'wire' ? <pre class="raw wire" tabIndex={0} role="region" aria-label="Reply as on the wire">{shown.wire}</pre>
          : shown.status === 200 ? <PoolView reply={shown} />
          : <ExceptionView reply={shown} current={!last} />}
        <SurroundingsPanel />
      </div>
    </section>
  )
}

function Status({ reply }: { reply: Reply }) {
  const good = reply.status === 200
  return <span class={`status ${good ? 'good' : 'bad'}`}><Icon name={good ? 'check' : 'error'} />{reply.status} <span class="status-words">{statusWords[reply.status]}</span></span>
}

function BrokenNotice({ reply, last }: { reply: Reply, last: Reply }) {
  const exception = exceptionOf(reply)
  return (
    <div class="broken-notice">
      <p>
        The text is not valid JSON at the moment.
        {exception && <> Cognito would answer <strong>{exception.type}</strong>{exception.message && <>: {exception.message}</>}</>}
      </p>
      <p class="stale-label">Below: {last.status === 200 ? 'from the last valid request' : 'the answer to the last valid JSON'}</p>
    </div>
  )
}
