import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { announce } from '../core/announcement.ts'
import { edited } from '../core/edits.ts'
import { wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask } from '../core/store.ts'
import type { Edit, Field, Form, Problem } from '../engine/engine.ts'
import { FieldRow } from '../form/field-row.tsx'
import { Filling, InForm } from '../form/filling.ts'
import type { CallProps } from './call-props.ts'

/** The request of an operation as fields. It knows no member by name: they come from the contract of the operation. */
export function CallForm({ operation, text, write, problems, done, inserts }: CallProps) {
  const [form, setForm] = useState<Form | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const told = useSignal<readonly Problem[]>([])
  const now = useRef({ text, write, fields: [] as readonly Field[], at: '' })
  Object.assign(now.current, { text, write, fields: form?.fields ?? [] })
  const filling = useMemo(() => {
    const apply = (edits: readonly Edit[]): void => {
      now.current.text = edited(now.current.text, edits)
      now.current.write(now.current.text)
    }
    return new Filling({
      text: () => now.current.text,
      change: (before, edit) => ask('editCallForm', operation, before, edit, options.peek()),
      apply, mend: (fix) => apply(fix.edits), problems: told, updates: operation === 'UpdateUserPool',
    })
  }, [operation])
  useEffect(() => {
    let asked = true
    ask('callForm', operation, text, options.value).then((answer) => {
      if (!asked) return
      setForm(answer)
      setFailure(null)
    }, (reason: unknown) => { if (asked) setFailure(wordsOf(reason)) })
    return () => { asked = false }
  }, [operation, text, options.value])
  useEffect(() => { if (problems) told.value = problems }, [problems])
  useLayoutEffect(() => {
    if (list.current && !filling.goToTarget(list.current)) filling.target.value = null
  }, [form, filling.target.value, filling.folded.value])
  useEffect(() => {
    inserts?.((given, instead) => {
      const pointer = (instead !== '' && holding(now.current.fields, instead)) || now.current.at
      if (pointer === '') announce('Go to the field that it is for first.')
      else void filling.change({ op: 'set', pointer, value: JSON.stringify(given) })
    })
  }, [filling])

  if (failure !== null) return <p class="field-wrong" role="alert">{failure}</p>
  if (!form) return <p class="later" role="status">Reading the call…</p>
  if (form.unreadable) return <p class="call-unreadable" role="status">The call cannot be shown as a form. {form.unreadable}</p>
  return (
    <div
      class="call-form" ref={list} role="group" aria-label={`Members of ${operation}`}
      onFocusIn={(event) => { now.current.at = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-pointer]')?.dataset['pointer'] ?? '' : '' }}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done?.() }}
    >
      <InForm.Provider value={filling}>{form.fields.map((field) => <FieldRow key={field.pointer} field={field} />)}</InForm.Provider>
    </div>
  )
}

/** The pointer of the field that holds a text, '' for none. */
function holding(fields: readonly Field[], text: string): string {
  for (const field of fields) {
    const found = field.given && field.value === text && field.fields.length === 0 ? field.pointer : holding(field.fields, text)
    if (found) return found
  }
  return ''
}
