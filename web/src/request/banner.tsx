import { Banner } from '../core/ui/banner.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { undoLast } from './current.ts'
import { loaded } from './loaded.ts'

/** Says what took the place of the text, and takes it back. */
export function TextReplaced() {
  if (loaded.value === null) return null
  return (
    <Banner kind="note" icon="check">
      <p>“{loaded.value}” took the place of your text.</p>
      <button type="button" class="button" onClick={undoLast}>Undo</button>
      <button type="button" class="button icon-only" aria-label="Close" onClick={() => loaded.value = null}><Icon name="close" /></button>
    </Banner>
  )
}
