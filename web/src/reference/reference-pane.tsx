// What the API's reference says of a member, beside the text and on hovering.

import type { Pane } from '../core/layout.ts'
import { ReferenceCard } from './reference-card.tsx'
import style from './reference.css'
import { reference } from './reference.ts'

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
        {answer ? <ReferenceCard of={answer} />
          : <p class="placeholder-hint none">{failure ?? 'Put the cursor on a member or a value to read about it.'}</p>}
      </div>
    </section>
  )
}
