import { sayable, titleOf } from '../core/languages.ts'
import { saidLanguage } from '../core/options.ts'

/** The choice of a language, where the text's was not found out rightly. */
export function LanguageSelect() {
  return (
    <span class="pool-select">
      <select class="language-select" aria-label="Language of the text" value={saidLanguage.value} onChange={(event) => saidLanguage.value = event.currentTarget.value}>
        <option value="">{saidLanguage.value === '' ? 'Read as …' : 'Find it out'}</option>
        {sayable.map((id) => <option key={id} value={id}>{titleOf(id)}</option>)}
      </select>
    </span>
  )
}
