// A pool as it is, a call on it, and the pool afterwards. What was called before is kept, so that one can go back.

import { batch, computed, effect, signal } from '@preact/signals'
import { arrivals, carried, carry } from '../core/carried.ts'
import { alike } from '../core/alike.ts'
import { announce } from '../core/announcement.ts'
import { idOf, isCommand, openAs, poolNamed, requestOfCommand, type Named } from '../core/command-call.ts'
import { wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask, broken, ofText, reading, request, requestText } from '../core/store.ts'
import { keepingOpen } from '../core/unknowns.ts'
import { replyViews } from '../core/views.ts'
import type { Called, Opened, Options, Plan, Reply } from '../engine/engine.ts'
import { view } from './update-view.tsx'

/** The calls to choose from, as the API names them. */
export const operations = [
  'UpdateUserPool', 'SetUserPoolMfaConfig', 'AddCustomAttributes', 'TagResource', 'UntagResource', 'CreateUserPoolDomain', 'DeleteUserPoolDomain', 'DeleteUserPool',
] as const
export type Operation = typeof operations[number]

/** Current pool, as someone pasted it; null for the one that the request makes. */
export const pasted = signal<string | null>(null)

export const operation = signal<Operation>('UpdateUserPool')

/** What is called, by operation, once it was touched. */
export const requests = signal<Partial<Record<Operation, string>>>({})

/** A call that was made. */
interface Made { operation: Operation, request: string }

/** The same with the state that it was made on and what it did. */
interface Step extends Made { before: string, done: Outcome }

/** The calls that the pool has behind it. */
export const steps = signal<readonly Step[]>([])

/** The pool that the calls begin with; its state is null where the text says no pool. */
export const opened = signal<Opened | null>(null)

/** The state that the next call is made on. */
const state = signal<string | null>(null)

/** What the call would do, with the pool after it. */
export interface Outcome { called: Called, after: Reply, of: string }

export const outcome = signal<Outcome | null>(null)

/** Which of the calls that were made is looked at, by its number from 0; null while the next one is. */
export const lookedAt = signal<number | null>(null)

/** Why there is no outcome; null when nothing is wrong. */
export const failure = signal<string | null>(null)

const shown = (): boolean => replyViews.chosen.value === view.id

/** The pool's Id and ARN, for requests to begin with. */
const names = computed(() => {
  const body = opened.value?.state == null ? '{}' : opened.value.reply.body
  const { UserPool: pool } = JSON.parse(body) as { UserPool?: { Id?: string, Arn?: string } }
  return { id: pool?.Id ?? '', arn: pool?.Arn ?? '' }
})

const firstRequests: Record<Operation, (pool: { id: string, arn: string }) => object> = {
  UpdateUserPool: ({ id }) => ({ UserPoolId: id, MfaConfiguration: 'OFF' }),
  SetUserPoolMfaConfig: ({ id }) => ({ UserPoolId: id, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } }),
  AddCustomAttributes: ({ id }) => ({ UserPoolId: id, CustomAttributes: [{ Name: 'team', AttributeDataType: 'String' }] }),
  TagResource: ({ arn }) => ({ ResourceArn: arn, Tags: { team: 'shop' } }),
  UntagResource: ({ arn }) => ({ ResourceArn: arn, TagKeys: ['team'] }),
  CreateUserPoolDomain: ({ id }) => ({ Domain: 'my-shop', UserPoolId: id }),
  DeleteUserPoolDomain: ({ id }) => ({ Domain: 'my-shop', UserPoolId: id }),
  DeleteUserPool: ({ id }) => ({ UserPoolId: id }),
}

/** The request of the call, as it is in sight. */
export const text = computed(() => requests.value[operation.value] ?? JSON.stringify(firstRequests[operation.value](names.value), null, 2))

export function write(next: string): void {
  if (next === text.peek()) return
  requests.value = { ...requests.peek(), [operation.peek()]: next }
  turned.value = []
  if (isCommand(next)) void turn(next)
}

/** What became of a command that was pasted, a sentence each; none once the request is written on. */
export const turned = signal<readonly string[]>([])

