import { foreign, reading } from '../core/store.ts'
import { later } from '../core/ui/later.tsx'

/** Says in the pane's head that the text is a request, as most are; another language has a line of its own. */
export function LanguageChip() {
  return reading.value && !foreign.value ? <span class="tag language-chip" title="The language of the text">Request (JSON)</span> : null
}

const Bar = later('LanguageBar')

/** The line below the pane's head, for a text in another language. */
export function LanguageLine() {
  return foreign.value ? <Bar /> : null
}
