import { computed } from '@preact/signals'
import type { Reply } from '../engine/types.ts'
import { layOut, textOf } from '../core/body.ts'
import { broken, lastReadableReply, reply } from '../core/store.ts'
import { exceptionOf } from '../core/stems.ts'
import { replyView, replyViews } from '../core/views.ts'
import { CompareView } from '../compare/compare-view.tsx'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { DownloadButton } from '../core/ui/download-button.tsx'
import { ExceptionView } from '../pool/exception-view.tsx'
import { ExportView } from '../export/export-view.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { Loading } from './loading.tsx'
import { PoolView } from '../pool/pool-view.tsx'
import { SurroundingsButton, SurroundingsChip, SurroundingsPanel } from '../surroundings/surroundings-panel.tsx'
import { ViewTabs } from '../core/ui/view-tabs.tsx'
import { WordsView } from '../words/words-view.tsx'

const statusWords = { 200: 'OK', 400: 'Bad Request', 500: 'Internal Server Error' } as const

/** The reply in sight: while the text is no JSON, the last one stays. */
const shown = computed(() => (broken.value ? lastReadableReply.value : null) ?? reply.value)
const isStale = computed(() => broken.value && lastReadableReply.value !== null)
/** By themselves, since few letters change them. */
const status = computed(() => reply.value?.status ?? null)
const shownStatus = computed(() => shown.value?.status ?? null)

/** What Cognito would answer. */
export function ReplyPane() {
  const view = replyView.value
  return (
    <section class="pane reply" id="reply" aria-labelledby="reply-title">
      <Head />
      {isStale.value && view !== 'words' && view !== 'export' && <BrokenNotice />}
      <div class={`reply-body ${isStale.value ? 'stale' : ''}`} id="reply-view" role="tabpanel" aria-labelledby={`reply-view-${view}`}>
        <Shown />
        <SurroundingsPanel />
      </div>
    </section>
  )
}

function Head() {
  const view = replyView.value
  const text = (): string => {
    const now = shown.peek()
    return !now ? '' : view === 'wire' ? now.wire : textOf(layOut(now.body))
  }
  return (
    <header class="pane-head">
      <h2 id="reply-title">Reply</h2>
      {status.value !== null && <Status status={status.value} />}
      <ViewTabs label="Ways to look at the reply" of={replyViews} chosen={replyView} controls="reply-view" />
      <div class="pane-actions">
        {shownStatus.value !== null && (view === 'pool' || view === 'wire') && <>
          <CopyButton text={text} />
          <DownloadButton name={shownStatus.value === 200 ? 'user-pool.json' : 'exception.json'} type="application/json" text={text} />
        </>}
        <SurroundingsButton />
      </div>
      <SurroundingsChip />
    </header>
  )
}

function Shown() {
  // It follows the replies by itself; what is below is drawn anew for each.
  if (shownStatus.value === 200 && replyView.value === 'pool') return <PoolView reply={shown} />
  const reply = shown.value
  if (!reply) return <Loading />
  switch (replyView.value) {
    case 'words': return <WordsView />
    case 'compare': return <CompareView reply={reply} />
    case 'export': return <ExportView />
    case 'wire': return <pre class="raw wire" tabIndex={0} role="region" aria-label="Reply as on the wire">{reply.wire}</pre>
    case 'pool': return <ExceptionView reply={reply} current={!isStale.value} />
  }
}

function Status({ status }: { status: Reply['status'] }) {
  const good = status === 200
  return <span class={`status ${good ? 'good' : 'bad'}`}><Icon name={good ? 'check' : 'error'} />{status} <span class="status-words">{statusWords[status]}</span></span>
}

function BrokenNotice() {
  const exception = reply.value && exceptionOf(reply.value)
  return (
    <div class="broken-notice">
      <p>
        The text is not valid JSON at the moment.
        {exception && <> Cognito would answer <strong>{exception.type}</strong>{exception.message && <>: {exception.message}</>}</>}
      </p>
      <p class="stale-label">Below: {shownStatus.value === 200 ? 'from the last valid request' : 'the answer to the last valid JSON'}</p>
    </div>
  )
}
