import { effect } from '@preact/signals'
import { announce } from '../core/announcement.ts'
import { evaluation, problems } from '../core/store.ts'

const quietFor = 1_000

/** Says how many problems there are, when that has changed and typing has paused. */
export function announceProblems(): () => void {
  let said = -1
  let timer: ReturnType<typeof setTimeout> | undefined
  return effect(() => {
    const now = evaluation.value
    const [first, ...rest] = problems.value
    clearTimeout(timer)
    if (!now) return
    timer = setTimeout(() => {
      const count = first ? rest.length + 1 : 0
      if (count === said) return
      said = count
      announce(first
        ? `${count} ${count === 1 ? 'problem' : 'problems, the first'} on line ${now.doc.lineAt(Math.min(first.from, now.doc.length)).number}.`
        : 'No problems.')
    }, quietFor)
  })
}