/** Puts the request of a pasted command in its place. */
async function turn(command: string): Promise<void> {
  const sent = await requestOfCommand(command, names.peek().id, (each) => ask('importText', each, options.peek())).catch(() => null)
  if (sent === null || text.peek() !== command) return
  const said = ['The command was turned into the request that it sends.', ...sent.leftOut]
  batch(() => {
    operation.value = 'UpdateUserPool'
    write(sent.request)
    turned.value = said
  })
  announce(said.join(' '))
}

/** The pool that the call names, or another one that was written does. One that was not given an Id is taken for it: whoever writes the call has that pool. */
const named = computed(() => {
  const all = requests.value
  const now = poolNamed(all[operation.value] ?? '') ?? operations.map((each) => poolNamed(all[each] ?? '')).find((each) => each !== null) ?? null
  return namedBefore = alike(namedBefore, now) ? namedBefore : now
})
let namedBefore: Named | null = null

/** The Id that the pool has only from the call; null where it has its own, or an example's. */
export const takenId = signal<string | null>(null)

/** The pool that the call named when it was opened. */
const openedFor = signal<Named | null>(null)

/** True while the pool is the request's own, and that is half-written: what is in sight is of the text before. */
export const halfWritten = computed(() => pasted.value === null && broken.value)

let planAsked = 0

/** Runs what takes a while; what it finds counts unless the same was asked anew meanwhile. */
function newestOf(): (run: (around: Options, still: () => boolean) => Promise<void>, around?: Options) => void {
  let asked = 0
  return (run, around = options.peek()) => {
    const asking = ++asked
    const still = (): boolean => asking === asked
    run(around, still).then(() => { if (still()) failure.value = null }, (reason: unknown) => { if (still()) failure.value = wordsOf(reason) })
  }
}

// Apart, or a call that is written while a changed pool is opened would leave the pool as it was.
const newestPool = newestOf()
const newestCall = newestOf()
const newestMend = newestOf()

/** Long enough for the text's evaluation, which is seen first, to go ahead. */
const askAfter = 70
let timer: ReturnType<typeof setTimeout> | undefined

effect(() => {
  void arrivals.value // which may bring other calls on the same pool
  const pool = pasted.value ?? request.value.doc?.toString()
  const around = pasted.value === null ? ofText.value : options.value
  const call = named.value
  clearTimeout(timer)
  if (!shown() || pool === undefined || (halfWritten.value && opened.peek())) return
  timer = setTimeout(() => newestPool(async (around, still) => {
    const { found, taken } = await openAs(call, around, (around) => ask('open', pool, around))
    const again = opened.peek() !== null && alike(openedWith, [pool, around])
    const made = arrived ?? (again ? steps.peek() : [])
    const remade = found.state !== null ? await makeAgain(found, made, around) : { steps: [], state: found.state }
    if (!still()) return
    arrived = null
    openedWith = [pool, around]
    batch(() => {
      opened.value = found
      takenId.value = taken
      openedFor.value = call
      steps.value = remade.steps
      lookedAt.value = null
      state.value = remade.state
      if (found.state === null) outcome.value = null
    })
  }, around), opened.peek() ? askAfter : 0)
})

effect(() => {
  const on = state.value
  const [called, of] = [operation.value, text.value]
  if (!shown() || on === null) return
  // The pool is about to take another Id.
  if (openedFor.value !== named.value && !halfWritten.value) return
  newestCall(async (around, still) => {
    const answer = await ask('call', on, called, of, around)
    const after = await described(answer.state, names.peek().id, around)
    if (still()) outcome.value = { called: answer, after, of }
  })
})

/** The calls that came with a link or a reload, until they are made on the pool that came with them. */
let arrived: readonly Made[] | null = null

/** What the pool was opened with: the same again has only another Id. */
let openedWith: readonly unknown[] = []

/** Makes the calls that were made, on the same pool under another Id. */
async function makeAgain(found: Opened, made: readonly Made[], around: Options): Promise<{ steps: Step[], state: string }> {
  const again: Step[] = []
  const before = names.peek().id
  let on = found.state!
  for (const { operation, request } of made) {
    const renamed = before === '' ? request : request.replaceAll(before, idOf(found))
    const called = await ask('call', on, operation, renamed, around)
    again.push({ operation, request: renamed, before: on, done: { called, after: await described(called.state, idOf(found), around), of: renamed } })
    on = called.state
  }
  return { steps: again, state: on }
}

async function described(on: string, id: string, around: Options): Promise<Reply> {
  return (await ask('call', on, 'DescribeUserPool', JSON.stringify({ UserPoolId: id }), around)).reply
}

