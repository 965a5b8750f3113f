// Fetches and compiles the engine, counting bytes, and says in plain words why it could not.

import { LoadFailure } from './failure.ts'

/** Told the bytes on the wire so far; total is 0 while it is not known. */
export type Progress = (received: number, total: number) => void

const engineUrl = new URL('engine.wasm', import.meta.url)

/** Downloads the engine and compiles it while it arrives. */
export async function downloadEngine(progress: Progress, signal: AbortSignal): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') {
    throw new LoadFailure('WebAssembly is switched off', 'The engine is a WebAssembly program. This browser, or a setting of it, does not run them.')
  }
  const response = await fetchEngine(signal)
  // Browsers differ in which error they hand on from a stream, so ours is kept here.
  let wrong: LoadFailure | undefined
  const body = countedBody(response, progress, () => wrong = wrongContent(response))
  try {
    return await WebAssembly.compileStreaming(new Response(body, { headers: { 'Content-Type': 'application/wasm' } }))
  } catch (reason) {
    throw wrong ?? compileFailure(reason)
  }
}

async function fetchEngine(signal: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch(engineUrl, { signal })
  } catch (reason) {
    if (signal.aborted) throw reason
    throw navigator.onLine
      ? new LoadFailure('The engine could not be fetched', 'The connection failed, or something between here and the server blocks engine.wasm.')
      : new LoadFailure('You are offline', 'The engine is not in this browser yet. It loads as soon as you are online and choose Retry.')
  }
  if (!response.ok) {
    throw new LoadFailure(`The server answered ${response.status} for engine.wasm`, response.status === 404
      ? 'The file is not on the server. If you host this page yourself, copy engine.wasm beside index.html.'
      : 'The server has the page but does not hand out the engine at the moment.')
  }
  return response
}

/** Passes the body on, counts it, and stops at once when it is no WebAssembly: a web page in its place is common. */
function countedBody(response: Response, progress: Progress, wrong: () => LoadFailure): ReadableStream<Uint8Array> {
  const wire = Number(response.headers.get('Content-Length')) || 0
  const unpacked = response.headers.has('Content-Encoding') ? ENGINE_BYTES : wire
  let received = 0
  const report = (): void => {
    // The stream is already unpacked while people know sizes as they are on the wire, so the count is scaled to it.
    if (!wire || !unpacked) progress(received, unpacked)
    else progress(Math.round(wire * Math.min(1, received / unpacked)), wire)
  }
  report()
  return (response.body ?? new Blob([]).stream()).pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (received === 0 && !startsAsWasm(chunk)) {
        controller.error(wrong())
        return
      }
      received += chunk.length
      report()
      controller.enqueue(chunk)
    },
    flush() {
      if (received === 0) wrong()
    },
  }))
}

function startsAsWasm(chunk: Uint8Array): boolean {
  return chunk[0] === 0x00 && chunk[1] === 0x61 && chunk[2] === 0x73 && chunk[3] === 0x6d
}

function wrongContent(response: Response): LoadFailure {
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? 'something without a type'
  return new LoadFailure('engine.wasm is not a WebAssembly program', `The server sent ${type} in its place. A sign-in page or a rewrite rule may be in the way.`)
}

/** Why a program could not be compiled, in words. */
export function compileFailure(reason: unknown): unknown {
  if (!(reason instanceof WebAssembly.CompileError)) {
    return new LoadFailure('The download broke off', 'The connection ended before the whole engine had arrived.')
  }
  return /Content Security Policy|unsafe-eval/i.test(reason.message)
    ? new LoadFailure('A security policy blocks the engine', "The page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src.")
    : new LoadFailure('The engine is damaged', `It cannot be compiled: ${reason.message}`)
}
