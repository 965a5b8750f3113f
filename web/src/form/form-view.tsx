import { cursor } from '../core/cursor.ts'
import { foreign } from '../core/store.ts'
import { later } from '../core/ui/later.tsx'
import type { RequestView } from '../core/views.ts'
import { landOn, showEditor } from '../request/current.ts'
import { filling, id } from './form.ts'

const Body = later<object>('FormBody')

/** The request as a form. */
export const view: RequestView = {
  id, label: 'Form', View: () => <Body />, writes: true,
  land({ pointer, offset, range }) {
    if (foreign.peek()) {
      showEditor()
      // The editor takes the focus once it is shown.
      requestAnimationFrame(() => landOn({ from: 0, to: 0, ...range(), pointer }))
      return
    }
    if (offset !== undefined) cursor.value = { ...cursor.peek(), offset }
    filling.target.value = { pointer }
  },
}
