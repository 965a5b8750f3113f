import { useEffect } from 'preact/hooks'
import { Banner } from '../core/ui/banner.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { undoLast } from './current.ts'
import { loaded } from './loaded.ts'

/** So long it is read and undone at ease, in milliseconds; the Undo button of the request stays. */
const shownFor = 12_000

/** Says what took the place of the text, and takes it back. It stands at the foot of the pane, where it covers nothing. */
export function TextReplaced() {
  const now = loaded.value
  useEffect(() => {
    if (now === null) return
    const timer = setTimeout(() => { if (loaded.peek() === now) loaded.value = null }, shownFor)
    return () => clearTimeout(timer)
  }, [now])
  if (now === null) return null
  return (
    <Banner kind="note" icon="check">
      <p>“{now}” took the place of your text.</p>
      <button type="button" class="button" onClick={undoLast}>Undo</button>
      <button type="button" class="button icon-only" aria-label="Close" onClick={() => loaded.value = null}><Icon name="close" /></button>
    </Banner>
  )
}
