import { computed } from '@preact/signals'
import { layOut, textOf } from '../core/body.ts'
import { replyInSight, stale } from '../core/store.ts'
import type { ReplyView } from '../core/views.ts'
import { ReplyActions } from '../reply/actions.tsx'
import { ExceptionView } from './exception-view.tsx'
import { PoolView } from './pool-view.tsx'
import style from './pool.css'

/** The reply as it is meant: the user pool, line by line with the origin of each value, or the exception to be read. */
export const view: ReplyView = { id: 'pool', label: 'Reply', View: Pool, Actions, style, stays: true }

/** By itself, since few letters change it. */
const isPool = computed(() => replyInSight.value?.status === 200)

function Pool() {
  // It follows the replies by itself; an exception is drawn anew for each.
  return isPool.value ? <PoolView reply={replyInSight} /> : <Exception />
}

function Exception() {
  const reply = replyInSight.value
  return reply && <ExceptionView reply={reply} current={!stale.value} />
}

function Actions() {
  return <ReplyActions textOf={({ body }) => textOf(layOut(body))} />
}
