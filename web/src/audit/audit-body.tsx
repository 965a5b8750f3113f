import { computed, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { announce } from '../core/announcement.ts'
import { readOnly } from '../core/embedding.ts'
import { wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask, foreign, reading, request } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { OutLink } from '../core/ui/out-link.tsx'
import { makeEdits } from '../request/current.ts'
import { askForChanges, changes } from '../surroundings/changes.ts'
import { audit, cameAfter, disagreements, mend, type Verdict } from './audit.ts'
import { packs } from './packs.ts'

/** What all packs say of the pool that is read; null while there is none. */
const verdicts = computed(() => reading.value && reading.value.pool >= 0 ? audit(packs, reading.value, cameAfter(options.value.asOf ?? '', changes.value ?? [])) : null)

/** The app clients that stand beside the pool in its text. */
const clients = computed(() => reading.value?.clients.length ?? 0)

/** Why the last press did not mend; null when it did. */
const refused = signal<string | null>(null)

const marks = { passes: 'check', fails: 'error', undecided: 'note' } as const
const words = { passes: 'Passes', fails: 'Fails', undecided: 'Not decided' } as const

/** The published checks, by theme, so that those that say different things of one pool stand side by side. */
export function AuditBody() {
  const earlier = options.value.asOf !== undefined
  useEffect(() => {
    if (earlier) askForChanges()
  }, [earlier])
  const all = verdicts.value
  if (!all) return <p class="placeholder">There is no pool to look at.</p>
  const count = (outcome: Verdict['outcome']): number => all.filter((verdict) => verdict.outcome === outcome).length
  const different = disagreements(all)
  const themes = [...new Set(all.map(({ check }) => check.theme ?? ''))]
  return (
    <div class="audit" tabIndex={0} role="region" aria-label="What auditors' checks say of the pool">
      <p class="audit-sum">{all.length} published checks: {count('passes')} pass, {count('fails')} fail, {count('undecided')} cannot be decided here.</p>
      {clients.value > 0 && <p class="audit-about">The checks judge the pool alone. {clients.value === 1 ? 'The app client of this text is' : `The ${clients.value} app clients of this text are`} not judged: look at DescribeUserPoolClient once {clients.value === 1 ? 'it exists' : 'they exist'}.</p>}
      {refused.value !== null && <p class="audit-wrong" role="alert">{refused.value}</p>}
      {themes.map((theme) => (
        <section key={theme} class="audit-theme" aria-labelledby={`audit-${theme.replaceAll(' ', '-')}`}>
          <h3 id={`audit-${theme.replaceAll(' ', '-')}`}>{theme[0]?.toUpperCase()}{theme.slice(1)}{different.has(theme) && <span class="tag strong">Verdicts differ</span>}</h3>
          <ul>{all.filter(({ check }) => (check.theme ?? '') === theme).map((verdict) => <Row key={verdict.code} verdict={verdict} />)}</ul>
        </section>
      ))}
    </div>
  )
}

function Row({ verdict: { code, pack, check, outcome, why } }: { verdict: Verdict }) {
  return (
    <li class="audit-check" data-outcome={outcome}>
      <Icon name={marks[outcome]} />
      <div>
        <p><strong>{words[outcome]}</strong>: “{check.title}”</p>
        <p class="audit-of">{pack.title}, {check.link ? <OutLink to={check.link}>{check.id}</OutLink> : check.id}: {check.demands}.{why && ` ${why}`}</p>
        {outcome === 'fails' && check.fix && (foreign.value || readOnly.value
          ? <p class="audit-of">What mends it: {check.fix.set.map(({ pointer }) => pointer).join(', ')}</p>
          : <button type="button" class="button fix" aria-label={`${check.fix.title}, for ${code}`} onClick={() => void press(check.fix!)}><Icon name="fix" />{check.fix.title}</button>)}
      </div>
    </li>
  )
}

async function press(fix: NonNullable<Verdict['check']['fix']>): Promise<void> {
  const { doc } = request.peek()
  if (!doc) return
  refused.value = null
  try {
    const edit = await mend({
      form: (text, options) => ask('form', text, options),
      editForm: (text, change, options) => ask('editForm', text, change, options),
    }, doc.toString(), fix, options.peek())
    if (!edit) refused.value = 'This cannot be written here: the text is no whole JSON, or the API of the day that is set lacks what the check asks for.'
    // The edit is of the text that was asked about.
    else if (request.peek().doc !== doc) refused.value = 'The text changed meanwhile. Press again.'
    else {
      makeEdits([edit], 'input.fix')
      announce('One thing was fixed.')
    }
  } catch (reason) {
    refused.value = wordsOf(reason)
  }
}
