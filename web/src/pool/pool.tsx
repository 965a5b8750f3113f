import { computed } from '@preact/signals'
import { layOut, textOf } from '../core/body.ts'
import { titleOf } from '../core/languages.ts'
import { reading, refusedByTool, refusedLater, replyInSight, stale } from '../core/store.ts'
import type { ReplyView } from '../core/views.ts'
import { setLater } from '../engine/told.ts'
import { ReplyActions } from '../reply/actions.tsx'
import { ExceptionView } from './exception-view.tsx'
import { PoolView } from './pool-view.tsx'
import style from './pool.css'

/** The reply as it is meant: the user pool, line by line with the origin of each value, or the exception to be read. */
export const view: ReplyView = { id: 'pool', label: 'Reply', View: Pool, Actions, style, stays: true }

/** By itself, since few letters change it. */
const isPool = computed(() => replyInSight.value?.status === 200)

/** What the text's tool does to the pool by a call of its own, which this answer does not show; '' for nothing. */
const later = computed(() => {
  const now = reading.value
  if (now && refusedByTool.value) return `${titleOf(now.language)} refuses this text, so that nothing is sent: Problems says why. Below is what CreateUserPool would answer to the rest.`
  if (!now || now.calls.length === 0) return ''
  const { MfaConfiguration: mode } = setLater(now.calls)
  const names = [...new Set(now.calls.map(({ operation }) => operation))].join(' and ')
  if (refusedLater.value) return `CreateUserPool answers so. ${titleOf(now.language)} then calls ${names}, which the service refuses: Problems says why. The pool is there then, and the deployment has failed.`
  return `CreateUserPool answers so. ${titleOf(now.language)} then calls ${names}${typeof mode === 'string' ? `, which makes MfaConfiguration ${mode}` : ''}: Update and Try show the pool that comes of it.`
})

function Pool() {
  // It follows the replies by itself; an exception is drawn anew for each.
  return isPool.value ? <><Later /><PoolView reply={replyInSight} /></> : <Exception />
}

function Later() {
  return later.value === '' ? null : <p class="pool-later">{later}</p>
}

function Exception() {
  const reply = replyInSight.value
  return reply && <ExceptionView reply={reply} current={!stale.value} />
}

function Actions() {
  return <ReplyActions textOf={({ body }) => textOf(layOut(body))} />
}
