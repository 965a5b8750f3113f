import { replyInSight } from '../core/store.ts'
import type { ReplyView } from '../core/views.ts'
import { ReplyActions } from '../reply/actions.tsx'
import style from './wire.css'

/** The reply as it arrives, byte for byte. */
export const view: ReplyView = { id: 'wire', label: 'HTTP', View: WireView, Actions, style, stays: true }

function WireView() {
  return <pre class="raw wire" tabIndex={0} role="region" aria-label="Reply as on the wire">{replyInSight.value?.wire}</pre>
}

function Actions() {
  return <ReplyActions textOf={({ wire }) => wire} />
}
