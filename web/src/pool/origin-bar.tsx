import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { originKinds, originMarks, type OriginKind } from '../core/origins.ts'
import type { MarkedLine } from './marked.ts'

/** Which values are shown. */
export type OriginFilter = OriginKind | 'all'

type Counts = Readonly<Record<OriginFilter, number>>

interface OriginBarProps {
  counts: Counts
  filter: Signal<OriginFilter>
  /** What else stands in the bar. */
  children?: ComponentChildren
}

/** How many values have which origin, and the choice of one. */
export function OriginBar({ counts, filter, children }: OriginBarProps) {
  return (
    <div class="origin-bar">
      <div class="filters" role="group" aria-label="Show values by origin">
        {(['all', ...originKinds] as const).map((kind) => (
          <Filter key={kind} kind={kind} count={counts[kind]} chosen={filter.value === kind} choose={() => filter.value = kind} />
        ))}
      </div>
      <div class="origin-foot">
        {children}
      </div>
    </div>
  )
}

/** How many values have each origin. */
export function countOrigins(lines: readonly MarkedLine[]): Counts {
  const counts = { all: 0, given: 0, default: 0, derived: 0, generated: 0, unknown: 0 }
  for (const { kind, origin } of lines) {
    if (kind === 'open' || kind === 'close') continue
    counts.all++
    if (origin) counts[origin.kind]++
  }
  return counts
}

interface FilterProps { kind: OriginFilter, count: number, chosen: boolean, choose(): void }

function Filter({ kind, count, chosen, choose }: FilterProps) {
  return (
    <button type="button" class={`filter mark ${kind}`} aria-pressed={chosen} onClick={choose}>
      {kind !== 'all' && <span class="letter" aria-hidden="true">{originMarks[kind].letter}</span>}
      <span class="word">{kind}</span> <span class="filter-count">{count}</span>
    </button>
  )
}
