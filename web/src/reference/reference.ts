import { cursor } from '../core/cursor.ts'
import { follow } from '../core/follow.ts'
import { narrow, shownPane, sizes } from '../core/layout.ts'
import { requestPointer } from '../core/pointing.ts'
import { skeletonOf } from '../core/skeleton.ts'
import { foreign } from '../core/store.ts'

const shown = (): boolean => narrow.value ? shownPane.value === 'reference' : sizes.value.problemsOpen

/** What is known of what the cursor stands in. */
export const reference = follow(() => {
  void cursor.value
  void requestPointer.value
  return shown()
}, 'hover', (request, options) => {
  if (!foreign.peek()) return [request, Math.min(cursor.peek().offset, request.length), options]
  const skeleton = skeletonOf(requestPointer.peek())
  return [skeleton.request, skeleton.offset, options]
})
