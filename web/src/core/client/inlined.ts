// Where the page is one file, everything else stands in it: the worker's script as it is, each program packed, as blocks
// that no browser runs. scripts/single-file.mjs writes them, under the names of the files in whose place they stand.

import { compileFailure, runsPrograms } from './download.ts'
import { LoadFailure } from './failure.ts'
import type { Later } from './protocol.ts'
import type { Progress } from './transfer.ts'

const notWhole = new LoadFailure('A part of this file is missing', 'It was not saved whole. Get it anew from where it came from.')

function block(name: string): string {
  const text = document.getElementById(name)?.textContent
  if (!text) throw notWhole
  return text
}

/** The address of the worker's script, for as long as the page is open. */
export function inlinedWorker(): string {
  return URL.createObjectURL(new Blob([block('worker.js')], { type: 'text/javascript' }))
}

/** A packed program that few need: its bytes, since WebKit lets no worker of a page from the disk read the page's blobs. */
export function inlinedLater(program: Later): Uint8Array<ArrayBuffer> {
  return packed(`${program}.wasm`)
}

/** Unpacks the engine and compiles it. */
export async function unpackEngine(_progress: Progress, _signal: AbortSignal): Promise<WebAssembly.Module> {
  runsPrograms('The engine')
  const body = new Response(packed('engine.wasm')).body!.pipeThrough(new DecompressionStream('gzip'))
  try {
    return await WebAssembly.compileStreaming(new Response(body, { headers: { 'Content-Type': 'application/wasm' } }))
  } catch (reason) {
    throw reason instanceof WebAssembly.CompileError ? compileFailure(reason, 'The engine') : notWhole
  }
}

function packed(name: string): Uint8Array<ArrayBuffer> {
  let binary: string
  try {
    binary = atob(block(name))
  } catch {
    throw notWhole
  }
  const bytes = new Uint8Array(binary.length)
  // A callback for each of some millions of bytes would be felt.
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
