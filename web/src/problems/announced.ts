import { effect } from '@preact/signals'
import { announce } from '../core/announcement.ts'
import { titleOf } from '../core/languages.ts'
import { exceptionOf, stemsOf } from '../core/stems.ts'
import { evaluation, problems, reading, refusals, unrecognised } from '../core/store.ts'
import type { Problem } from '../engine/types.ts'

const quietFor = 1_000

/** What came of the text, in a sentence or two. */
function outcome({ doc, result: { reply } }: NonNullable<typeof evaluation.value>): string {
  const count = (severity: Problem['severity']): string[] => {
    const found = problems.peek().filter((problem) => problem.severity === severity).length
    return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`]
  }
  const at = (problem: Problem): string => `${problem.message} Line ${doc.lineAt(Math.min(problem.from, doc.length)).number}.`
  const [refusal] = refusals.peek()
  if (refusal) return `${titleOf(reading.peek()?.language ?? '')} refuses it: ${at(refusal)}`
  if (unrecognised.peek()) return 'The text is in no language that is read here.'
  const exception = exceptionOf(reply)
  if (!exception) return ['Accepted', ...count('error'), ...count('warning'), ...count('note')].join(', ') + '.'
  const [first] = stemsOf(reply, problems.peek())
  return [`Refused: ${exception.type}.`, ...(first ? [at(first)] : [])].join(' ')
}

/** Says what came of the text, when that has changed and typing has paused. */
export function announceProblems(): () => void {
  let said = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  return effect(() => {
    const now = evaluation.value
    void problems.value
    clearTimeout(timer)
    if (!now) return
    timer = setTimeout(() => {
      const words = outcome(now)
      if (words === said) return
      said = words
      announce(words)
    }, quietFor)
  })
}
