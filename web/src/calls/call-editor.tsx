import { signal } from '@preact/signals'
import type { Problem } from '../engine/engine.ts'
import { CallForm } from './call-form.tsx'
import { CallText } from './call-text.tsx'

export interface CallProps {
  operation: string
  text: string
  write(text: string): void
  /** The problems of the text as it is, with places in it; null while they are not known. */
  problems: readonly Problem[] | null
  /** Told of Ctrl or Cmd with Enter. */
  done?(): void
  /** Given what puts a text in the place of `instead`, if it is there, or else of what is selected or filled in. */
  inserts?(insert: (text: string, instead: string) => void): void
}

/** Whether calls are filled in by fields. */
const byFields = signal(false)

/** The request of an operation, written as JSON or filled in by fields. */
export function CallEditor(props: CallProps) {
  const Way = byFields.value ? CallForm : CallText
  return (
    <div class="call">
      <div class="call-ways" role="group" aria-label="Written as">
        <button type="button" class="call-way" aria-pressed={!byFields.value} onClick={() => byFields.value = false}>JSON</button>
        <button type="button" class="call-way" aria-pressed={byFields.value} onClick={() => byFields.value = true}>Form</button>
      </div>
      <Way {...props} key={props.operation} />
    </div>
  )
}
