import { useEffect, useState } from 'preact/hooks'
import type { Field } from '../engine/engine.ts'
import { useFilling } from './filling.ts'
import { leftOut } from './left-out.ts'

interface ControlProps { id: string, field: Field }

/** The control of a field that holds no others. Leaving it out is always one of the choices. */
export function ScalarControl({ id, field }: ControlProps) {
  if (field.type === 'boolean') return <Choice id={id} field={field} values={['true', 'false']} json={(value) => value} />
  if (field.values.length > 0) return <Choice id={id} field={field} values={field.values} json={JSON.stringify} />
  return <Typed id={id} field={field} />
}

function Choice({ id, field, values, json }: ControlProps & { values: readonly string[], json(value: string): string }) {
  const filling = useFilling()
  const choose = (event: { currentTarget: HTMLSelectElement }): void => {
    const { value } = event.currentTarget
    void filling.change(value === '' ? { op: 'remove', pointer: field.pointer } : { op: 'set', pointer: field.pointer, value: json(value) })
  }
  // A value that the API does not know stays in sight, with its problem below.
  const all = field.given && !values.includes(field.value) ? [...values, field.value] : values
  return (
    <select id={id} aria-describedby={`${id}-about`} value={field.given ? field.value : ''} onChange={choose}>
      {!(field.required && field.given) && <option value="">{leftOut(field, filling, short(field.default))}</option>}
      {all.map((value) => <option key={value} value={value}>{value}</option>)}
    </select>
  )
}

function Typed({ id, field }: ControlProps) {
  const filling = useFilling()
  // What is typed is shown until the text has it; after that the text is what counts.
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    // Effects run late: by now another letter may be typed, which a plain null would take back.
    if (typed !== null && field.given && field.value === typed) setTyped((now) => (now === typed ? null : now))
  }, [field.value, field.given, typed])
  const numeric = field.type === 'integer'
  const shown = typed ?? (field.given ? field.value : '')
  const wrong = numeric && typed !== null && !/^-?\d{1,15}$/.test(typed) && typed !== ''

  const input = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }): void => {
    const { value } = event.currentTarget
    setTyped(value)
    if (numeric && value === '') void filling.change({ op: 'remove', pointer: field.pointer })
    else if (!numeric || /^-?\d{1,15}$/.test(value)) void filling.change({ op: 'set', pointer: field.pointer, value: numeric ? String(Number(value)) : JSON.stringify(value) })
  }
  const shared = {
    id, value: shown, autocomplete: 'off', spellcheck: !numeric && field.long === true, 'aria-describedby': `${id}-hint ${id}-about`, 'aria-invalid': wrong,
    onInput: input, onBlur: () => setTyped(wrong ? typed : null),
  }
  return (
    <>
      {field.long
        ? <textarea {...shared} rows={Math.min(8, Math.max(2, shown.split('\n').length))} placeholder={field.given ? '' : leftOut(field, filling, short(field.default))} />
        : <input type="text" {...shared} inputMode={numeric ? 'numeric' : 'text'} placeholder={field.given ? '' : leftOut(field, filling, short(field.default))} />}
      <p class={wrong ? 'field-wrong' : 'field-hint'} id={`${id}-hint`}>{wrong ? 'A whole number is needed here. This one is not used.' : limits(field)}</p>
    </>
  )
}

function short(json: string): string {
  return json.length > 60 ? `${json.slice(0, 59)}…` : json
}

function limits({ min, max, type }: Field): string {
  const unit = type === 'integer' ? '' : max === 1 ? ' character' : ' characters'
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`
  if (max !== undefined) return `at most ${max}${unit}`
  return min !== undefined ? `at least ${min}${unit}` : ''
}
