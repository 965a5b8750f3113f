// How a program comes from the host, in the page, its worker and the service worker: as small as the host can send it, and
// held against its hash. It has no words for people; client/download.ts has.

/** A WebAssembly program of this build. */
export interface Program {
  /** Its name, which carries a hash: a page never gets the program of another build. */
  readonly file: string
  /** Its size when unpacked, which a compressed download does not tell. */
  readonly bytes: number
  /** Its hash as integrity metadata. */
  readonly hash: string
}

/**
 * Asks for a program. A host that compresses is let do so, since its brotli is smaller than anything else; from one that
 * does not, the packed copy beside the program is taken in its place, if it is there.
 *
 * A preload link has no part in this: it would have taken the unpacked file before anyone could look at the headers.
 */
export async function transfer(program: Program, folder: string | URL, init: RequestInit = {}): Promise<Response> {
  const address = new URL(program.file, folder).href
  const plain = await fetch(address, init)
  // Without the length it may be the service worker's copy, which costs nothing, and with another it is something else.
  const unpacked = plain.ok && !plain.headers.has('Content-Encoding') && Number(plain.headers.get('Content-Length')) === program.bytes
  if (!unpacked || !globalThis.DecompressionStream) return plain
  // Ended before the next request: a host may have one connection to give.
  await plain.body?.cancel()
  const packed = await fetch(`${address}.gz`, init).catch(() => null)
  // Hosts of single-page applications answer with the page for whatever they do not have.
  if (packed?.ok && !packed.headers.get('Content-Type')?.startsWith('text/html')) return packed
  await packed?.body?.cancel()
  return fetch(address, init)
}

/** What arrived is not the program. */
export class WrongContents extends Error {
  override readonly name = 'WrongContents'
  /** True when it is no WebAssembly at all. */
  readonly foreign: boolean
  constructor(foreign: boolean) {
    super(foreign ? 'what arrived is no WebAssembly' : 'what arrived is not what was built')
    this.foreign = foreign
  }
}

/** Told the bytes on the wire so far; total is 0 while it is not known. */
export type Progress = (received: number, total: number) => void

/**
 * The program out of an answer to `transfer`, while it arrives. The stream fails when it is not the program, at the first
 * bytes or, by the hash, at the last; `wrong` is told why, since browsers differ in which error they hand on from a stream.
 */
export async function contents(
  response: Response, program: Program, { progress, signal, wrong }: { progress?: Progress, signal?: AbortSignal, wrong?: (reason: WrongContents) => void } = {},
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const body = (response.body ?? new Blob([]).stream()).pipeThrough(counter(response, program, progress), signal ? { signal } : {})
  return (await unpack(body)).pipeThrough(check(program, wrong))
}

function counter(response: Response, program: Program, progress?: Progress): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const wire = Number(response.headers.get('Content-Length')) || 0
  const whole = response.headers.has('Content-Encoding') ? program.bytes : wire
  let received = 0
  const report = (): void => {
    // The browser has unpacked what is encoded, while people know sizes as they are on the wire: the count is scaled to it.
    if (!wire || !whole) progress?.(received, whole)
    else progress?.(Math.round(wire * Math.min(1, received / whole)), wire)
  }
  report()
  return new TransformStream({
    transform(chunk, controller) {
      received += chunk.length
      report()
      controller.enqueue(chunk)
    },
  })
}

/** Looks at the first bytes and not at the headers: hosts differ in whether they have the browser unpack a .gz file. */
async function unpack(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = body.getReader()
  const first = await reader.read()
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (first.value) controller.enqueue(first.value)
      else controller.close()
    },
    async pull(controller) {
      const { value } = await reader.read()
      if (value) controller.enqueue(value)
      else controller.close()
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return first.value?.[0] === 0x1f && first.value[1] === 0x8b ? whole.pipeThrough(new DecompressionStream('gzip')) : whole
}

/**
 * Holds what passes against the hash. `fetch` could do so by its `integrity`, but answers only after the last byte then: no
 * progress, no compiling while it arrives.
 */
function check(program: Program, wrong?: (reason: WrongContents) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(program.bytes)
  let received = 0
  const fail = (foreign: boolean): never => {
    const reason = new WrongContents(foreign)
    wrong?.(reason)
    throw reason
  }
  return new TransformStream({
    transform(chunk, controller) {
      // A web page in its place is common, and need not be read to its end.
      if (received === 0 && !startsAsWasm(chunk)) fail(true)
      if (received + chunk.length > whole.length) fail(false)
      whole.set(chunk, received)
      received += chunk.length
      controller.enqueue(chunk)
    },
    async flush() {
      if (received === 0) fail(true)
      if (received < whole.length) fail(false)
      // On a page without TLS there is no digest; the name with its hash, the size and the compiler are what is left there.
      if (!globalThis.crypto?.subtle) return
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
      if (`sha256-${btoa(String.fromCharCode(...digest))}` !== program.hash) fail(false)
    },
  })
}

function startsAsWasm(chunk: Uint8Array): boolean {
  return chunk[0] === 0x00 && chunk[1] === 0x61 && chunk[2] === 0x73 && chunk[3] === 0x6d
}
