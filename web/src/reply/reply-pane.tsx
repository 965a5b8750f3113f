// What Cognito would answer: its status, the views of it, and the notice where it is that of an earlier text. What a view
// shows is its own folder's matter.

import { computed } from '@preact/signals'
import { titleOf } from '../core/languages.ts'
import type { Pane } from '../core/layout.ts'
import { exceptionOf } from '../core/stems.ts'
import { broken, foreign, readers, reading, refusedByTool, refusedLater, reply, replyInSight, requestText, stale, unrecognised } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { ViewTabs } from '../core/ui/view-tabs.tsx'
import { replyViews } from '../core/views.ts'
import { early, EarlyReply } from '../early/early-reply.tsx'
import type { Reply } from '../engine/types.ts'
import { Surroundings, SurroundingsButton } from '../surroundings/surroundings-button.tsx'
import { Loading, readersWords } from './loading.tsx'
import { statusWords } from './status-words.ts'
import style from './reply.css'

/** The pane of the reply. */
export const pane: Pane = { id: 'reply', label: 'Reply', Badge, stop: '.reply [role=tab][aria-selected=true]', style }


/** By themselves, since few letters change them. */
const status = computed(() => reply.value?.status ?? null)
const shownStatus = computed(() => replyInSight.value?.status ?? null)

/** What Cognito would answer. */
export function ReplyPane() {
  const view = replyViews.shown
  return (
    <section class="pane reply" id="reply" aria-labelledby="reply-title">
      <Head />
      {stale.value && (readers.value ? <WaitingNotice /> : (view?.stays || view?.follows && requestText.value === null) && <BrokenNotice />)}
      <div class={`reply-body ${stale.value ? 'stale' : ''}`} id="reply-view" role="tabpanel" aria-labelledby={`reply-view-${view?.id}`}>
        <Shown />
        <Surroundings />
      </div>
    </section>
  )
}

function Head() {
  const Actions = replyViews.shown?.Actions
  return (
    <header class="pane-head">
      <h2 id="reply-title">Reply</h2>
      {status.value !== null ? <Status status={status.value} /> : early.value && <Status status={200} early />}
      <ViewTabs label="Ways to look at the reply" of={replyViews.all} chosen={replyViews.chosen} controls="reply-view" />
      <div class="pane-actions">
        {Actions && (shownStatus.value !== null ? <Actions /> : early.value && <span class="early-actions" inert><Actions /></span>)}
        <SurroundingsButton />
      </div>
    </header>
  )
}

function Shown() {
  const view = replyViews.shown
  return shownStatus.value !== null && view ? <view.View /> : early.value ? <EarlyReply /> : <Loading />
}

/** @param early while the reply is the one that the build made, which is a pool. */
function Status({ status, early = false }: { status: Reply['status'], early?: boolean }) {
  if (!early && foreign.value && broken.value) return <span class="status unsent" title="The text makes no request as it stands"><Icon name="warning" /><span class="status-words">no request</span></span>
  if (!early && refusedByTool.value) return <span class="status unsent" title="The text’s own tool refuses it before it calls the service"><Icon name="warning" />{status} <span class="status-words">not sent</span></span>
  if (!early && refusedLater.value) return <span class="status unsent" title="The pool is made; a call that the text’s tool makes then is refused"><Icon name="warning" />{status} <span class="status-words">then refused</span></span>
  const good = status === 200
  return <span class={`${early ? 'early-status' : 'status'} ${good ? 'good' : 'bad'}`}><Icon name={good ? 'check' : 'error'} />{status} <span class="status-words">{statusWords[status]}</span></span>
}

/** How it went, beside the pane's name on a narrow screen. */
function Badge() {
  if (status.value === null) return null
  if (foreign.value && broken.value) return <span class="dot unsent"><Icon name="warning" /><span class="unseen">No request</span></span>
  if (refusedByTool.value) return <span class="dot unsent"><Icon name="warning" /><span class="unseen">{status}, not sent</span></span>
  if (refusedLater.value) return <span class="dot unsent"><Icon name="warning" /><span class="unseen">{status}, then refused</span></span>
  const good = status.value === 200
  return <span class={`dot ${good ? 'good' : 'bad'}`}><Icon name={good ? 'check' : 'error'} /><span class="unseen">{status}</span></span>
}

/** While what reads the text is fetched; a failure is told above the panes. */
function WaitingNotice() {
  return (
    <div class="broken-notice">
      <p role="status">{readersWords()}.</p>
      <p class="stale-label">Below: from the text before</p>
    </div>
  )
}

function BrokenNotice() {
  const exception = reply.value && exceptionOf(reply.value)
  if (foreign.value) {
    return (
      <div class="broken-notice">
        <p>{unrecognised.value ? 'The text is in no language that is read here.' : `The text is not whole at the moment, as ${titleOf(reading.value?.language ?? '')} is written.`}</p>
        <p class="stale-label">Below: from the last text that could be read</p>
      </div>
    )
  }
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
