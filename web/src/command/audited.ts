// What packs of checks find, as findings at their places in the text.

import { audit, cameAfter, disagreements, fieldAt, mend, type Verdict } from '../audit/audit.ts'
import type { Pack } from '../audit/packs.ts'
import type { Checked, Engine, Options } from '../engine/engine.ts'
import type { Finding, Report } from './findings.ts'

/** Where checks of one theme say different things, a sentence for each theme and pool. */
export type Disagreement = { pool: string, theme: string, verdicts: Verdict[] }

/** Adds to a report what packs find in its pools. */
export async function addAudit(engine: Engine, report: Report, all: readonly Pack[], options: Options): Promise<Disagreement[]> {
  const told: Disagreement[] = []
  const cameOn = options.asOf ? cameAfter(options.asOf, engine.contract().changes) : undefined
  for (const checked of report.checked) {
    if (checked.pool < 0) continue
    const pool = checked.pools[checked.pool]!
    const verdicts = audit(all, checked, cameOn)
    for (const verdict of verdicts) {
      if (verdict.outcome !== 'passes') report.findings.push({ ...await findingOf(engine, report.text, checked, verdict, options), ...(report.pools.length > 1 ? { pool: pool.id } : {}) })
    }
    for (const [theme, different] of disagreements(verdicts)) told.push({ pool: pool.id, theme, verdicts: different })
  }
  return told
}

async function findingOf(engine: Engine, text: string, checked: Checked, { code, check, outcome, why }: Verdict, options: Options): Promise<Finding> {
  const pointer = check.members[0] ?? ''
  const inJson = checked.language === 'request'
  const edit = outcome === 'fails' && inJson && check.fix ? await mend(engine, text, check.fix, options) : null
  return {
    rule: code, stage: 'advice', severity: outcome === 'fails' ? 'warning' : 'note', pointer, ...placeIn(engine, text, checked, pointer, options),
    message: outcome === 'fails' ? `${code.slice(0, code.indexOf('/'))} demands: ${check.demands}.` : `Not decided here: ${check.title}. ${why}`,
    why: outcome === 'fails' ? `It fails: ${check.title}.` : why, evidence: 'documented', links: check.link ? [check.link] : [], related: [],
    fixes: edit ? [{ title: check.fix!.title, edits: [edit], safe: false }] : [],
  }
}

/** The place of a member, or of the nearest thing around it that the text says. */
function placeIn(engine: Engine, text: string, checked: Checked, pointer: string, options: Options): { from: number, to: number } {
  const fields = checked.language === 'request' ? engine.form(text, options).fields : []
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = fieldAt(fields, at)
    if (field?.given) return { from: field.from, to: field.to }
    const place = checked.places[at]
    if (place) return { from: place[0], to: place[1] }
  }
  // The whole of a pool would be underlined for what it leaves out.
  const { from } = checked.pools[checked.pool]!
  return { from, to: from }
}
