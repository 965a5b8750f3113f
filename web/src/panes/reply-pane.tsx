import type { Reply } from '../engine/types.ts'
import { layOut, textOf } from '../state/body.ts'
import { broken, lastReadableReply, reply } from '../state/playground.ts'
import { exceptionOf } from '../state/stems.ts'
import { replyView, replyViews } from '../state/views.ts'
import { CompareView } from './compare-view.tsx'
import { CopyButton } from './copy-button.tsx'
import { DownloadButton } from './download-button.tsx'
import { ExceptionView } from './exception-view.tsx'
import { ExportView } from './export-view.tsx'
import { Icon } from './icons.tsx'
import { Loading } from './loading.tsx'
import { PoolView } from './pool-view.tsx'
import { SurroundingsButton, SurroundingsChip, SurroundingsPanel } from './surroundings-panel.tsx'
import { ViewTabs } from './view-tabs.tsx'
import { WordsView } from './words-view.tsx'

const statusWords = { 200: 'OK', 400: 'Bad Request', 500: 'Internal Server Error' } as const

/** What Cognito would answer. While the text is no JSON, the last reply stays in sight. */
export function ReplyPane() {
  const view = replyView.value
  const now = reply.value
  const last = broken.value ? lastReadableReply.value : null
  const shown = last ?? now
  const text = (): string => !shown ? '' : view === 'wire' ? shown.wire : textOf(layOut(shown.body))
  return (
    <section class="pane reply" id="reply" aria-labelledby="reply-title">
      <header class="pane-head">
        <h2 id="reply-title">Reply</h2>
        {now && <Status reply={now} />}
        <ViewTabs label="Ways to look at the reply" of={replyViews} chosen={replyView} controls="reply-view" />
        <div class="pane-actions">
          {shown && (view === 'pool' || view === 'wire') && <>
            <CopyButton text={text} />
            <DownloadButton name={shown.status === 200 ? 'user-pool.json' : 'exception.json'} type="application/json" text={text} />
          </>}
          <SurroundingsButton />
        </div>
        <SurroundingsChip />
      </header>
      {now && last && view !== 'words' && view !== 'export' && <BrokenNotice reply={now} last={last} />}
      <div class={`reply-body ${last ? 'stale' : ''}`} id="reply-view" role="tabpanel" aria-labelledby={`reply-view-${view}`}>
        {shown ? <Shown reply={shown} current={!last} /> : <Loading />}
        <SurroundingsPanel />
      </div>
    </section>
  )
}

function Shown({ reply, current }: { reply: Reply, current: boolean }) {
  switch (replyView.value) {
    case 'words': return <WordsView />
    case 'compare': return <CompareView reply={reply} />
    case 'export': return <ExportView />
    case 'wire': return <pre class="raw wire" tabIndex={0} role="region" aria-label="Reply as on the wire">{reply.wire}</pre>
    case 'pool': return reply.status === 200 ? <PoolView reply={reply} /> : <ExceptionView reply={reply} current={current} />
  }
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
