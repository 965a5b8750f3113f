/**
 * The engine as a module for a page, a worker and Node: it loads the WebAssembly program
 * and wraps its one function in a typed surface. It needs no DOM and sends nothing away.
 */

import { endOf, instantiate, run, watched } from './program.ts'
import { Readers } from './readers.ts'
import { keptState, resume } from './resume.ts'
import type { OnProgress, ReadersSource, Wasm } from './source.ts'
import type {
  Completion, Contract, Evaluation, Export, Form, FormChange, FormEdit, Hover, Import, Mended, Options, PasswordTrial, Reply, Summary, TextImport,
} from './types.ts'

export { ReadersFailure } from './source.ts'
export type { OnProgress, ReadersSource, Wasm } from './source.ts'
export type * from './types.ts'

/** What a loaded engine can do. Every call takes any text, and is synchronous but for importText. */
export interface Engine {
  /**
   * Says what the service would answer to a CreateUserPool request, and everything there
   * is to say about its text.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  evaluate(text: string, options?: Options): Evaluation
  /**
   * Applies every fix that is safe: afterwards the text says the same, only rightly spelt.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  fixAll(text: string, options?: Options): Mended
  /**
   * Turns the answer of DescribeUserPool or CreateUserPool, as the wire, the AWS CLI or an
   * SDK prints it, into the shortest request that would make this pool.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  importDescription(text: string, options?: Options): Import
  /**
   * Turns a text of another tool into a request: an AWS CLI command, CloudFormation, Terraform, a call in Python with boto3
   * or in R with paws, an answer of the service, or a request itself. It finds out which by itself. Of a text with several
   * pools it lists them, and `options.resource` chooses one. Other languages than JSON are read by readers.wasm, which is
   * loaded when a text first needs it.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   * @throws ReadersFailure when readers.wasm cannot be loaded; asking again tries anew.
   */
  importText(text: string, options?: Options): Promise<TextImport>
  /**
   * What could be written at a place of a request, the likeliest first. It works in half-written text.
   * @param offset in UTF-16 code units of the text, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or out of range, or an option has a wrong value.
   */
  complete(text: string, offset: number, options?: Options): Completion[]
  /**
   * What is known of the member or value at a place of a request; null where there is none that the API knows.
   * @param offset in UTF-16 code units of the text, from 0 to its length.
   * @throws TypeError when an argument is of the wrong type or out of range, or an option has a wrong value.
   */
  hover(text: string, offset: number, options?: Options): Hover | null
  /**
   * The request as fields to fill in.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  form(text: string, options?: Options): Form
  /**
   * What a change in a form does to the text: edits that touch no byte beside what the change needs.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  editForm(text: string, edit: FormEdit, options?: Options): FormChange
  /**
   * The pool that the request makes, in plain language.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  summarise(text: string, options?: Options): Summary
  /**
   * How a password fares against the policy of the pool that the request makes.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  tryPassword(text: string, password: string, options?: Options): PasswordTrial
  /**
   * The request in the words of another tool, with what has to be known of it. A text that is no request gives an empty
   * one that says so.
   * @param target the `id` of one of `contract().exports`: 'aws-cli', 'terraform', …
   * @throws TypeError when there is no such target, an argument is of the wrong type or an option has a wrong value.
   */
  exportAs(target: string, text: string, options?: Options): Export
  /**
   * The API's reference as the engine knows it: shapes, members, limits, defaults, dates,
   * the rules between members, and requests to start from.
   * @throws TypeError when an option has a wrong value.
   */
  contract(options?: Options): Contract
}

/** Where the program comes from. */
export interface EngineSource {
  /** engine.wasm as an address, a fetch's answer, its bytes, or compiled. Absent: engine.wasm beside this module. */
  wasm?: Wasm
  /** readers.wasm in the same ways, or a function that fetches it when it is needed. Absent: readers.wasm beside this module. */
  readers?: ReadersSource
  /**
   * Told how far the download of engine.wasm is, in bytes as they arrive decompressed. total is 0 when the
   * server does not say.
   */
  onProgress?: OnProgress
  /** Told when readers.wasm is loaded, before it reads. */
  onReaders?: () => void
  /** Told, in a sentence, when the engine has ended by itself: it answers no call from then on. */
  onEnd?: (why: string) => void
}

