import { readAnswer, readEvaluation, readReplied } from './answers.ts'
import type { OpenEngine } from './open.ts'
import { setLater, withUnknowns } from './told.ts'
import type {
  Called, Checked, Completion, Contract, Explanation, Export, Form, FormChange, Hover, Import, Inhabitants, Mended, Opened, Options, PasswordTrial, Plan, Problem, Summary, TextImport,
} from './types.ts'
import type { Engine } from './verbs.ts'

/** What the service's program says of a text in another language, whose places it does not know. */
function placed(problem: Problem, { unknowns, calls }: Checked): Problem[] {
  if (problem.rule === 'later-call-refused') return [{ ...problem, from: calls[0]?.from ?? 0, to: calls[0]?.to ?? 0 }]
  if (problem.rule !== 'unknown-value') return []
  const of = unknowns.find(({ pointer }) => pointer === problem.pointer)
  return [{ ...problem, from: of?.from ?? calls[0]?.from ?? 0, to: of?.to ?? calls[0]?.to ?? 0, ...(of ? { why: of.why } : {}) }]
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

  /** What could stand at a place is what the readings of a few texts with a word of ours there say of it. */
  async function completeText(text: string, offset: number, options?: Options): Promise<Completion[]> {
    if (!answer('readerFor', text, options)) return answer('complete', text, options, offset) as Completion[]
    await readers.load()
    const probes = answer('probes', text, options, offset) as { text: string, offset: number }[]
    for (const [index, probe] of probes.entries()) {
      const { resource: _, ...others } = options ?? {}
      const read = readers.readSync(probe.text, { ...others, offset: probe.offset })
      const found = answer('completeText', text, options, { offset, index, read }) as Completion[]
      if (found.length > 0) return found
    }
    return []
  }

  async function served(verb: string, text: unknown, options: unknown, argument?: unknown): Promise<unknown> {
    return readAnswer(verb, (await service.ask(verb, text, options, argument))[0]!)
  }

  /** The same for an answer with a reply, whose parts cross apart, and so does the state. */
  async function replied(verb: string, text: unknown, options: unknown, argument?: unknown): Promise<unknown> {
    const lines = await service.ask(verb, text, options, argument)
    return Object.assign(readReplied(verb, lines), { state: lines[4] ?? null })
  }

  /** The pool of a text in any language: what is no request's and no answer's JSON becomes a request first. */
  async function open(pool: string, options?: Options): Promise<Opened> {
    if (!answer('readerFor', pool, options)) return await replied('open', pool, options) as Opened
    const checked = await check(pool, options)
    const { request, reply, problems } = checked
    if (request === null || reply.status !== 200) return { state: null, reply, problems }
    const opened = await replied('open', request, withUnknowns(options ?? {}, checked)) as Opened
    // What the tool sets by a later call is in the pool that is opened.
    const later = setLater(checked.calls)
    opened.problems = [...opened.problems.flatMap((problem) => placed(problem, checked)), ...problems.filter(({ rule, pointer }) => rule !== 'left-out' || !(pointer.slice(1) in later))]
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
    plan: async (pool, request, options) => await served('plan', pool, options, text('plan', 'request', request)) as Plan,
    evaluate: (text, options) => readEvaluation(ask('evaluate', text, options).split('\n')),
    fixAll: (text, options) => answer('fixAll', text, options) as Mended,
    importDescription: (text, options) => answer('importDescription', text, options) as Import,
    importText,
    complete: (text, offset, options) => answer('complete', text, options, offset) as Completion[],
    completeText,
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

function text(verb: string, name: string, given: unknown): string {
  if (typeof given !== 'string') throw new TypeError(`${verb}: ${name} has to be a string and not ${given === null ? 'null' : Array.isArray(given) ? 'an array' : typeof given}`)
  return given
}
