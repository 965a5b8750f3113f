// What the answer depends on beside the text: where the call is made, what the account looks like, and on which day.
// Kept apart from the draft, since it outlives a request.

import { effect, signal } from '@preact/signals'
import { saidOptions } from '../core/options.ts'
import { wrongAccountId, wrongRegion } from '../core/places.ts'
import { keep, recall } from '../core/storage.ts'
import type { Account, Options } from '../engine/types.ts'

/** The surroundings of a call; empty texts and nulls leave the choice to the request. */
export interface Surroundings {
  region: string
  accountId: string
  smsRole: NonNullable<Account['smsRole']>
  /** The verified identities; null when all that the request names are. */
  sesIdentities: readonly string[] | null
  view: NonNullable<Options['view']>
  /** A day, or empty for the newest API. */
  asOf: string
}

/** What is assumed until a person says otherwise. */
export const usual: Readonly<Surroundings> = { region: '', accountId: '', smsRole: 'ok', sesIdentities: null, view: 'create', asOf: '' }

/** The API's first day. */
export const firstDay = '2016-04-18'

/** The last day that can be asked for: today. A clock that is years behind must not shut out days that were. */
export const today = (() => {
  const clock = new Date().toISOString().slice(0, 10)
  return clock > firstDay && clock < '9999' ? clock : '9999-12-31'
})()

/** Why a text is no day of the API; null when it is one, or is empty. */
export function wrongDay(text: string): string | null {
  if (text === '') return null
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) return 'A day looks like 2019-06-30. This one is not used.'
  return text < firstDay || text > today ? `Choose a day from ${firstDay} to ${today}. This one is not used.` : null
}

/** Reads what was kept, whatever it has become: every part that is not right is the usual one. */
export function readSurroundings(json: string | null): Surroundings {
  let kept: Partial<Record<keyof Surroundings, unknown>>
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    kept = typeof value === 'object' && value !== null ? value : {}
  } catch {
    return usual
  }
  const text = (value: unknown, wrong: (text: string) => string | null): string =>
    typeof value === 'string' && wrong(value) === null ? value : ''
  const { smsRole, sesIdentities } = kept
  return {
    region: text(kept.region, wrongRegion),
    accountId: text(kept.accountId, wrongAccountId),
    smsRole: smsRole === 'no-trust' || smsRole === 'no-publish' ? smsRole : 'ok',
    sesIdentities: Array.isArray(sesIdentities) ? sesIdentities.filter((identity) => typeof identity === 'string') : null,
    view: kept.view === 'describe' ? 'describe' : 'create',
    asOf: text(kept.asOf, wrongDay),
  }
}

/** What the engine is told. On an earlier day the call is made on that day, so the clock of today is left out. */
export function optionsOf({ region, accountId, smsRole, sesIdentities, view, asOf }: Surroundings, now: number): Options {
  const account: Account = {
    ...(smsRole === 'ok' ? {} : { smsRole }),
    ...(sesIdentities ? { sesIdentities: [...sesIdentities] } : {}),
  }
  return {
    ...(asOf ? { asOf } : { now }),
    ...(region ? { region } : {}),
    ...(accountId ? { accountId } : {}),
    ...(view === 'create' ? {} : { view }),
    ...(Object.keys(account).length > 0 ? { account } : {}),
  }
}

/** What differs from the usual, in few words each. */
export function differences({ region, accountId, smsRole, sesIdentities, view, asOf }: Surroundings): string[] {
  return [
    region,
    accountId,
    { 'ok': '', 'no-trust': 'role without trust', 'no-publish': 'role without publish' }[smsRole],
    sesIdentities ? `${sesIdentities.length} verified ${sesIdentities.length === 1 ? 'identity' : 'identities'}` : '',
    view === 'describe' ? 'describe' : '',
    asOf ? `as of ${asOf}` : '',
  ].filter(Boolean)
}

/** Where an answer's pool lives, read from any value that is the name of a user pool. */
export function placeInUse(body: string): { region: string, accountId: string } | null {
  const found = /"arn:[\w-]+:cognito-idp:([\w-]+):(\d{12}):userpool\//.exec(body)
  return found ? { region: found[1]!, accountId: found[2]! } : null
}

/** The surroundings as they are set. */
export const surroundings = signal<Surroundings>(readSurroundings(recall('surroundings')))

/** True while the panel is open. */
export const surroundingsOpen = signal(false)

/** Sets some of the surroundings. */
export function surround(change: Partial<Surroundings>): void {
  surroundings.value = { ...surroundings.peek(), ...change }
}

/** Goes back to the usual surroundings. */
export function resetSurroundings(): void {
  surroundings.value = usual
}

/** Every evaluation of a visit says the same time, so that a reply changes only when the text does. */
const now = Date.now()

effect(() => {
  saidOptions.value = optionsOf(surroundings.value, now)
})
effect(() => {
  keep('surroundings', differences(surroundings.value).length > 0 ? JSON.stringify(surroundings.value) : null)
})
