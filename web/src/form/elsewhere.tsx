import { embedded, readOnly } from '../core/embedding.ts'
import type { Field } from '../engine/engine.ts'
import { turnIntoRequest } from '../import/import.ts'
import { landOnPointer, showEditor } from '../request/current.ts'

/** The values of a text in another language, to be read: a form writes JSON alone. */
export function ElsewhereForm({ fields }: { fields: readonly Field[] }) {
  return (
    <div class="form form-elsewhere" role="region" aria-label="Values of the text" tabIndex={0}>
      <p class="form-note">
        <span>The form writes requests in JSON. Here are the values that this text gives, to be read; each leads to its place.</span>
        {!readOnly.value && !embedded.value && (
          <button type="button" class="button quiet" aria-haspopup="dialog" onClick={turnIntoRequest}>Turn into a request</button>
        )}
      </p>
      <Given fields={fields} />
    </div>
  )
}

function Given({ fields }: { fields: readonly Field[] }) {
  const given = fields.filter((field) => field.given)
  if (given.length === 0) return null
  return (
    <ul class="given-fields">
      {given.map((field) => (
        <li key={field.pointer} data-pointer={field.pointer}>
          <button type="button" class="text-link field-name" onClick={() => goTo(field.pointer)}>{field.name}</button>
          {field.fields.some((inner) => inner.given) ? <Given fields={field.fields} /> : <code>{field.value}</code>}
        </li>
      ))}
    </ul>
  )
}

function goTo(pointer: string): void {
  showEditor()
  // The editor takes the focus once it is shown.
  requestAnimationFrame(() => landOnPointer(pointer))
}
