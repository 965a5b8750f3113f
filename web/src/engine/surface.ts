import { readAnswer, readEvaluation, readReplied } from './answers.ts'
import type { OpenEngine } from './open.ts'
import type {
  Called, Checked, Completion, Contract, Explanation, Export, Form, FormChange, Hover, Import, Inhabitants, Mended, Opened, Options, PasswordTrial, Plan, Problem, Summary, TextImport, UnknownValue,
} from './types.ts'
import type { Engine } from './verbs.ts'

/** What says that the pool has not got a value which only a deployment tells. Nothing that is tried depends on its name. */
function passedOver({ pointer, from, to, expression, why }: UnknownValue): Problem {
  const message = `${expression || 'A value'} is known only at deployment. Here the pool is one that leaves ${pointer.slice(1).replaceAll('/', '.')} out. Set it under Parameters, or write a value in its place.`
  return { rule: 'unknown-value', stage: 'tool', severity: 'warning', pointer, from, to, message, why, evidence: 'documented', links: [], related: [], fixes: [] }
}

/** The typed surface over a program. */
export function engineOver({ ask, readers, service }: OpenEngine): Engine {
  function answer(verb: string, text: unknown, options: unknown, argument?: unknown): unknown {
    return readAnswer(verb, ask(verb, text, options, argument))
  }

  async function importText(text: string, options?: Options): Promise<TextImport> {
    const reader = answer('readerFor', text, options) as string
    return answer('importText', text, options, reader ? await readers.read(text, options) : undefined) as TextImport
  }

  async function check(text: string, options?: Options): Promise<Checked> {
    if (answer('readerFor', text, options)) await readers.load()
    return checkSync(text, options)
  }

  function checkSync(text: string, options?: Options): Checked {
    const reader = answer('readerFor', text, options) as string
    return readEvaluation(ask('check', text, options, reader ? readers.readSync(text, options) : undefined).split('\n')) as Checked
  }

  async function served(verb: string, text: unknown, options: unknown, argument?: unknown): Promise<unknown> {
    return readAnswer(verb, await service.ask(verb, text, options, argument))
  }

  /** The same for an answer with a reply, whose parts cross apart. */
  async function replied(verb: string, text: unknown, options: unknown, argument?: unknown): Promise<unknown> {
    return readReplied(verb, (await service.ask(verb, text, options, argument)).split('\n'))
  }

  /** The pool of a text in any language: what is no request's and no answer's JSON becomes a request first. */
  async function open(pool: string, options?: Options): Promise<Opened> {
    if (!answer('readerFor', pool, options)) return await replied('open', pool, options) as Opened
    const { request, reply, problems, unknowns } = await check(pool, options)
    if (request === null || reply.status !== 200) return { state: null, reply, problems }
    const opened = await replied('open', named(request, Object.fromEntries(unknowns.map(({ pointer, expression }) => [pointer, expression]))), options) as Opened
    opened.problems = [...unknowns.filter(({ pointer }) => pointer !== '/PoolName').map(passedOver), ...problems]
    return opened
  }

  return {
    check,
    checkSync,
    loadReaders: () => readers.load(),
    open,
    call: async (state, operation, request, options) => await replied('call', state, options, { operation: text('call', 'operation', operation), request: text('call', 'request', request) }) as Called,
    completeCall: async (operation, request, offset, options) => await served('completeCall', request, options, { operation: text('completeCall', 'operation', operation), offset }) as Completion[],
    hoverCall: async (operation, request, offset, options) => await served('hoverCall', request, options, { operation: text('hoverCall', 'operation', operation), offset }) as Hover | null,
    callForm: async (operation, request, options) => await served('callForm', request, options, text('callForm', 'operation', operation)) as Form,
    editCallForm: async (operation, request, edit, options) => await served('editCallForm', request, options, { operation: text('editCallForm', 'operation', operation), edit }) as FormChange,
    safeUpdate: async (state, request, options) => await served('safeUpdate', state, options, text('safeUpdate', 'request', request)) as Mended,
    inside: async (state, poolId, options) => await served('inside', state, options, text('inside', 'poolId', poolId)) as Inhabitants,
    authenticatorCode: async (secret, options) => await served('authenticatorCode', secret, options) as string,
    secretHash: async (clientSecret, username, clientId) => await served('secretHash', clientSecret, undefined, { username: text('secretHash', 'username', username), clientId: text('secretHash', 'clientId', clientId) }) as string,
    keySet: async () => await served('keySet', '', undefined) as string,
    plan: async (pool, request, options) => await served('plan', pool, options, named(text('plan', 'request', request), options?.expressions ?? {})) as Plan,
    evaluate: (text, options) => readEvaluation(ask('evaluate', text, options).split('\n')),
    fixAll: (text, options) => answer('fixAll', text, options) as Mended,
    importDescription: (text, options) => answer('importDescription', text, options) as Import,
    importText,
    complete: (text, offset, options) => answer('complete', text, options, offset) as Completion[],
    hover: (text, offset, options) => answer('hover', text, options, offset) as Hover | null,
    form: (text, options) => answer('form', text, options) as Form,
    editForm: (text, edit, options) => answer('editForm', text, options, edit) as FormChange,
    summarise: (text, options) => answer('summarise', text, options) as Summary,
    tryPassword: (text, password, options) => answer('tryPassword', text, options, password) as PasswordTrial,
    exportAs: (target, text, options) => answer('exportAs', text, options, target) as Export,
    explain: (text, options) => answer('explain', text, options) as Explanation,
    contract: (options) => answer('contract', '', options) as Contract,
  }
}

/**
 * A request whose name only a deployment knows, as that of most templates, with its expression for a name: nothing else
 * depends on it.
 */
function named(request: string, expressions: Readonly<Record<string, string>>): string {
  const unknown = expressions['/PoolName']
  if (unknown === undefined) return request
  const name = unknown.replace(/[^\w+=,.@-]+/g, ' ').trim().slice(0, 128)
  return JSON.stringify({ PoolName: name || 'unknown', ...JSON.parse(request) as object })
}

function text(verb: string, name: string, given: unknown): string {
  if (typeof given !== 'string') throw new TypeError(`${verb}: ${name} has to be a string and not ${given === null ? 'null' : Array.isArray(given) ? 'an array' : typeof given}`)
  return given
}
