/**
 * The engine as a module for a page, a worker and Node: it loads the WebAssembly program
 * and wraps its one function in a typed surface. It needs no DOM and sends nothing away.
 */

import 'wasm_exec.js'
import { keptState, resume } from './resume.ts'
import type {
  Completion, Contract, Evaluation, Export, Form, FormChange, FormEdit, Hover, Import, Mended, Options, PasswordTrial, Summary,
} from './types.ts'

export type * from './types.ts'

/** What a loaded engine can do. Every call is synchronous and takes any text. */
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
  wasm?: URL | Response | BufferSource | WebAssembly.Module
  /**
   * Told how far the download is, in bytes as they arrive decompressed. total is 0 when the
   * server does not say.
   */
  onProgress?(received: number, total: number): void
}

/** The function that the program hands over: see wasm/main_js.go. */
type Call = (verb: string, text: string, options: string, argument: string) => string

/** The program looks for this global function while it starts. */
const register = 'userPoolPlaygroundRegister'

/**
 * Loads the engine and starts it.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function loadEngine(from: EngineSource = {}): Promise<Engine> {
  const go = new Go()
  const { module, instance } = await instantiate(from, go.importObject)
  let ended = false
  const state = keptState(module)
  const ask = state ? resume(go, instance, state) : run(go, instance, () => { ended = true })

  function answer(verb: string, text: unknown, options: unknown, argument?: unknown): unknown {
    if (typeof text !== 'string') throw new TypeError(`${verb}: text has to be a string and not ${typeName(text)}`)
    if (options !== undefined && (typeof options !== 'object' || options === null)) {
      throw new TypeError(`${verb}: options has to be an object and not ${typeName(options)}`)
    }
    if (ended) throw new Error('The engine has ended. Load it again.')
    const result = JSON.parse(ask(verb, text, json('options', options), json('argument', argument))) as
      { answer?: unknown, wrong?: string, crash?: string }
    if (result.wrong !== undefined) throw new TypeError(`${verb}: ${result.wrong}`)
    if (result.crash !== undefined) throw new Error(`The engine failed: ${result.crash}`)
    return result.answer
  }

  return {
    evaluate: (text, options) => answer('evaluate', text, options) as Evaluation,
    fixAll: (text, options) => answer('fixAll', text, options) as Mended,
    importDescription: (text, options) => answer('importDescription', text, options) as Import,
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

/** Runs a program from its beginning, up to the registration of its function. */
function run(go: Go, instance: WebAssembly.Instance, onEnd: () => void): Call {
  let call: Call | undefined
  const scope = globalThis as Record<string, unknown>
  scope[register] = (registered: Call) => { call = registered }
  // Returns once the program waits for calls; the promise is settled only when it ends.
  const end = go.run(instance)
  delete scope[register]
  end.then(onEnd, onEnd)
  if (!call) throw new Error('The engine started but did not register itself: engine.js and engine.wasm are of different builds.')
  return call
}

/** The value as JSON text, '' for undefined. JSON would turn NaN and Infinity into null, which counts as absent. */
function json(name: string, value: unknown): string {
  if (value === undefined) return ''
  return JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new TypeError(`${key ? `${name}.${key}` : name} has to be a finite number and not ${part}`)
    return part
  })
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value
}

type Program = WebAssembly.WebAssemblyInstantiatedSource

async function instantiate(from: EngineSource, imports: WebAssembly.Imports): Promise<Program> {
  const wasm = from.wasm ?? new URL('engine.wasm', import.meta.url)
  if (wasm instanceof WebAssembly.Module) return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) }
  if (wasm instanceof URL) {
    if (wasm.protocol === 'file:') return compiled(await readFile(wasm), imports)
    return fetched(await fetch(wasm), from, imports)
  }
  if (wasm instanceof Response) return fetched(wasm, from, imports)
  return compiled(wasm, imports)
}

async function fetched(response: Response, from: EngineSource, imports: WebAssembly.Imports): Promise<Program> {
  if (!response.ok) throw new Error(`${response.url || 'engine.wasm'} could not be loaded: the server answered ${response.status} ${response.statusText}`.trimEnd())
  const counted = from.onProgress ? count(response, from.onProgress) : response
  // Compiling while it arrives needs the right content type, which not every server sends.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.instantiateStreaming(counted, imports)
  }
  return compiled(await counted.arrayBuffer(), imports)
}

async function compiled(bytes: BufferSource, imports: WebAssembly.Imports): Promise<Program> {
  return WebAssembly.instantiate(bytes, imports)
}

/** The same answer, telling how much of it has arrived. */
function count(response: Response, onProgress: (received: number, total: number) => void): Response {
  if (!response.body) return response
  // The length that servers send is that of the compressed body, so it is no total for what arrives here.
  const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length') ?? 0)
  let received = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength
      onProgress(received, total)
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(counter), { headers: response.headers, status: response.status })
}

/** Node's fetch does not read files. The specifier is kept from bundlers, which have no such module. */
async function readFile(url: URL): Promise<BufferSource> {
  const specifier = 'node:fs/promises'
  const fs = await import(specifier) as { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> }
  return fs.readFile(url)
}
