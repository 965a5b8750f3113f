// Plays calls on a pool one after another, and puts what earlier answers gave in the place of words in angle brackets.

import type { Called, Engine, Opened, Options } from '../engine/engine.ts'
import type { Facts, Step, Stop, Walk } from './walks.ts'

/** What the calls are made with: the engine, here or in its worker. */
export type Asks = Pick<Engine, 'open' | 'call' | 'authenticatorCode' | 'secretHash'>

/** A call that was made. */
export interface Played {
  step: Step
  /** The request as it was sent. */
  request: string
  called: Called
  /** What is there afterwards, and when that is, in epoch milliseconds. */
  state: string
  now: number
  /** What is known afterwards, by the words that stand for it. */
  known: Known
}

export type Known = Readonly<Record<string, string>>

/** The words that stand for what answers gave, with what each is. */
export const words: Readonly<Record<string, string>> = {
  '<client>': 'the id of the client that was made last', '<code>': 'the newest code that was sent', '<session>': 'the Session of the newest answer',
  '<access>': 'the newest access token', '<id>': 'the newest ID token', '<refresh>': 'the newest refresh token', '<sub>': 'the sub of who signed up last',
  '<secret>': 'the secret for the authenticator app', '<app code>': 'what the authenticator app shows', '<secret hash>': 'the hash of Username, by the client\'s secret',
  '<device>': 'the key of the newest device',
}

const at = (body: unknown, ...path: string[]): unknown => path.reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], body)

/** What is known after a call. */
export function learn(before: Known, called: Called): Known {
  const body: unknown = JSON.parse(called.reply.body)
  const known = { ...before }
  const take = (word: string, ...path: string[]): void => {
    const value = at(body, ...path)
    if (typeof value === 'string') known[word] = value
  }
  take('<client>', 'UserPoolClient', 'ClientId')
  take('client secret', 'UserPoolClient', 'ClientSecret')
  take('<session>', 'Session')
  take('<secret>', 'SecretCode')
  take('<sub>', 'UserSub')
  for (const [word, name] of [['<access>', 'AccessToken'], ['<id>', 'IdToken'], ['<refresh>', 'RefreshToken']] as const) take(word, 'AuthenticationResult', name)
  take('<device>', 'AuthenticationResult', 'NewDeviceMetadata', 'DeviceKey')
  const code = called.sent.at(-1)?.code
  if (code) known['<code>'] = code
  return known
}

/** A request with values in the place of words. */
export interface Filled {
  text: string
  /** Where a place of the text stands in the request with its words; what is inside of a value stands at the word. */
  back(offset: number): number
}

/** Puts what is known into a request. What is not known stays as it is. */
export async function fill(request: string, known: Known, asks: Asks, now: number): Promise<Filled> {
  const all: Record<string, string> = { ...known }
  if (request.includes('<app code>') && known['<secret>']) all['<app code>'] = await asks.authenticatorCode(known['<secret>'], { now })
  if (request.includes('<secret hash>') && known['client secret'] && known['<client>']) {
    const name = /"(?:USERNAME|Username)":\s*"((?:[^"\\]|\\.)*)"/.exec(request)?.[1] ?? ''
    all['<secret hash>'] = await asks.secretHash(known['client secret'], name, known['<client>'])
  }
  // Where each value begins and ends, and what it stands for.
  const values: { from: number, to: number, at: number, length: number }[] = []
  let text = ''
  let last = 0
  for (const { 0: word, index } of request.matchAll(/<[a-z ]+>/g)) {
    const value = all[word]
    if (value === undefined) continue
    text += request.slice(last, index)
    values.push({ from: text.length, to: text.length + value.length, at: index, length: word.length })
    text += value
    last = index + word.length
  }
  text += request.slice(last)
  const back = (offset: number): number => {
    let moved = 0
    for (const { from, to, at, length } of values) {
      if (offset < from) break
      if (offset < to) return offset === from ? at : at + length
      moved = at + length - to
    }
    return offset + moved
  }
  return { text, back }
}

/** The pool that calls are made on. */
export interface Stage {
  opened: Opened
  facts: Facts
  now: number
}

