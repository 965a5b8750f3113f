// All that there is to say of the text, by place, each with its fixes. It is the engine that finds it.

import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { embedded, readOnly } from '../core/embedding.ts'
import { titleOf } from '../core/languages.ts'
import { sizes, type Pane } from '../core/layout.ts'
import { problemsShown } from '../core/ranks.ts'
import { evaluation, foreign, phase, problems, readers, reading } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { disagreeing } from '../disagree/disagreeing.ts'
import type { Problem } from '../engine/types.ts'
import { openExplaining } from '../explain/explaining.ts'
import { mendAllSafe, walkProblems } from '../request/current.ts'
import { hidden, listed, type Listed } from './listed.ts'
import { ProblemRow } from './problem-row.tsx'
import style from './problems.css'

/** The pane of the problems. */
export const pane: Pane = { id: 'problems', label: 'Problems', Badge, stop: '.problems .problem-go, .problems .collapse', style }

const severities = ['error', 'warning', 'note'] as const

// Each by itself, since few letters change them.
const evaluated = computed(() => evaluation.value !== null && readers.value === null)
const count = computed(() => problems.value.length)
const counts = Object.fromEntries(severities.map((severity) =>
  [severity, computed(() => problems.value.filter((problem) => problem.severity === severity).length)]))
/** The titles of the fixes after which the text says the same, only rightly spelt, a line each. */
const safe = computed(() => problems.value.flatMap((problem) => problem.fixes.filter((fix) => fix.safe).slice(0, 1).map(({ title }) => title)).join('\n'))

/** All that is known of the text, by place. */
export function ProblemsPane() {
  const open = sizes.value.problemsOpen
  return (
    <section class="pane problems" id="problems" aria-labelledby="problems-title">
      <header class="pane-head">
        <h2 id="problems-title">
          <button
            type="button" class="collapse" aria-expanded={open} aria-controls="problems-body"
            onClick={() => sizes.value = { ...sizes.value, problemsOpen: !open }}
          >
            <Icon name="chevron" />Problems {evaluated.value && <span class="count">{count}</span>}
          </button>
        </h2>
        <span class="counts" role="group" aria-label="Show by severity">
          {severities.map((severity) => <Count key={severity} severity={severity} />)}
        </span>
        {count.value > 0 && (
          <div class="pane-actions">
            {safe.value !== '' && !readOnly.value && (
              <button type="button" class="button quiet" title={safe.value} onClick={() => void mendAllSafe()}>
                <Icon name="fix" />Fix {safe.value.split('\n').length} safely
              </button>
            )}
            <button type="button" class="button quiet" title="Shift+F8" onClick={() => walkProblems('previous')}><Icon name="up" />Previous</button>
            <button type="button" class="button quiet" title="F8" onClick={() => walkProblems('next')}><Icon name="down" />Next</button>
          </div>
        )}
      </header>
      <div class="pane-body" id="problems-body" hidden={!open} tabIndex={-1}>
        {count.value > 0 ? <ProblemList /> : <NoProblems />}
        {evaluated.value && !embedded.value && (
          <p class="problems-foot">
            <button type="button" class="text-link" aria-haspopup="dialog" onClick={() => openExplaining()}>Explain an error message…</button>
            <button type="button" class="text-link" aria-haspopup="dialog" onClick={() => disagreeing.value = true}>AWS said something else…</button>
            {RULE_IDS.length > 0 && <a href="rules.html" target="_blank" rel="noopener">All rules</a>}
          </p>
        )}
      </div>
    </section>
  )
}

/** How many there are, beside the pane's name on a narrow screen. */
function Badge() {
  return evaluated.value ? <span class="count">{count}</span> : null
}

function Count({ severity }: { severity: Problem['severity'] }) {
  const count = counts[severity]!.value
  if (count === 0) return null
  const shown = !hidden.value.has(severity)
  const choose = (): void => { hidden.value = new Set(shown ? [...hidden.peek(), severity] : [...hidden.peek()].filter((each) => each !== severity)) }
  return (
    <button type="button" class={`filter severity ${severity}`} aria-pressed={shown} title={shown ? `Hide the ${severity}s` : `Show the ${severity}s`} onClick={choose}>
      <Icon name={severity} />{count}<span class="count-words"> {severity}{count === 1 ? '' : 's'}</span>
    </button>
  )
}

/** The row of each problem: where one line of the list changes, Preact passes over the others. */
const rows = new WeakMap<Listed, VNode>()

function rowOf(of: Listed): VNode {
  const row = rows.get(of) ?? <ProblemRow key={of.key} of={of} />
  rows.set(of, row)
  return row
}

function ProblemList() {
  return (
    <>
      <ul class="problem-list" aria-labelledby="problems-title">{listed.value.map(rowOf)}</ul>
      {listed.value.length === 0 && <p class="placeholder-hint none">The {[...hidden.value].join('s and the ')}s are hidden.</p>}
      {count.value > problemsShown && <p class="more">and {(count.value - problemsShown).toLocaleString('en')} more</p>}
    </>
  )
}

function NoProblems() {
  if (!evaluated.value) return <p class="placeholder-hint none">Problems are listed here once {phase.value.name === 'ready' ? 'the text is read' : 'the engine is ready'}.</p>
  return (
    <div class="none good">
      <Icon name="check" />
      <p><strong>No problems found.</strong> Cognito would take {foreign.value ? `the pool of this text, read as ${titleOf(reading.value?.language ?? '')},` : 'this request'} {reading.value?.unknowns.length ? 'as far as it is known' : 'as it stands'}.</p>
    </div>
  )
}
