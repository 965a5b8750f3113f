import { useComputed } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readOnly } from '../core/embedding.ts'
import { Icon } from '../core/ui/icons.tsx'
import { OutLink } from '../core/ui/out-link.tsx'
import { problemAtCursor } from '../core/pointing.ts'
import { evaluation, request } from '../core/store.ts'
import { landOn, landOnProblem, mend } from '../request/current.ts'
import type { Problem } from '../engine/types.ts'
import type { Listed } from './listed.ts'

const words = { error: 'Error', warning: 'Warning', note: 'Note' } as const

/** One problem: what is wrong and where, how to mend it and, on demand, why. */
export function ProblemRow({ of }: { of: Listed }) {
  const { problem, inReply, stops, line, column } = of
  const [open, setOpen] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const current = useComputed(() => problemAtCursor.value === of.problem)
  useEffect(() => {
    // The cursor is in the newest text, and so the problem has to be.
    if (current.value && evaluation.peek()?.doc === request.peek().doc) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current.value])
  useEffect(() => {
    if (!open) return
    row.current?.scrollIntoView({ block: 'nearest' })
    // Of a row that is higher than the list, what was asked for.
    row.current?.querySelector('.problem-details')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li ref={row} class={`problem ${problem.severity}`} aria-current={current.value ? true : undefined}>
      <div class="problem-line">
        <button type="button" class="problem-go" onClick={() => landOnProblem(of.problem)}>
          <span class={`severity ${problem.severity}`}><Icon name={problem.severity} />{words[problem.severity]}</span>
          <span class="problem-message">{problem.message}</span>
          <span class="problem-where">
            {stops && <span class="tag strong">Nothing is sent</span>}
            {inReply && <span class="tag strong">In the reply</span>}
            {problem.pointer && <span class="pointer">{problem.pointer}</span>}
            <span class="position">Ln {line}, Col {column}</span>
          </span>
        </button>
        <button type="button" class="button quiet more-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          Why<Icon name="chevron" />
        </button>
      </div>
      {problem.fixes.length > 0 && !readOnly.value && (
        <div class="fixes">
          {problem.fixes.map(({ title }, at) => (
            <button type="button" class="button fix" key={title} onClick={() => mend(of.problem.fixes[at]!)}><Icon name="fix" />{title}</button>
          ))}
        </div>
      )}
      {open && <ProblemDetails of={of} />}
    </li>
  )
}

/** Where a second place is: its member and its line. */
function placeOf(related: Problem['related'][number] | undefined): string {
  const doc = evaluation.peek()?.doc
  return related && doc ? `${related.pointer} Ln ${doc.lineAt(Math.min(related.from, doc.length)).number}` : ''
}

function ProblemDetails({ of }: { of: Listed }) {
  const { rule, why, exception, evidence, links, related } = of.problem
  return (
    <div class="problem-details">
      {why && <p>{why}</p>}
      {exception && (
        <figure>
          <figcaption>{exception.unworded ? 'Our words: the service\'s own are not publicly known' : 'The service\'s words'}</figcaption>
          <blockquote><strong>{exception.type}</strong>{exception.message && <>: {exception.message}</>}</blockquote>
        </figure>
      )}
      {related.length > 0 && (
        <ul class="related">
          {related.map(({ message }, at) => (
            <li key={at}><button type="button" class="text-link" onClick={() => landOn(of.problem.related[at]!)}>{message}</button> <span class="position">{placeOf(of.problem.related[at])}</span></li>
          ))}
        </ul>
      )}
      <p class="evidence">
        <span class="tag">{evidence}</span>
        {links.map((link) => <OutLink key={link} to={link} />)}
        {RULE_IDS.includes(rule) && <a class="about-rule" href={`rules.html#${encodeURIComponent(rule)}`} target="_blank" rel="noopener">About this rule<Icon name="link" /></a>}
        <span class="rule">{rule}</span>
      </p>
    </div>
  )
}
