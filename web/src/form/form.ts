// The form's side of the text: its fields, and what is changed in them. The engine says which bytes a change takes; here
// is only in which order the changes are made.

import { computed, signal } from '@preact/signals'
import { announce } from '../core/announcement.ts'
import { follow, wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask, problems } from '../core/store.ts'
import { requestViews } from '../core/views.ts'
import type { FormChange, FormEdit, Problem } from '../engine/engine.ts'
import { editor, makeEdits } from '../request/current.ts'

/** What names the form among the views. */
export const id = 'form'

/** The request as fields, while the form is shown. */
export const form = follow(() => requestViews.chosen.value === id, 'form', (text, options) => [text, options])

/** The problems by the field that they stand at. */
export const problemsAt = computed(() => {
  const at = new Map<string, Problem[]>()
  for (const problem of problems.value) at.set(problem.pointer, [...at.get(problem.pointer) ?? [], problem])
  return at
})

/** The field that the form is asked to go to; a new object each time. */
export const formTarget = signal<{ pointer: string } | null>(null)

/** The blocks that a person has opened or closed, by pointer; the others are open when they are given. */
export const folded = signal<ReadonlyMap<string, boolean>>(new Map())

/** Why the last change could not be made, and where; null when it could. */
export const refused = signal<{ pointer: string, why: string } | null>(null)

/** A change on its way; `settle` is told where what was changed is now, or null when it was refused. */
interface Waiting { edit: FormEdit, settle(pointer: string | null): void }

const waiting: Waiting[] = []
let making = false

/**
 * Changes a field. Changes are made one after the other, each on the text as it then is; of several that set one field, the
 * last is made.
 */
export function changeField(edit: FormEdit): Promise<string | null> {
  return new Promise((settle) => {
    const last = waiting.at(-1)
    if (last && last.edit.op === 'set' && edit.op === 'set' && last.edit.pointer === edit.pointer) {
      last.settle(null)
      waiting.pop()
    }
    waiting.push({ edit, settle })
    void makeAll()
  })
}

async function makeAll(): Promise<void> {
  if (making) return
  making = true
  for (let next = waiting.shift(); next; next = waiting.shift()) next.settle(await make(next.edit))
  making = false
}

async function make(edit: FormEdit): Promise<string | null> {
  let change: FormChange
  const doc = editor.peek()?.state.doc
  if (!doc) return null
  try {
    change = await ask('editForm', doc.toString(), edit, options.peek())
  } catch (reason) {
    change = { edits: [], pointer: '', refused: wordsOf(reason) }
  }
  // A fix or an undo came between: what was asked is still wanted.
  if (editor.peek()?.state.doc !== doc) return make(edit)
  if (change.refused) {
    refused.value = { pointer: edit.pointer, why: change.refused }
    announce(change.refused)
    return null
  }
  refused.value = null
  makeEdits(change.edits, 'input.form')
  return change.pointer
}

/** Changes a field and goes to where it then is. */
export async function changeAndGo(edit: FormEdit): Promise<void> {
  const pointer = await changeField(edit)
  if (pointer !== null) formTarget.value = { pointer }
}
