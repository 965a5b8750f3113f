import { saidLanguage } from '../core/options.ts'
import { foreign, reading } from '../core/store.ts'
import { later } from '../core/ui/later.tsx'
import { LanguageSelect } from './language-select.tsx'

/** Says in the pane's head that the text is a request, as most are; another language has a line of its own. */
export function LanguageChip() {
  if (!reading.value || foreign.value) return null
  return <><span class="tag language-chip" title="The language of the text">Request (JSON)</span>{saidLanguage.value !== '' && <LanguageSelect />}</>
}

const Bar = later('LanguageBar')

/** The line below the pane's head, for a text in another language. */
export function LanguageLine() {
  return foreign.value ? <Bar /> : null
}