/** The function that the program hands over: see wasm/main_js.go. */
type Call = (verb: string, text: string, options: string, argument: string) => string

/**
 * Loads the engine and starts it.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function loadEngine(from: EngineSource = {}): Promise<Engine> {
  const go = new Go()
  const fate = watched(go)
  const { module, instance } = await instantiate('engine.wasm', from.wasm ?? new URL('./engine.wasm', import.meta.url), go.importObject, from.onProgress)
  const onEnd = (): void => from.onEnd?.(endOf(fate))
  const state = keptState(module)
  const call: Call = state ? resume(go, instance, state, onEnd) : run('engine.wasm', go, instance, onEnd)
  const readers = new Readers(from.readers, from.onReaders)

  /** A program that was torn out of a call, or has ended, cannot be trusted again. */
  const ask: Call = (...args) => {
    let said: unknown
    try {
      if (fate.words === null) said = call(...args)
    } catch (reason) {
      fate.words = endOf(fate, reason)
    }
    if (typeof said !== 'string') throw new Error(fate.words ??= endOf(fate))
    return said
  }

  /** What the program answers, and the texts that follow it on lines of their own. */
  function told(verb: string, text: unknown, options: unknown, argument?: unknown): { answer: unknown, apart: string[] } {
    if (typeof text !== 'string') throw new TypeError(`${verb}: text has to be a string and not ${typeName(text)}`)
    if (options !== undefined && (typeof options !== 'object' || options === null)) {
      throw new TypeError(`${verb}: options has to be an object and not ${typeName(options)}`)
    }
    const [first, ...apart] = ask(verb, text, json('options', options), json('argument', argument)).split('\n')
    const result = JSON.parse(first!) as { answer?: unknown, wrong?: string, crash?: string }
    if (result.wrong !== undefined) throw new TypeError(`${verb}: ${result.wrong}`)
    if (result.crash !== undefined) throw new Error(`It failed: ${result.crash}.`)
    return { answer: result.answer, apart }
  }

  function answer(verb: string, text: unknown, options: unknown, argument?: unknown): unknown {
    return told(verb, text, options, argument).answer
  }

  function evaluate(text: string, options?: Options): Evaluation {
    const { answer, apart: [body, wire, origins] } = told('evaluate', text, options)
    const evaluation = answer as Evaluation
    evaluation.reply.body = body!
    evaluation.reply.wire = wire!
    later(evaluation.reply, 'origins', () => JSON.parse(origins!) as Reply['origins'])
    return evaluation
  }

  async function importText(text: string, options?: Options): Promise<TextImport> {
    const reader = answer('readerFor', text, options) as string
    return answer('importText', text, options, reader ? await readers.read(reader, text) : undefined) as TextImport
  }

  return {
    evaluate,
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
    contract: (options) => answer('contract', '', options) as Contract,
  }
}

/** The value as JSON text, '' for undefined. JSON would turn NaN and Infinity into null, which counts as absent. */
function json(name: string, value: unknown): string {
  if (value === undefined) return ''
  return JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new TypeError(`${key ? `${name}.${key}` : name} has to be a finite number and not ${part}`)
    return part
  })
}

/** Makes a property that is worked out when it is first read: origins are most of an answer, and not everyone asks for them. */
function later<T, K extends keyof T>(object: T, key: K, make: () => T[K]): void {
  const own = (value: T[K]): PropertyDescriptor => ({ value, writable: true, enumerable: true, configurable: true })
  Object.defineProperty(object, key, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make()
      Object.defineProperty(object, key, own(value))
      return value
    },
    set(value: T[K]) { Object.defineProperty(object, key, own(value)) },
  })
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value
}
