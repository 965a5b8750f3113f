import { signal } from '@preact/signals'
import { CallForm } from './call-form.tsx'
import type { CallProps } from './call-props.ts'
import { CallText } from './call-text.tsx'

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
