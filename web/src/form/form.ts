// The form of the request.

import { follow } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask, problems } from '../core/store.ts'
import { requestViews } from '../core/views.ts'
import { editor, makeEdits, mend } from '../request/current.ts'
import { Filling } from './filling.ts'

/** What names the form among the views. */
export const id = 'form'

/** The request as fields, while the form is shown. */
export const form = follow(() => requestViews.chosen.value === id, 'form', (text, options) => [text, options])

/** What is changed in the request by its fields. */
export const filling = new Filling({
  text: () => editor.peek()?.state.doc.toString() ?? null,
  change: (text, edit) => ask('editForm', text, edit, options.peek()),
  apply: (edits) => makeEdits(edits, 'input.form'),
  mend,
  problems,
})
