// The pool that is being written, tried: who is there, what was called, and one call at a time. Whenever the pool changes, all is
// played again on the new one.

import { batch, computed, effect, signal } from '@preact/signals'
import { arrivals, carried, carry } from '../core/carried.ts'
import { wordsOf } from '../core/follow.ts'
import { ask, broken, ofText, reading, request } from '../core/store.ts'
import { replyViews } from '../core/views.ts'
import type { Called, Inhabitants, Options, Trigger } from '../engine/engine.ts'
import { gist, openStage, playStep, playWalk, type Asks, type Known, type Played, type Stage } from './play.ts'
import { view } from './try-view.tsx'
import { attributesIn, flowsOn, nameIn, passwordIn, persons, walks, type Facts, type Step, type Stop } from './walks.ts'

/** A call, or time that passes, that somebody added to a walk. Its request is text, with words for what earlier answers gave. */
export interface Added { operation: string, text: string, pass: number }

/** What is called, by the walk's id and what was added to each walk; and what the pool's functions answer, as JSON text. */
export const walk = signal<string>(walks[0]!.id)
const addedTo = signal<Readonly<Record<string, readonly Added[]>>>({})
export const functions = signal<Readonly<Record<string, string>>>({})

/** What was added to the chosen walk. */
export const added = computed((): readonly Added[] => addedTo.value[walk.value] ?? [])

function setAdded(next: readonly Added[]): void {
  const { [walk.peek()]: _, ...others } = addedTo.peek()
  addedTo.value = next.length === 0 ? others : { ...others, [walk.peek()]: next }
}

/** What was taken back of each walk since its last own call, the last first. */
const undoneOf = signal<Readonly<Record<string, readonly Added[]>>>({})

/** Whether there is something to make again. */
export const redoable = computed(() => (undoneOf.value[walk.value] ?? []).length > 0)

function setUndone(next: readonly Added[]): void {
  undoneOf.value = { ...undoneOf.peek(), [walk.peek()]: next }
}

/** The call that is being written. */
export const operation = signal('GetUser')
export const drafts = signal<Readonly<Record<string, string>>>({})

/** How the calls went. */
export interface Story {
  stage: Stage
  played: readonly Played[]
  /** Why the walk ended early though nothing was refused; null where it did not. */
  stop: Stop | null
  /** True while calls are being made. */
  running: boolean
}

export const story = signal<Story | null>(null)

/** How the calls went on the pool as it was before, in a few words each; null before the pool was changed. */
export const before = signal<readonly { title: string, gist: string, own?: true }[] | null>(null)

/** Who is in the pool now. */
export const people = signal<Inhabitants | null>(null)

/** Why nothing can be played; null when nothing is wrong. */
export const failure = signal<string | null>(null)

/** Counts the times that all is to be played anew. */
const again = signal(0)

const shown = (): boolean => replyViews.chosen.value === view.id

const asks: Asks = {
  open: (pool, around) => ask('open', pool, around),
  call: (state, name, text, around) => ask('call', state, name, text, around),
  authenticatorCode: (secret, around) => ask('authenticatorCode', secret, around),
  secretHash: (secret, name, client) => ask('secretHash', secret, name, client),
}

/** The last of what was played, or the pool before any call. */
export const last = computed((): Pick<Played, 'state' | 'now' | 'known'> | null => {
  const now = story.value
  if (!now || now.stage.opened.state === null) return null
  return now.played.at(-1) ?? { state: now.stage.opened.state, now: now.stage.now, known: {} }
})

/** The functions' answers as the engine takes them; what is no JSON is left out. */
function triggers(): Readonly<Record<string, Trigger>> | undefined {
  const set: Record<string, Trigger> = {}
  for (const [name, text] of Object.entries(functions.value)) {
    try {
      const read: unknown = JSON.parse(text)
      if (typeof read === 'object' && read !== null && ('throws' in read || 'response' in read)) set[name] = read as Trigger
    } catch { /* It is being written. */ }
  }
  return Object.keys(set).length === 0 ? undefined : set
}

function around(): Options {
  const set = triggers()
  return { ...ofText.value, ...(set ? { triggers: set } : {}) }
}

