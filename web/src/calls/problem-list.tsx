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

/** More than these are folded: a template may leave a dozen functions to its deployment. */
const fewUnknown = 3

/**
 * What a text says and the pool that was opened from it has otherwise or has not got: a name that is not known, a value that
 * only a deployment tells, a call of the tool's that is refused.
 */
export function PassedOver({ problems, class: look }: { problems: readonly Problem[], class: string }) {
  const told = problems.filter(({ rule }) => rule === 'unknown-member' || rule === 'later-call-refused')
  const unknown = problems.filter(({ rule }) => rule === 'unknown-value')
  if (told.length + unknown.length === 0) return null
  const folded = unknown.length > fewUnknown
  return (
    <div class={look}>
      <ProblemList problems={folded ? told : [...told, ...unknown]} />
      {folded && (
        <details>
          <summary>{unknown.length} values are known only at deployment: what stands in for them here</summary>
          <ProblemList problems={unknown} />
        </details>
      )}
    </div>
  )
}