/** Opens the pool of a text, and looks at it; its state is null where the text says no pool. */
export async function openStage(text: string, options: Options, asks: Asks, client: Facts['client'] = null): Promise<Stage> {
  const now = options.now ?? (options.asOf ? Date.parse(`${options.asOf}T09:00:00Z`) : Date.UTC(2026, 10, 2, 9))
  const opened = await asks.open(text, { ...options, now })
  const empty: Facts = { id: '', pool: {}, mfa: {}, day: options.asOf ?? '', client }
  if (opened.state === null) return { opened, facts: empty, now }
  const { UserPool: pool } = JSON.parse(opened.reply.body) as { UserPool: Record<string, unknown> & { Id: string } }
  const mfa = await asks.call(opened.state, 'GetUserPoolMfaConfig', JSON.stringify({ UserPoolId: pool.Id }), { ...options, now })
  return { opened, facts: { ...empty, id: pool.Id, pool, mfa: mfa.reply.status === 200 ? JSON.parse(mfa.reply.body) as Record<string, unknown> : {} }, now }
}

/** Makes one call after those before. */
export async function playStep(step: Step, text: string, before: Pick<Played, 'state' | 'now' | 'known'>, options: Options, asks: Asks): Promise<Played> {
  const now = before.now + (step.pass ?? 0)
  const { text: request, back } = await fill(text, before.known, asks, now)
  const called = await asks.call(before.state, step.operation, request, { ...options, now })
  // Places are told in the request as it is written.
  const edits = <Placed extends { from: number, to: number }>(all: Placed[]): Placed[] => all.map((each) => ({ ...each, from: back(each.from), to: back(each.to) }))
  called.problems = edits(called.problems).map((problem) => ({ ...problem, fixes: problem.fixes.map((fix) => ({ ...fix, edits: edits(fix.edits) })) }))
  return { step, request, called, state: called.state, now, known: learn(before.known, called) }
}

/** Where each operation takes the hash of a client that has a secret. */
const hashes: Readonly<Record<string, readonly [block: string, name: string]>> = {
  SignUp: ['', 'SecretHash'], ConfirmSignUp: ['', 'SecretHash'], ResendConfirmationCode: ['', 'SecretHash'], ForgotPassword: ['', 'SecretHash'], ConfirmForgotPassword: ['', 'SecretHash'],
  InitiateAuth: ['AuthParameters', 'SECRET_HASH'], AdminInitiateAuth: ['AuthParameters', 'SECRET_HASH'],
  RespondToAuthChallenge: ['ChallengeResponses', 'SECRET_HASH'], AdminRespondToAuthChallenge: ['ChallengeResponses', 'SECRET_HASH'],
}

/** A walk's step with the hash of its client's secret, where it has one. */
function hashed(step: Step, known: Known): Step {
  const at = hashes[step.operation]
  if (!at || !known['client secret']) return step
  const [block, name] = at
  const request = step.request as Record<string, object>
  return { ...step, request: block === '' ? { ...request, [name]: '<secret hash>' } : { ...request, [block]: { ...request[block], [name]: '<secret hash>' } } }
}

/** No walk has more steps: what would go on and on ends here. */
const most = 40

/** Plays a walk; `each` is told of every call as it is made, and says whether to go on. */
export async function playWalk(walk: Walk, stage: Stage, options: Options, asks: Asks, each: (played: Played) => boolean): Promise<Stop | null> {
  const run = walk.run(stage.facts)
  let last: Pick<Played, 'state' | 'now' | 'known'> = { state: stage.opened.state!, now: stage.now, known: {} }
  let next = run.next()
  for (let i = 0; i < most && !next.done; i++) {
    const step = hashed(next.value, last.known)
    const played = await playStep(step, JSON.stringify(step.request), last, options, asks)
    if (!each(played)) return null
    last = played
    next = run.next({ ok: played.called.reply.status === 200, body: JSON.parse(played.called.reply.body) as Record<string, unknown> })
  }
  return next.done ? next.value ?? null : null
}

/** How a call went, in a few words: what two pools are compared by. */
export function gist({ called }: Pick<Played, 'called'>): string {
  const body = JSON.parse(called.reply.body) as Record<string, unknown>
  if (called.reply.status !== 200) return `${String(body['__type'])}: ${String(body['message'] ?? body['Message'] ?? '')}`
  if (body['ChallengeName'] !== undefined) return `asks for ${String(body['ChallengeName'])}`
  if (body['AuthenticationResult'] !== undefined) return 'tokens'
  const status = at(body, 'User', 'UserStatus') ?? body['UserStatus']
  if (typeof status === 'string') return status
  const to = (body['CodeDeliveryDetails'] as { DeliveryMedium?: string, Destination?: string } | undefined)
  if (to) return `a code goes to ${to.Destination}`
  if (body['UserConfirmed'] !== undefined) return body['UserConfirmed'] === true ? 'confirmed at once' : 'no code goes out'
  return 'done'
}
