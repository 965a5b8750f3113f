// In which order problems are told.

import type { Problem } from '../engine/types.ts'
import { stopsTool } from './stems.ts'

/** So many problems are shown and underlined; a text with more has other worries. */
export const problemsShown = 500

const ranks = { error: 0, warning: 1, note: 2 } as const

/** Errors first, then warnings, then notes, each by place. */
export function byRank<P extends Pick<Problem, 'severity' | 'from'>>(all: readonly P[]): P[] {
  return [...all].sort((a, b) => ranks[a.severity] - ranks[b.severity] || a.from - b.from)
}

/** The same, but in the order in which they are met: what the text's tool refuses, what made the service's reply, all others. */
export function asListed(all: readonly Problem[], stems: ReadonlySet<Problem>): Problem[] {
  const metAt = (problem: Problem): number => stopsTool(problem) ? 0 : stems.has(problem) ? 1 : 2
  return byRank(all).sort((a, b) => metAt(a) - metAt(b)).slice(0, problemsShown)
}