/** Time that passes is a step of its own, of no operation. */
const titleOf = ({ operation: name, pass }: Added): string => (name === '' ? lengthOf(pass) : name)

/** A length of time in words. */
export function lengthOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day']
  return count === 1 ? `One ${unit} goes by` : `${count} ${unit}s go by`
}

/** The first app client that stands beside the pool in its text, as a text itself: few letters change it. */
const besides = computed(() => JSON.stringify(reading.value?.clients[0] ?? null))

function clientOfText(): Facts['client'] {
  const client = JSON.parse(besides.peek()) as { id: string, request: string } | null
  return client && { id: client.id, request: JSON.parse(client.request) as Record<string, unknown> }
}

let asked = 0

/** Plays all anew. What it finds counts unless something newer was asked meanwhile. */
async function playAll(pool: string): Promise<void> {
  const asking = ++asked
  const still = (): boolean => asking === asked
  const using = around()
  try {
    const stage = await openStage(pool, using, asks, clientOfText())
    if (!still()) return
    const played: Played[] = []
    const tell = (stop: Stop | null, running: boolean): void => { story.value = { stage, played: [...played], stop, running } }
    // A slow engine may say only now that the text is half-written.
    if (stage.opened.state === null && broken.peek() && story.peek()) return
    if (stage.opened.state === null) return tell(null, false)
    const chosen = walks.find(({ id }) => id === walk.peek())
    let stop: Stop | null = null
    if (chosen) {
      stop = await playWalk(chosen, stage, using, asks, (each) => {
        if (!still()) return false
        played.push(each)
        return true
      })
    }
    for (const each of added.peek()) {
      const on = played.at(-1) ?? { state: stage.opened.state, now: stage.now, known: {} }
      if (!still()) return
      played.push(await playAdded(each, on, using))
    }
    if (!still()) return
    batch(() => {
      failure.value = null
      tell(stop, false)
    })
    await look()
  } catch (reason) {
    if (still()) failure.value = wordsOf(reason)
  }
}

async function playAdded(each: Added, on: Pick<Played, 'state' | 'now' | 'known'>, using: Options): Promise<Played> {
  const step: Step = { title: titleOf(each), operation: each.operation, request: {}, pass: each.pass }
  if (each.operation !== '') return playStep(step, each.text, on, using, asks)
  return { step, request: '', called: nothing, state: on.state, now: on.now + each.pass, known: on.known }
}

const nothing: Called = { reply: { status: 200, body: '{}', wire: '{}', origins: {} }, state: '', problems: [], changes: [], sent: [], triggers: [], reasons: [], tokens: [] }

async function look(): Promise<void> {
  const on = last.peek()
  people.value = on === null ? null : await ask('inside', on.state, '', { now: on.now })
}

/** Long enough for the text's evaluation, which is seen first, to go ahead. */
const askAfter = 70
let timer: ReturnType<typeof setTimeout> | undefined
let playedPool: string | null = null

effect(() => {
  const pool = request.value.doc?.toString()
  void [ofText.value, besides.value, walk.value, functions.value, again.value]
  if (!shown() || pool === undefined) return
  clearTimeout(timer)
  const now = story.peek()
  // While the text is half-written the story stays, as the reply does.
  if (now && broken.value) {
    story.value = { ...now, running: false }
    return
  }
  // What another pool answered is kept, to be held against what this one does.
  if (pool !== playedPool) {
    if (now && now.played.length > 0 && !now.running) before.value = now.played.map((each) => ({ title: each.step.title, gist: gist(each) }))
    playedPool = pool
  }
  if (now) story.value = { ...now, running: true }
  timer = setTimeout(() => void playAll(pool), now ? askAfter : 0)
})

/** Chooses a walk. What was added to the one before stays with it, and is there again when it is chosen. */
export function choose(id: string): void {
  batch(() => {
    walk.value = id
    before.value = null
    again.value = again.peek() + 1
  })
}

/** Adds a call or a length of time, and makes it. */
export async function add(each: Added): Promise<void> {
  if (await make(each)) setUndone([])
}

/** Makes the call again that was taken back last. */
export async function redo(): Promise<void> {
  const [next, ...others] = undoneOf.peek()[walk.peek()] ?? []
  if (next && await make(next)) setUndone(others)
}

