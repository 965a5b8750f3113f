import { follow } from '../core/follow.ts'
import { narrow, shownPane, sizes } from '../core/layout.ts'
import { lookedAt, offsetOf } from '../core/pointing.ts'
import { skeletonOf } from '../core/skeleton.ts'
import { foreign } from '../core/store.ts'

const shown = (): boolean => narrow.value ? shownPane.value === 'reference' : sizes.value.problemsOpen

/** What is known of what a person looks at: with the cursor, in the form, in the reply or in a list of completions. */
export const reference = follow(() => {
  void lookedAt.value
  return shown()
}, 'hover', (request, options) => {
  const pointer = lookedAt.peek()
  const offset = foreign.peek() ? null : offsetOf(pointer)
  if (pointer !== '' && offset !== null) return [request, Math.min(offset, request.length), options]
  const skeleton = skeletonOf(pointer)
  return [skeleton.request, skeleton.offset, options]
})

/** The members of the request by topic, for where nothing else is looked at. */
export const overview = follow(() => shown() && (lookedAt.value === '' || reference.value.answer === null), 'form', (_request, options) => ['', options])
