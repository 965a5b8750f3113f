// In which order problems are told.

import type { Problem } from '../engine/types.ts'

/** So many problems are shown and underlined; a text with more has other worries. */
export const problemsShown = 500

const ranks = { error: 0, warning: 1, note: 2 } as const

/** Errors first, then warnings, then notes, each by place. */
export function byRank<P extends Pick<Problem, 'severity' | 'from'>>(all: readonly P[]): P[] {
  return [...all].sort((a, b) => ranks[a.severity] - ranks[b.severity] || a.from - b.from)
}

/** The same, but those that made the reply before all others. */
export function asListed(all: readonly Problem[], stems: ReadonlySet<Problem>): Problem[] {
  const ranked = byRank(all)
  return [...ranked.filter((problem) => stems.has(problem)), ...ranked.filter((problem) => !stems.has(problem))].slice(0, problemsShown)
}
