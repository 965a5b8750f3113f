import { Icon, type IconName } from '../core/ui/icons.tsx'
import type { Problem } from '../engine/engine.ts'

/** The problems of a call, each with its reason and how it is known. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul class="call-problems">
      {problems.map(({ rule, severity, message, why, pointer, evidence }, i) => (
        <li key={`${rule} ${pointer} ${i}`} class={severity}>
          <Icon name={severity satisfies IconName} />
          <span><span class="unseen">{severity}: </span>{message}{why && <span class="call-why"> {why}</span>} <span class="tag">{evidence}</span></span>
        </li>
      ))}
    </ul>
  )
}

/** What a text says and the pool that was opened from it has not got: a name that is not known, a value that only a deployment tells. */
export function PassedOver({ problems, class: look }: { problems: readonly Problem[], class: string }) {
  const all = problems.filter(({ rule }) => rule === 'unknown-member' || rule === 'unknown-value')
  return all.length === 0 ? null : <div class={look}><ProblemList problems={all} /></div>
}
