import { signal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { cursor } from '../core/cursor.ts'
import { requestPointer } from '../core/pointing.ts'
import { foreign } from '../core/store.ts'
import { later } from '../core/ui/later.tsx'
import type { RequestView } from '../core/views.ts'
import type { Field } from '../engine/engine.ts'
import { editor, landOn, landOnPointer, showEditor } from '../request/current.ts'
import { FieldRow } from './field-row.tsx'
import style from './form.css'
import { folded, form, formTarget, id } from './form.ts'

/** The request as a form. It knows no member by name: the fields come from the engine, which reads them in the contract. */
export const view: RequestView = {
  id, label: 'Form', View: FormView, style, writes: true,
  land({ pointer, offset, range }) {
    if (foreign.peek()) {
      showEditor()
      // The editor takes the focus once it is shown.
      requestAnimationFrame(() => landOn({ from: 0, to: 0, ...range(), pointer }))
      return
    }
    if (offset !== undefined) cursor.value = { ...cursor.peek(), offset }
    formTarget.value = { pointer }
  },
}

const Elsewhere = later<{ fields: readonly Field[] }>('ElsewhereForm')

/** What is looked for among the members. */
const wanted = signal('')
/** Whether only what the request has is shown. */
const onlyGiven = signal(false)

function FormView() {
  const { answer, failure } = form.value
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => goToTarget(list.current), [answer, formTarget.value, folded.value])
  useEffect(() => () => { formTarget.value = null }, [])

  if (!answer) return <p class="placeholder">{failure ?? 'Reading the request…'}</p>
  if (foreign.value) return <Elsewhere fields={answer.fields} />
  if (answer.unreadable) {
    return (
      <div class="placeholder form-unreadable">
        <p class="placeholder-title">The text cannot be shown as a form</p>
        <p>{answer.unreadable}</p>
        <button type="button" class="button" onClick={showEditor}>Mend it as text</button>
      </div>
    )
  }
  const words = wanted.value.toLowerCase().split(/\s+/).filter(Boolean)
  const fields = narrowed(answer.fields, words, onlyGiven.value)
  const focused = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pointer]') : null
    if (!row) return
    requestPointer.value = row.dataset['pointer'] ?? ''
    const from = Number(row.dataset['from'])
    if (from >= 0) cursor.value = { ...cursor.peek(), offset: from }
  }
  return (
    <>
      <div class="form-bar">
        <input
          type="search" class="form-search" aria-label="Find a member" placeholder="Find a member" autocomplete="off" spellcheck={false}
          value={wanted.value} onInput={(event) => wanted.value = event.currentTarget.value}
        />
        <label><input type="checkbox" checked={onlyGiven.value} onChange={(event) => onlyGiven.value = event.currentTarget.checked} />Only what is given</label>
      </div>
      <div class="form" ref={list} role="region" aria-label="Members of the request" tabIndex={-1} onFocusIn={focused}>
        {fields.map((field) => <FieldRow key={field.pointer} field={field} open={words.length > 0} />)}
        {fields.length === 0 && <p class="placeholder-hint none">{words.length > 0 ? 'No member has these words in its name or description.' : 'The request has no members yet.'}</p>}
      </div>
    </>
  )
}

/** The fields that have the words, and those around them; of given ones only, when asked. */
function narrowed(fields: readonly Field[], words: readonly string[], given: boolean): Field[] {
  return fields.flatMap((field) => {
    if (given && !field.given) return []
    const text = `${field.name} ${field.description} ${field.values.join(' ')}`.toLowerCase()
    const found = words.every((word) => text.includes(word))
    const inner = narrowed(field.fields, found ? [] : words, given)
    return found || inner.length > 0 ? [{ ...field, fields: field.type === 'structure' ? inner : field.fields }] : []
  })
}

/** Opens the blocks around the wanted field and puts the focus into it; shows the text where the form has no such field. */
function goToTarget(list: HTMLElement | null): void {
  const target = formTarget.peek()
  if (!target || !list || form.peek().doc !== editor.peek()?.state.doc) return
  const { pointer } = target
  const shut: string[] = []
  for (let end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1)) shut.push(pointer.slice(0, end))
  if (shut.some((block) => folded.peek().get(block) !== true)) {
    folded.value = new Map([...folded.peek(), ...shut.map((block) => [block, true] as const)])
    return
  }
  const row = list.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`)
  if (row) {
    formTarget.value = null
    const control = row.querySelector<HTMLElement>('input, select, textarea, button')
    control?.focus()
    row.scrollIntoView({ block: 'nearest' })
  } else if (wanted.peek() || onlyGiven.peek()) {
    wanted.value = ''
    onlyGiven.value = false
  } else {
    formTarget.value = null
    showEditor()
    // The editor takes the focus once it is shown.
    requestAnimationFrame(() => landOnPointer(pointer))
  }
}
