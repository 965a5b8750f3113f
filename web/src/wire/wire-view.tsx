import { later } from '../core/ui/later.tsx'
import type { ReplyView } from '../core/views.ts'
import { ReplyActions } from '../reply/actions.tsx'

/** The call as it travels: what is asked, and the answer byte for byte. */
export const view: ReplyView = { id: 'wire', label: 'HTTP', View: later('WireBody'), Actions, stays: true }

function Actions() {
  return <ReplyActions textOf={({ wire }) => wire} />
}
