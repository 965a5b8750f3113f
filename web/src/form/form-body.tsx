// What the form shows. It is fetched when that is first opened.

import { signal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { cursor } from '../core/cursor.ts'
import { awaiting } from '../core/follow.ts'
import { pointAt } from '../core/pointing.ts'
import { foreign } from '../core/store.ts'
import type { Field } from '../engine/engine.ts'
import { editor, landOnPointer, showEditor } from '../request/current.ts'
import { ElsewhereForm } from './elsewhere.tsx'
import { FieldRow } from './field-row.tsx'
import { InForm } from './filling.ts'
import { filling, form } from './form.ts'

/** What is looked for among the members. */
const wanted = signal('')
/** Whether only what the request has is shown. */
const onlyGiven = signal(false)

/** The request as fields. It knows no member by name: the fields come from the engine, which reads them in the contract. */
export function FormBody() {
  const { answer, failure } = form.value
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => goToTarget(list.current), [answer, filling.target.value, filling.folded.value, wanted.value, onlyGiven.value, wantedTopic.value])
  useEffect(() => () => { filling.target.value = null }, [])

  if (!answer) return <p class="placeholder">{failure ?? awaiting('the request')}</p>
  if (foreign.value) return <ElsewhereForm fields={answer.fields} />
  if (answer.unreadable) {
    return (
      <div class="placeholder form-unreadable">
        <p class="placeholder-title">The text cannot be shown as a form</p>
        <p>{answer.unreadable}</p>
        <button type="button" class="button" onClick={showEditor}>Fix it as text</button>
      </div>
    )
  }
  const words = wanted.value.toLowerCase().split(/\s+/).filter(Boolean)
  const topics = [...new Set(answer.fields.flatMap((field) => field.topic ?? []))]
  const fields = ranked(narrowed(answer.fields.filter((field) => wantedTopic.value === '' || (wantedTopic.value === forEver ? field.immutable : field.topic === wantedTopic.value)), words, onlyGiven.value), words)
  const focused = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pointer]') : null
    if (!row) return
    pointAt(row.dataset['pointer'] ?? '')
    const from = Number(row.dataset['from'])
    if (from >= 0) cursor.value = { ...cursor.peek(), offset: from }
  }
  const toTop = (): void => { list.current?.scrollTo({ top: 0 }) }
  return (
    <>
      <div class="form-bar">
        <input
          type="search" class="form-search" aria-label="Find a member" placeholder="Find a member" autocomplete="off" spellcheck={false}
          value={wanted.value} onInput={(event) => { wanted.value = event.currentTarget.value; toTop() }}
        />
        <select aria-label="Topic" value={wantedTopic.value} onChange={(event) => { wantedTopic.value = event.currentTarget.value; toTop() }}>
          <option value="">All topics</option>
          {topics.map((topic) => <option key={topic} value={topic}>{topic}</option>)}
          <option value={forEver}>Cannot be changed later</option>
        </select>
        <label><input type="checkbox" checked={onlyGiven.value} onChange={(event) => onlyGiven.value = event.currentTarget.checked} />Only what is given</label>
      </div>
      <div class="form" ref={list} role="region" aria-label="Members of the request" tabIndex={-1} onFocusIn={focused}>
        <InForm.Provider value={filling}>{fields.map((field) => <FieldRow key={field.pointer} field={field} open={words.length > 0} />)}</InForm.Provider>
        {fields.length === 0 && <p class="placeholder-hint none">{words.length > 0 ? 'No member has these words in its name or description.' : 'The request has no such members yet.'}</p>}
      </div>
    </>
  )
}

/** What is chosen among the topics to see what no update changes. */
const forEver = '*'
/** The topic that is shown; '' for all. */
const wantedTopic = signal('')

/** How well a field answers words: by its name, by what people call it, by its values, by its description; 0 for not at all. */
function rank(field: Field, words: readonly string[]): number {
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  const own = has(field.name) ? 4 : has(`${field.words ?? ''} ${field.topic ?? ''}`) ? 3 : has(`${field.name} ${field.values.join(' ')}`) ? 2 : has(field.description) ? 1 : 0
  return Math.max(own, ...field.fields.map((inner) => rank(inner, words) - 0.5))
}

/** The fields that answer best first; in the reference's order where they answer alike. */
function ranked(fields: readonly Field[], words: readonly string[]): readonly Field[] {
  if (words.length === 0) return fields
  const ranks = new Map(fields.map((field) => [field, rank(field, words)]))
  return [...fields].sort((a, b) => ranks.get(b)! - ranks.get(a)!)
}

/** The fields that have the words, and those around them; of given ones only, when asked. */
function narrowed(fields: readonly Field[], words: readonly string[], given: boolean): Field[] {
  return fields.flatMap((field) => {
    if (given && !field.given) return []
    const text = `${field.name} ${field.words ?? ''} ${field.topic ?? ''} ${field.description} ${field.values.join(' ')}`.toLowerCase()
    const found = words.every((word) => text.includes(word))
    const inner = narrowed(field.fields, found ? [] : words, given)
    return found || inner.length > 0 ? [{ ...field, fields: field.type === 'structure' ? inner : field.fields }] : []
  })
}

/** Goes to the wanted field; shows the text where the form has no such field. */
function goToTarget(list: HTMLElement | null): void {
  const target = filling.target.peek()
  if (!target || !list || form.peek().doc !== editor.peek()?.state.doc || filling.goToTarget(list)) return
  if (wanted.peek() || onlyGiven.peek() || wantedTopic.peek()) {
    wanted.value = ''
    wantedTopic.value = ''
    onlyGiven.value = false
  } else {
    filling.target.value = null
    showEditor()
    // The editor takes the focus once it is shown.
    requestAnimationFrame(() => landOnPointer(target.pointer))
  }
}
