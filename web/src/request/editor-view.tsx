import { announce } from '../core/announcement.ts'
import { readOnly } from '../core/embedding.ts'
import { completes } from '../core/languages.ts'
import { broken, reading } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import type { RequestView } from '../core/views.ts'
import { editor } from './current.ts'
import { format } from './editor/editor.ts'

/** The request as text, in the editor. */
export const view: RequestView = { id: 'json', label: 'JSON', labelElsewhere: 'Text', Actions: FormatButton, Hint, asText: true }

/** Lays the text out anew, in each view that shows it. */
export function FormatButton() {
  if (readOnly.value) return null
  const unfit = broken.value || reading.value !== null && reading.value.syntax !== 'json'
  const layOutAnew = (): void => {
    const view = editor.peek()
    if (view) announce(format(view) ? 'Formatted.' : 'Only valid JSON can be formatted.')
  }
  return (
    <button
      type="button" class="button quiet" onClick={layOutAnew} disabled={unfit}
      title={unfit ? 'Only valid JSON can be formatted' : 'Shift+Alt+F'}
    >
      <Icon name="format" /><span class="format-words">Format</span>
    </button>
  )
}

function Hint() {
  return <><LeaveHint />{completes(reading.value?.language ?? 'request') && <span><kbd>Ctrl</kbd>+<kbd>Space</kbd> completes. </span>}</>
}

/** How to leave a text in which Tab might be one of its letters. */
export function LeaveHint() {
  return <span><kbd>Tab</kbd> leaves the text. </span>
}