/** Makes a call, or lets time go by. False where nothing can be made now. */
async function make(each: Added): Promise<boolean> {
  const on = last.peek()
  const now = story.peek()
  if (!on || !now || now.running) return false
  setAdded([...added.peek(), each])
  const asking = ++asked
  try {
    const made = await playAdded(each, on, around())
    if (asking !== asked) return true
    story.value = { ...now, played: [...now.played, made] }
    // What the pool before would have answered is not known: no difference is told.
    if (before.peek()?.length === now.played.length) before.value = [...before.peek()!, { title: made.step.title, gist: gist(made), own: true }]
    await look()
  } catch (reason) {
    failure.value = wordsOf(reason)
  }
  return true
}

/** Takes the last added call back. Its text is put where calls are written, unless another is being written there. */
export function takeBack(): void {
  const now = story.peek()
  if (added.peek().length === 0 || !now) return
  const undone = added.peek().at(-1)!
  setAdded(added.peek().slice(0, -1))
  setUndone([undone, ...undoneOf.peek()[walk.peek()] ?? []])
  if (undone.operation !== '' && [undefined, undone.text].includes(drafts.peek()[undone.operation])) {
    operation.value = undone.operation
    write(undone.text)
  }
  story.value = { ...now, played: now.played.slice(0, -1) }
  if (before.peek()?.length === now.played.length && before.peek()!.at(-1)?.own) before.value = before.peek()!.slice(0, -1)
  void look()
}

/** The request of the call that is being written. */
export const draft = computed(() => drafts.value[operation.value] ?? first(operation.value, story.value?.stage.facts ?? null, last.value?.known ?? {}))

export function write(text: string): void {
  drafts.value = { ...drafts.peek(), [operation.peek()]: text }
}

/** Nobody's pool, to name people for before there is one. */
const noFacts: Facts = { id: '', pool: {}, mfa: {}, day: '', client: null }

/** A request to begin with. */
function first(name: string, facts: Facts | null, known: Known): string {
  const make = firstRequests[name]
  if (!make) return '{}'
  const pool = facts ?? noFacts
  const inside = people.value?.users ?? []
  const names = inside.map((user) => signInName(pool, user))
  // Who was made last is spoken of, and the next of the persons that we have a name for signs up.
  const newcomer = persons.find((person) => !names.includes(nameIn(pool, person))) ?? persons[0]!
  const newest = inside.at(-1)
  return JSON.stringify(make({
    pool: pool.id, user: names.at(-1) ?? nameIn(pool), email: newest?.attributes.find(([name]) => name === 'email')?.[1] ?? persons[0]!['email']!,
    password: newest?.password || passwordIn(pool, 'Sunny'), nextPassword: passwordIn(pool, 'Rainy'),
    newcomer: { name: nameIn(pool, newcomer), password: passwordIn(pool, 'Sunny'), attributes: attributesIn(pool, false, newcomer) },
    flows: facts ? flowsOn(facts, false) : undefined, known,
  }), null, 2)
}

/** What somebody signs in with: the pool may have made the username by itself. */
function signInName({ pool }: Facts, { username, attributes }: Inhabitants['users'][number]): string {
  const instead = (pool['UsernameAttributes'] ?? []) as readonly string[]
  return attributes.find(([name]) => instead.includes(name ?? ''))?.[1] ?? username
}

/** What is known when a call is begun: the pool, whom it is about, who comes next, the flows of the day, and what earlier answers gave. */
interface Given {
  pool: string
  user: string
  email: string
  password: string
  nextPassword: string
  newcomer: { name: string, password: string, attributes: object[] }
  flows: readonly string[] | undefined
  known: Known
}

const admin = ({ pool, user }: Given): object => ({ UserPoolId: pool, Username: user })
const token = (): object => ({ AccessToken: '<access>' })
const client = ({ user, known }: Given): object => ({ ClientId: '<client>', Username: user, ...hash(known, 'SecretHash') })
/** A client with a secret wants to see that the caller knows it. */
const hash = (known: Known, name: 'SecretHash' | 'SECRET_HASH'): object => known['client secret'] ? { [name]: '<secret hash>' } : {}

