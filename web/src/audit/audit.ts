// What packs of checks say of a pool.

import { Validator } from '@cfworker/json-schema'
import { edited } from '../core/edits.ts'
import { leftOpen } from '../core/unknowns.ts'
import type { Change, Checked, Edit, Field, Form, FormChange, FormEdit, Options } from '../engine/engine.ts'
import { setLater } from '../engine/told.ts'
import { codeOfCheck, type Check, type CheckFix, type Pack } from './packs.ts'

/** What one check says. */
export interface Verdict {
  code: string
  pack: Pack
  check: Check
  outcome: 'passes' | 'fails' | 'undecided'
  /** why it is not decided, '' where it is. */
  why: string
}

/** What of an answer of the engine's the checks look at. CreateUserPool and DescribeUserPool show the same values of a pool. */
export type Audited = Pick<Checked, 'language' | 'request' | 'reply' | 'unknowns' | 'problems' | 'calls'>

/** Told a member's pointer, says on which day it came, where the API of the day that is looked at lacks it. */
export type CameOn = (pointer: string) => string | undefined

/** What an earlier day's API lacks; `asOf` is '' for the newest, and the changes are the contract's. */
export function cameAfter(asOf: string, changes: readonly Change[]): CameOn {
  const since = asOf === '' ? [] : changes.filter(({ day }) => day > asOf)
  return (pointer) => since.find(({ added }) => added.some((member) => within(pointer, member)))?.day
}

/** What packs say of a pool, in their order. A check for templates of another language than the text's is left out. */
export function audit(all: readonly Pack[], about: Audited, cameOn: CameOn = () => undefined): Verdict[] {
  // With what the text's tool sets once the pool is made.
  const later = setLater(about.calls)
  const request = together(valueOf(about.request), later)
  const { MfaConfiguration: mode } = later
  const userPool = about.reply.status === 200 ? together((valueOf(about.reply.body) as { UserPool?: unknown }).UserPool, mode === undefined ? {} : { MfaConfiguration: mode }) : undefined
  const open = leftOpen(about)
  return all.flatMap((pack) => pack.checks.filter((check) => speaksOf(check, about.language)).map((newest): Verdict => {
    const check = ofDay(newest, cameOn)
    const verdict = (outcome: Verdict['outcome'], why = ''): Verdict => ({ code: codeOfCheck(pack, check), pack, check, outcome, why })
    if (check.reads === 'other call') return verdict('undecided', `${check.call} shows it, and no request says it.`)
    const day = check.members[0] && cameOn(check.members[0])
    if (day) return verdict('undecided', `${nameOf(check.members[0]!)} came on ${day}: the API of the day that is set has none.`)
    const depends = open.find(({ pointer }) => check.members.some((member) => within(pointer, member) || within(member, pointer)))
    if (depends) return verdict('undecided', depends.why)
    const value = check.reads === 'reply' ? userPool : request
    if (value === undefined) return verdict('undecided', check.reads === 'reply' ? 'There is no pool to look at: the service refuses the request.' : 'There is no request to look at.')
    if (check.undecided && about.calls.length === 0 && fits(check.undecided.when, value)) return verdict('undecided', check.undecided.why)
    if (fits(check.passes!, value)) return verdict('passes')
    // What it demands may have come later, though the member that has it was there.
    const later = check.fix?.set.flatMap(({ pointer, value }) => leaves(pointer, value)).find((leaf) => within(leaf, check.members[0] ?? '') && cameOn(leaf))
    return later === undefined ? verdict('fails') : verdict('undecided', `${nameOf(later)} came on ${cameOn(later)}: the API of the day that is set has none.`)
  }))
}

/** A check whose fix leaves out what the day lacks beside the check's own members; behind a comma its title speaks of that. */
function ofDay(check: Check, cameOn: CameOn): Check {
  const lacks = ({ pointer, value }: CheckFix['set'][number]): boolean => !check.members.slice(0, 1).some((member) => within(pointer, member) || within(member, pointer)) && leaves(pointer, value).some((leaf) => cameOn(leaf))
  if (!check.fix?.set.some(lacks)) return check
  return { ...check, fix: { title: check.fix.title.split(', ')[0]!, set: check.fix.set.filter((each) => !lacks(each)) } }
}

/** A request is no template, so that each tool is asked what it would say of one that was made of it. */
function speaksOf({ languages }: Check, language: string): boolean {
  return !languages || language === 'request' || languages.includes(language)
}

function together(value: unknown, later: Record<string, unknown>): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, ...later } : value
}

const nameOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.')

/** The members that a value has, by their pointers. */
function leaves(pointer: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [pointer]
  return Object.entries(value).flatMap(([name, of]) => leaves(`${pointer}/${name}`, of))
}

function within(pointer: string, container: string): boolean {
  return pointer === container || pointer.startsWith(`${container}/`)
}

function fits(schema: NonNullable<Check['passes']>, value: unknown): boolean {
  return new Validator(schema, '2020-12').validate(value).valid
}

function valueOf(json: string | null): unknown {
  if (json === null) return undefined
  try {
    return JSON.parse(json)
  } catch {
    // A request whose text is broken is none.
    return undefined
  }
}

/** Themes of which checks say different things of the same pool, with what they say. */
export function disagreements(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const themes = new Map<string, Verdict[]>()
  for (const verdict of verdicts) if (verdict.outcome !== 'undecided' && verdict.check.theme) themes.set(verdict.check.theme, [...themes.get(verdict.check.theme) ?? [], verdict])
  return new Map([...themes].filter(([, all]) => new Set(all.map(({ outcome }) => outcome)).size > 1))
}

/** What the fix of a check asks of an engine. */
interface Forms {
  form(text: string, options?: Options): Form | Promise<Form>
  editForm(text: string, edit: FormEdit, options?: Options): FormChange | Promise<FormChange>
}

/** The edit by which a request in JSON passes a check; null where it cannot be made, as in a text whose structure is broken. */
export async function mend(engine: Forms, text: string, fix: CheckFix, options?: Options): Promise<Edit | null> {
  let after = text
  for (const { pointer, value, unlessGiven } of fix.set) {
    const { fields } = await engine.form(after, options)
    // The API of an earlier day has no such member, and would refuse it.
    if (!fields.some((field) => within(pointer, field.pointer))) return null
    if (unlessGiven && fieldAt(fields, pointer)?.given) continue
    const { edits, refused } = await engine.editForm(after, { op: 'set', pointer, value: JSON.stringify(value) }, options)
    if (refused) return null
    after = edited(after, edits)
  }
  return after === text ? null : between(text, after)
}

/** The one edit between two texts that touches nothing at their ends. */
function between(before: string, after: string): Edit {
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from++
  let end = 0
  while (end < before.length - from && end < after.length - from && before.at(-1 - end) === after.at(-1 - end)) end++
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) }
}

/** The field of a form at a pointer; null where there is none. */
export function fieldAt(fields: readonly Field[], pointer: string): Field | null {
  for (const field of fields) {
    if (field.pointer === pointer) return field
    if (within(pointer, field.pointer)) return fieldAt(field.fields, pointer)
  }
  return null
}
