// What the API's reference says of a member, beside the text and on hovering.

import type { VNode } from 'preact'
import type { Pane } from '../core/layout.ts'
import { lookedAt } from '../core/pointing.ts'
import { ReferenceCard } from './reference-card.tsx'
import style from './reference.css'
import { overview, reference } from './reference.ts'

/** The pane of the reference. */
export const pane: Pane = { id: 'reference', label: 'Reference', stop: '#reference-body', style }

/** What is known of what the cursor stands in: the same as on hovering, by keyboard and by touch. */
export function ReferencePane({ hidden }: { hidden: boolean }) {
  const { answer, failure } = reference.value
  return (
    <section class="pane reference" id="reference" aria-labelledby="reference-title">
      <header class="pane-head">
        <h2 id="reference-title">Reference</h2>
        <span class="pane-note">follows the cursor</span>
      </header>
      <div class="pane-body" id="reference-body" tabIndex={0} role="region" aria-labelledby="reference-title" hidden={hidden}>
        {failure !== null ? <p class="placeholder-hint none">{failure}</p>
          : lookedAt.value !== '' && answer ? <ReferenceCard of={answer} /> : <Overview />}
      </div>
    </section>
  )
}

/** The request as a whole: what there is, by topic. A name leads to what is known of it. */
function Overview() {
  const fields = overview.value.answer?.fields ?? []
  const topics = [...new Set(fields.map(({ topic }) => topic ?? ''))]
  const names = (found: typeof fields): VNode[] => found.map(({ name, pointer }) => (
    <button type="button" class="text-link" key={pointer} onClick={() => lookedAt.value = pointer}>{name}</button>
  ))
  return (
    <div class="reference-card overview">
      <p class="reference-head"><strong class="reference-name">CreateUserPool</strong></p>
      <p>The request that makes a user pool in Amazon Cognito. Put the cursor on a member, or choose one:</p>
      <dl class="reference-facts">
        <div><dt>Required</dt><dd>{names(fields.filter(({ required }) => required))}</dd></div>
        <div><dt>Cannot be changed later</dt><dd>{names(fields.filter(({ immutable }) => immutable))}</dd></div>
        {topics.map((topic) => <div key={topic}><dt>{topic}</dt><dd>{names(fields.filter((field) => field.topic === topic))}</dd></div>)}
      </dl>
    </div>
  )
}