export const firstRequests: Readonly<Record<string, (given: Given) => object>> = {
  SignUp: ({ newcomer, known }) => ({ ClientId: '<client>', Username: newcomer.name, ...hash(known, 'SecretHash'), Password: newcomer.password, UserAttributes: newcomer.attributes }),
  ConfirmSignUp: (given) => ({ ...client(given), ConfirmationCode: '<code>' }),
  ResendConfirmationCode: client,
  InitiateAuth: ({ user, password, known }) => ({ ClientId: '<client>', AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: user, PASSWORD: password, ...hash(known, 'SECRET_HASH') } }),
  RespondToAuthChallenge: ({ user, known }) => ({ ClientId: '<client>', ChallengeName: 'SMS_MFA', Session: '<session>', ChallengeResponses: { USERNAME: user, SMS_MFA_CODE: '<code>', ...hash(known, 'SECRET_HASH') } }),
  GetTokensFromRefreshToken: () => ({ ClientId: '<client>', RefreshToken: '<refresh>' }),
  RevokeToken: () => ({ ClientId: '<client>', Token: '<refresh>' }),
  GetUser: token,
  UpdateUserAttributes: ({ email }) => ({ AccessToken: '<access>', UserAttributes: [{ Name: 'email', Value: email.replace('@', '.new@') }] }),
  GetUserAttributeVerificationCode: () => ({ AccessToken: '<access>', AttributeName: 'email' }),
  VerifyUserAttribute: () => ({ AccessToken: '<access>', AttributeName: 'email', Code: '<code>' }),
  DeleteUserAttributes: () => ({ AccessToken: '<access>', UserAttributeNames: ['nickname'] }),
  ChangePassword: ({ password, nextPassword }) => ({ AccessToken: '<access>', PreviousPassword: password, ProposedPassword: nextPassword }),
  AssociateSoftwareToken: token,
  VerifySoftwareToken: () => ({ AccessToken: '<access>', UserCode: '<app code>' }),
  SetUserMFAPreference: () => ({ AccessToken: '<access>', SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }),
  GetUserAuthFactors: token,
  GlobalSignOut: token,
  DeleteUser: token,
  ForgotPassword: client,
  ConfirmForgotPassword: (given) => ({ ...client(given), ConfirmationCode: '<code>', Password: given.nextPassword }),
  AdminCreateUser: ({ pool, newcomer }) => ({ UserPoolId: pool, Username: newcomer.name, UserAttributes: newcomer.attributes, DesiredDeliveryMediums: ['EMAIL'] }),
  AdminGetUser: admin,
  AdminSetUserPassword: (given) => ({ ...admin(given), Password: given.password, Permanent: true }),
  AdminConfirmSignUp: admin,
  AdminResetUserPassword: admin,
  AdminUpdateUserAttributes: (given) => ({ ...admin(given), UserAttributes: [{ Name: 'email_verified', Value: 'true' }] }),
  AdminDeleteUserAttributes: (given) => ({ ...admin(given), UserAttributeNames: ['nickname'] }),
  AdminSetUserMFAPreference: (given) => ({ ...admin(given), SMSMfaSettings: { Enabled: true, PreferredMfa: true } }),
  AdminUserGlobalSignOut: admin,
  AdminDisableUser: admin,
  AdminEnableUser: admin,
  AdminDeleteUser: admin,
  AdminInitiateAuth: ({ pool, user, password, flows, known }) => ({ UserPoolId: pool, ClientId: '<client>', AuthFlow: flows?.includes('ADMIN_NO_SRP_AUTH') ? 'ADMIN_NO_SRP_AUTH' : 'ADMIN_USER_PASSWORD_AUTH', AuthParameters: { USERNAME: user, PASSWORD: password, ...hash(known, 'SECRET_HASH') } }),
  AdminRespondToAuthChallenge: ({ pool, user, nextPassword }) => ({ UserPoolId: pool, ClientId: '<client>', ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: '<session>', ChallengeResponses: { USERNAME: user, NEW_PASSWORD: nextPassword } }),
  ListUsers: ({ pool }) => ({ UserPoolId: pool, Filter: 'email ^= "a"' }),
  CreateGroup: ({ pool }) => ({ UserPoolId: pool, GroupName: 'staff' }),
  AdminAddUserToGroup: (given) => ({ ...admin(given), GroupName: 'staff' }),
  AdminRemoveUserFromGroup: (given) => ({ ...admin(given), GroupName: 'staff' }),
  CreateUserPoolClient: ({ pool, flows }) => ({ UserPoolId: pool, ClientName: 'other', ...(flows?.includes('ALLOW_USER_PASSWORD_AUTH') ? { PreventUserExistenceErrors: 'ENABLED' } : {}), ...(flows ? { ExplicitAuthFlows: flows } : {}) }),
  ConfirmDevice: () => ({ AccessToken: '<access>', DeviceKey: '<device>', DeviceSecretVerifierConfig: { PasswordVerifier: 'AQID', Salt: 'AQID' } }),
  UpdateUserPoolClient: ({ pool }) => ({ UserPoolId: pool, ClientId: '<client>', PreventUserExistenceErrors: 'ENABLED' }),
  SetUserPoolMfaConfig: ({ pool }) => ({ UserPoolId: pool, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } }),
}

