import { useEffect, useId, useState } from 'preact/hooks'

interface CheckedFieldProps {
  label: string
  value: string
  hint: string
  placeholder?: string
  numeric?: boolean
  type?: 'text' | 'date'
  min?: string
  max?: string
  /** Why a text is not right; null when it is. */
  wrong(text: string): string | null
  /** Told only what is right. */
  take(text: string): void
}

/** A field that says at once what is wrong with its text, and hands on only what is right. */
export function CheckedField({ label, value, hint, placeholder, numeric, type = 'text', min, max, wrong, take }: CheckedFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  const [half, setHalf] = useState(false)
  // Reset and a choice elsewhere change the value from outside.
  useEffect(() => setTyped(value), [value])
  const why = half ? 'The day is not complete. It is not used.' : wrong(typed)
  const input = (event: { currentTarget: HTMLInputElement }): void => {
    const text = event.currentTarget.value.trim()
    // A date that is half typed reads as an empty one.
    const bad = event.currentTarget.validity.badInput
    setHalf(bad)
    setTyped(text)
    if (!bad && wrong(text) === null) take(text)
  }
  const shared = { id, value: typed, autocomplete: 'off', 'aria-invalid': why !== null, 'aria-describedby': `${id}-hint`, onInput: input }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'date'
        ? <input type="date" {...shared} min={min} max={max} data-empty={typed === '' && !half ? placeholder : undefined} />
        : <input type="text" {...shared} placeholder={placeholder} spellcheck={false} inputMode={numeric ? 'numeric' : 'text'} />}
      <p id={`${id}-hint`} class={why ? 'field-wrong' : 'field-hint'} aria-live="polite">{why ?? hint}</p>
    </div>
  )
}
