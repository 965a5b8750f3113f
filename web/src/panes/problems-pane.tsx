import { computed } from '@preact/signals'
import { landOn, mendAllSafe, walkProblems } from '../editor/current.ts'
import type { Problem } from '../engine/types.ts'
import { readOnly } from '../state/embedding.ts'
import { sizes } from '../state/layout.ts'
import { evaluation, problems, reply } from '../state/playground.ts'
import { stemsOf } from '../state/stems.ts'
import { Icon } from './icons.tsx'
import { ProblemRow } from './problem-row.tsx'

/** So many problems are shown and underlined; a text with more has other worries. */
export const problemsShown = 500

const severities = ['error', 'warning', 'note'] as const
/** The fixes after which the text says the same, only rightly spelt. */
const safe = computed(() => problems.value.flatMap((problem) => problem.fixes.filter((fix) => fix.safe).slice(0, 1)))
const stems = computed<ReadonlySet<Problem>>(() => reply.value ? stemsOf(reply.value, problems.value) : new Set())

/** All that is known of the text, by place. */
export function ProblemsPane() {
  const all = problems.value
  const open = sizes.value.problemsOpen
  return (
    <section class="pane problems" id="problems" aria-labelledby="problems-title">
      <header class="pane-head">
        <h2 id="problems-title">
          <button
            type="button" class="collapse" aria-expanded={open} aria-controls="problems-body"
            onClick={() => sizes.value = { ...sizes.value, problemsOpen: !open }}
          >
            <Icon name="chevron" />Problems {evaluation.value && <span class="count">{all.length}</span>}
          </button>
        </h2>
        <span class="pane-note counts">
          {severities.map((severity) => <Count key={severity} severity={severity} />)}
        </span>
        {all.length > 0 && (
          <div class="pane-actions">
            {safe.value.length > 0 && !readOnly.value && (
              <button type="button" class="button quiet" title={safe.value.map(({ title }) => title).join('\n')} onClick={() => void mendAllSafe()}>
                <Icon name="fix" />Fix {safe.value.length} safely
              </button>
            )}
            <button type="button" class="button quiet" title="Shift+F8" onClick={() => walkProblems('previous')}><Icon name="up" />Previous</button>
            <button type="button" class="button quiet" title="F8" onClick={() => walkProblems('next')}><Icon name="down" />Next</button>
          </div>
        )}
      </header>
      <div class="pane-body" id="problems-body" hidden={!open} tabIndex={-1}>
        {all.length > 0 ? <ProblemList all={all} /> : <NoProblems />}
      </div>
    </section>
  )
}

function Count({ severity }: { severity: Problem['severity'] }) {
  const count = problems.value.filter((problem) => problem.severity === severity).length
  if (count === 0) return null
  return <span class={`severity ${severity}`}><Icon name={severity} />{count} {severity}{count === 1 ? '' : 's'}</span>
}

function ProblemList({ all }: { all: readonly Problem[] }) {
  const doc = evaluation.value?.doc
  if (!doc) return null
  const key = namer()
  return (
    <>
      <ul class="problem-list" aria-labelledby="problems-title">
        {all.slice(0, problemsShown).map((problem) => {
          const line = doc.lineAt(Math.min(problem.from, doc.length))
          return (
            <ProblemRow
              key={key(`${problem.rule} ${problem.pointer} ${problem.message}`)}
              problem={problem} inReply={stems.value.has(problem)}
              line={line.number} column={Math.min(problem.from, doc.length) - line.from + 1} land={landOn}
            />
          )
        })}
      </ul>
      {all.length > problemsShown && <p class="more">and {(all.length - problemsShown).toLocaleString('en')} more</p>}
    </>
  )
}

/** Tells what has one name apart by its number: a problem is the same one wherever typing moves it, and its row stays open. */
function namer(): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return `${name} ${count}`
  }
}

function NoProblems() {
  if (!evaluation.value) return <p class="placeholder-hint none">Problems are listed here once the engine is ready.</p>
  return (
    <div class="none good">
      <Icon name="check" />
      <p><strong>Nothing to complain about.</strong> Cognito would take this request as it stands.</p>
    </div>
  )
}
