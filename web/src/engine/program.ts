/** How a Go program that was compiled to WebAssembly is fetched and started: the engine, and the readers beside it. */

import 'wasm_exec.js'
import type { OnProgress, Wasm } from './source.ts'

/** The program looks for this global function while it starts. */
const register = 'userPoolPlaygroundRegister'

/**
 * Compiles a program and makes an instance of it.
 * @param name its file, for messages.
 * @throws Error that says whether the download or the compilation failed.
 */
export async function instantiate(
  name: string, wasm: Wasm, imports: WebAssembly.Imports, onProgress?: OnProgress,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  if (wasm instanceof WebAssembly.Module) return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) }
  if (wasm instanceof URL) {
    if (wasm.protocol === 'file:') return WebAssembly.instantiate(await readFile(wasm), imports)
    return fetched(name, await fetch(wasm), imports, onProgress)
  }
  if (wasm instanceof Response) return fetched(name, wasm, imports, onProgress)
  return WebAssembly.instantiate(wasm as BufferSource, imports)
}

/** How a program ended; null while it lives. */
export interface Fate { words: string | null }

/** The parts of Go's glue by which a program's end is seen. */
interface Ending {
  exit(code: number): void
  readonly mem: DataView
  readonly importObject: { gojs: Record<string, (sp: number) => void> }
}

/** Sees a program's end, and makes out of what it writes before it why it comes. */
export function watched(go: Go): Fate {
  const fate: Fate = { words: null }
  const ending = go as unknown as Ending
  const { gojs } = ending.importObject
  const write = gojs['runtime.wasmWrite']!
  gojs['runtime.wasmWrite'] = (sp) => {
    const at = Number(ending.mem.getBigInt64((sp >>> 0) + 16, true))
    const length = ending.mem.getInt32((sp >>> 0) + 24, true)
    const written = new TextDecoder().decode(new Uint8Array(ending.mem.buffer, at, length))
    if (/stack exceeds|stack overflow/.test(written)) fate.words ??= outOfStack
    else if (/out of memory/.test(written)) fate.words ??= 'It ran out of memory.'
    write(sp)
  }
  // A panic is written in pieces, and its program exits with 2.
  ending.exit = (code) => { fate.words ??= `It ended by itself, with exit code ${code}.` }
  return fate
}

const outOfStack = 'It ran out of stack.'

/** Why a call was not answered, in a sentence. */
export function endOf(fate: Fate, reason?: unknown): string {
  if (fate.words !== null) return fate.words
  // Browsers differ in how they call it: too much recursion, Maximum call stack size exceeded.
  if (reason instanceof RangeError || reason instanceof Error && reason.name === 'InternalError') return outOfStack
  return reason instanceof Error ? `It failed: ${reason.message}.` : 'It gave no answer.'
}

/** The function that a program hands over: what it takes, a line each but the last, which may have more. See wasm/border. */
export type Call = (lines: string) => string

/** Runs a program from its beginning, up to the registration of its function, and returns that. */
export function run(name: string, go: Go, instance: WebAssembly.Instance, onEnd: () => void): Call {
  let call: Call | undefined
  const scope = globalThis as Record<string, unknown>
  scope[register] = (registered: Call) => { call = registered }
  // Returns once the program waits for calls; the promise is settled only when it ends.
  const end = go.run(instance)
  delete scope[register]
  end.then(onEnd, onEnd)
  if (!call) throw new Error(`${name} started but did not register itself: it is of another build than engine.js.`)
  return call
}

async function fetched(
  name: string, response: Response, imports: WebAssembly.Imports, onProgress?: OnProgress,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  if (!response.ok) throw new Error(`${response.url || name} could not be loaded: the server answered ${response.status} ${response.statusText}`.trimEnd())
  const counted = onProgress ? count(response, onProgress) : response
  // Compiling while it arrives needs the right content type, which not every server sends.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.instantiateStreaming(counted, imports)
  }
  return WebAssembly.instantiate(await counted.arrayBuffer(), imports)
}

/** The same answer, telling how much of it has arrived. */
function count(response: Response, onProgress: OnProgress): Response {
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

/** Node's fetch does not read files. The specifier is kept from bundlers, which have no such module: a constant they would find. */
async function readFile(url: URL): Promise<BufferSource> {
  const fs = await import(/* @vite-ignore */ /* webpackIgnore: true */ ['node:fs', 'promises'].join('/')) as { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> }
  return fs.readFile(url)
}
