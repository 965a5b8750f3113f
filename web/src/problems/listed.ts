// The problems as they are listed. Typing moves most of them with each letter, and changes none: so what is listed stays
// the same object for as long as it says the same.

import { computed, signal } from '@preact/signals'
import { alike } from '../core/alike.ts'
import { asListed } from '../core/ranks.ts'
import { stemsOf } from '../core/stems.ts'
import { evaluation, problems, refusals, reply } from '../core/store.ts'
import type { Problem } from '../engine/types.ts'

/** A problem in the list. */
export interface Listed {
  /** Tells it from the others: a problem is the same one wherever typing moves it, and its row stays open. */
  readonly key: string
  /** As the newest evaluation has it: its places and edits are to be read when they are wanted. */
  problem: Problem
  readonly line: number
  readonly column: number
  /** True when the service's reply stems from this problem. */
  readonly inReply: boolean
  /** True when the text's tool refuses the text for it. */
  readonly stops: boolean
}

/** The severities that are not shown. */
export const hidden = signal<ReadonlySet<Problem['severity']>>(new Set())

const stems = computed<ReadonlySet<Problem>>(() => reply.value ? stemsOf(reply.value, problems.value) : new Set())

let before: readonly Listed[] = []

/** The problems that are shown: what the tool refuses, those that made the reply, errors, warnings, notes, each by place; the list of before when it says the same. */
export const listed = computed<readonly Listed[]>(() => {
  const doc = evaluation.value?.doc
  if (!doc) return before = []
  const known = new Map(before.map((each) => [each.key, each]))
  const key = namer()
  const shown = problems.value.filter(({ severity }) => !hidden.value.has(severity))
  const now = asListed(shown, stems.value).map((problem): Listed => {
    const from = Math.min(problem.from, doc.length)
    const line = doc.lineAt(from)
    const each = {
      key: key(`${problem.rule} ${problem.pointer} ${problem.message}`),
      problem, line: line.number, column: from - line.from + 1, inReply: stems.value.has(problem), stops: refusals.value.includes(problem),
    }
    const old = known.get(each.key)
    if (!old || !alike(old, each)) return each
    old.problem = problem
    return old
  })
  return before = now.length === before.length && now.every((each, at) => each === before[at]) ? before : now
})

/** Tells what has one name apart by its number. */
function namer(): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return `${name} ${count}`
  }
}
