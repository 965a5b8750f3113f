import { cursor } from '../core/cursor.ts'
import { follow } from '../core/follow.ts'
import { narrow, shownPane, sizes } from '../core/layout.ts'

const shown = (): boolean => narrow.value ? shownPane.value === 'reference' : sizes.value.problemsOpen

/** What is known of what the cursor stands in. */
export const reference = follow(() => {
  void cursor.value
  return shown()
}, 'hover', (text, options) => [text, Math.min(cursor.peek().offset, text.length), options])