/** What the call that is being written would answer, so that its problems are told as it is written. */
export const preview = signal<{ text: string, operation: string, called: Called } | null>(null)
let previewAsked = 0

effect(() => {
  const on = last.value
  const [name, text] = [operation.value, draft.value]
  const running = story.value?.running ?? true
  if (!shown() || !on || running) return
  const asking = ++previewAsked
  playStep({ title: name, operation: name, request: {} }, text, on, around(), asks)
    .then(({ called }) => { if (asking === previewAsked) preview.value = { text, operation: name, called } }, () => { if (asking === previewAsked) preview.value = null })
})

// What was chosen and written goes into links, and stays over a reload.
interface Carried {
  walk: string
  added: readonly Added[]
  /** What was added to other walks, by their ids. */
  elsewhere?: Readonly<Record<string, readonly Added[]>>
  functions: Readonly<Record<string, string>>
  /** The call that is being written, and what was written so far. */
  operation?: string
  drafts?: Readonly<Record<string, string>>
}

const addedIn = (kept: unknown): Added[] => (Array.isArray(kept) ? kept as Added[] : []).slice(0, 200)
  .filter((each) => typeof each === 'object' && each !== null && typeof each.operation === 'string' && typeof each.text === 'string' && Number.isFinite(each.pass))

const firstOperation = 'GetUser'

function take(): void {
  const kept = carried.peek()[view.id] as Partial<Carried> | undefined
  const texts = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((each) => typeof each === 'string')
  const chosen = typeof kept?.walk === 'string' ? kept.walk : walks[0]!.id
  const elsewhere = typeof kept?.elsewhere === 'object' && kept.elsewhere !== null ? kept.elsewhere : {}
  const all = [...Object.entries(elsewhere), [chosen, kept?.added] as const].map(([id, calls]) => [id, addedIn(calls)] as const)
  batch(() => {
    walk.value = chosen
    addedTo.value = Object.fromEntries(all.filter(([, calls]) => calls.length > 0))
    operation.value = typeof kept?.operation === 'string' && Object.hasOwn(firstRequests, kept.operation) ? kept.operation : firstOperation
    drafts.value = texts(kept?.drafts) ? kept.drafts : {}
    functions.value = texts(kept?.functions) ? kept.functions : {}
    before.value = null
    again.value = again.peek() + 1
  })
}

effect(() => {
  void arrivals.value
  take()
})

effect(() => {
  const { [walk.value]: here = [], ...elsewhere } = addedTo.value
  const has = (some: object): boolean => Object.keys(some).length > 0
  const usual = walk.value === walks[0]!.id && !has(addedTo.value) && !has(functions.value) && !has(drafts.value) && operation.value === firstOperation
  const seen = { walk: walk.value, added: here, functions: functions.value, ...(operation.value === firstOperation ? {} : { operation: operation.value }) }
  const { [operation.value]: written } = drafts.value
  const all: Carried = { ...seen, ...(has(elsewhere) ? { elsewhere } : {}), ...(has(drafts.value) ? { drafts: drafts.value } : {}) }
  const inSight: Carried = { ...seen, ...(written === undefined ? {} : { drafts: { [operation.value]: written } }) }
  carry(view.id, usual ? undefined : all, usual ? undefined : inSight)
})