/** The way from the pasted pool to the one that the request makes; null where no pool is pasted, or nobody looks. */
export const plan = signal<Plan | null>(null)

/** True while someone looks at the way. */
export const planned = signal(false)

effect(() => {
  const [pool, wanted] = [pasted.value, requestText.value]
  if (!shown() || !planned.value || pool === null || wanted === null) {
    plan.value = null
    return
  }
  const asking = ++planAsked
  ask('plan', pool, wanted, reading.peek() ? keepingOpen(options.value, reading.peek()!) : options.value).then((found) => { if (asking === planAsked) plan.value = found }, (reason: unknown) => { failure.value = wordsOf(reason) })
})

/** Takes a call of the way as the one to make. */
export function takeCall(of: Operation, request: string): void {
  batch(() => {
    operation.value = of
    write(request)
  })
}

// What was pasted and written goes into links, and stays over a reload.
effect(() => {
  void arrivals.value
  const kept = carried.peek()[view.id] as { pasted?: unknown, operation?: unknown, requests?: unknown, made?: unknown } | undefined
  batch(() => {
    pasted.value = typeof kept?.pasted === 'string' ? kept.pasted : null
    operation.value = operations.find((each) => each === kept?.operation) ?? 'UpdateUserPool'
    arrived = madeOf(kept?.made)
    steps.value = []
    requests.value = Object.fromEntries(operations.flatMap((each) => {
      const text = (kept?.requests as Record<string, unknown> | undefined)?.[each]
      return typeof text === 'string' ? [[each, text]] : []
    }))
  })
})

effect(() => {
  const made = (arrived ?? steps.value).map(({ operation, request }) => ({ operation, request }))
  const usual = pasted.value === null && operation.value === 'UpdateUserPool' && Object.keys(requests.value).length === 0 && made.length === 0
  const written = requests.value[operation.value]
  const all = { ...(pasted.value === null ? {} : { pasted: pasted.value }), operation: operation.value, requests: requests.value, ...(made.length === 0 ? {} : { made }) }
  carry(view.id, usual ? undefined : all, usual ? undefined : { ...all, requests: written === undefined ? {} : { [operation.value]: written } })
})

/** Writes into the request what the call would set back though the request says nothing of it. */
export function sendAlong(): void {
  const on = state.peek()
  if (on !== null) newestMend(async (around, still) => {
    const { text: safe } = await ask('safeUpdate', on, text.peek(), around)
    if (still()) write(safe)
  })
}

/** Makes the call: the next one finds the pool as this one leaves it. */
export function make(): void {
  const on = state.peek()
  const done = outcome.peek()
  if (on === null || done?.called.reply.status !== 200) return
  batch(() => {
    steps.value = [...steps.peek(), { operation: operation.peek(), request: text.peek(), before: on, done }]
    state.value = done.called.state
    // What it did stays in sight until the next one is written.
    lookedAt.value = steps.peek().length - 1
  })
  announce(`The call was made. ${steps.peek().length === 1 ? 'The next one' : `It is number ${steps.peek().length}: the next one`} finds the pool as it left it.`)
}

// Whoever writes looks at what the call would do.
effect(() => {
  void [operation.value, text.value, pasted.value]
  lookedAt.value = null
})

/**
 * Takes the last call back, and puts its request where calls are written. Undo in the editor brings back what was written
 * there; for another operation there is nothing to undo, so that what was written for it stays.
 */
export function takeBack(): void {
  const last = steps.peek().at(-1)
  if (!last) return
  steps.value = steps.peek().slice(0, -1)
  lookedAt.value = null
  const here = last.operation === operation.peek()
  operation.value = last.operation
  if (here || requests.peek()[last.operation] === undefined) write(last.request)
  state.value = last.before
}

/** The calls that a link names; what is none of ours ends the list, since those behind it found another pool. */
function madeOf(kept: unknown): readonly Made[] | null {
  if (!Array.isArray(kept)) return null
  const made: Made[] = []
  for (const each of kept as { operation?: unknown, request?: unknown }[]) {
    const known = operations.find((operation) => operation === each?.operation)
    if (!known || typeof each.request !== 'string') break
    made.push({ operation: known, request: each.request })
  }
  return made.length === 0 ? null : made
}
