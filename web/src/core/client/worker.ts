// The engine's own thread: one engine, one request at a time. It never recovers by itself; the page ends it and starts
// another, since a Go program that has exited or panicked cannot be trusted again. As a shared worker it has one engine for
// all embeds of a document, each of which has a port, and knows its own answers by their numbers.

import { readAnswer } from '../../engine/answers.ts'
import { openEngine, type OpenEngine } from '../../engine/open.ts'
import { ReadersFailure, ServiceFailure } from '../../engine/source.ts'
import { engineOver } from '../../engine/surface.ts'
import { download } from './download.ts'
import { LoadFailure } from './failure.ts'
import type { Answer, EvaluationRequest, FromWorker, Later, ToWorker, Verb } from './protocol.ts'
import { isRequest } from './reading.ts'
import { SharedAnswer } from './shared.ts'

/** What a worker has of the page, or a shared worker of one of its pages. */
interface Port { postMessage(message: unknown): void }

let program: OpenEngine | undefined
let starting: Promise<OpenEngine> | undefined
let shared: SharedAnswer | undefined

const ports = new Set<Port>()

/** Tells all pages: what holds for the program holds for each. */
function tell(message: FromWorker): void {
  for (const port of ports) port.postMessage(message)
}

function crash(reason: unknown): void {
  program = starting = undefined
  tell({ event: 'crashed', reason: reason instanceof Error ? reason.message : String(reason) })
}

const laterLimit = 60_000
const engineLimit = 300_000
let fetching = false

/** What few visits need is fetched with the first text or question that does. */
async function fetchLater(program: Later): Promise<WebAssembly.Module> {
  tell({ event: 'loading', limit: 2 * laterLimit })
  fetching = true
  const progress = (received: number, total: number): void => {
    if (program === 'readers') tell({ event: 'readers', state: { name: 'loading', received, total } })
  }
  try {
    return await download(PROGRAMS[program], { title: 'The program', signal: AbortSignal.timeout(laterLimit), progress })
  } catch (reason) {
    throw reason instanceof LoadFailure ? new Error(`${reason.title}. ${reason.message}`, { cause: reason }) : reason
  } finally {
    fetching = false
  }
}

function unpacked(program: Uint8Array<ArrayBuffer>): Response {
  tell({ event: 'loading', limit: laterLimit })
  return new Response(new Response(program).body!.pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': 'application/wasm' } })
}

/** Left alone, the program collects its garbage within every fortieth answer or so, which is then a frame or two late. */
const collectEvery = 16
/** After an answer it is not asked for so many milliseconds even by those who type fast. */
const collectAfter = 25

let sinceCollected = 0
let collecting: ReturnType<typeof setTimeout> | undefined

/** Lets the programs collect their garbage between two letters. */
function collectLater(): void {
  if (++sinceCollected < collectEvery) return
  collecting = setTimeout(() => {
    sinceCollected = 0
    program?.ask('collect', '')
    program?.readers.collect()
  }, collectAfter)
}

/** What the program says of a text, in lines; null where what reads it has to be fetched first. */
async function evaluate({ text, options }: EvaluationRequest, { ask, readers }: OpenEngine): Promise<string[] | null> {
  if ((options.language ?? 'request') === 'request' && isRequest(text)) return ask('evaluate', text, options).split('\n')
  const reader = readAnswer('readerFor', ask('readerFor', text, options)) as string
  if (reader && !readers.loaded) return null
  const read = reader ? await readers.read(text, options) : undefined
  return [...ask('check', text, options, read).split('\n'), reader]
}

/** Fetches the readers while the page goes on: what is asked meanwhile is answered. */
async function loadReaders({ readers }: OpenEngine): Promise<void> {
  try {
    await readers.load()
    tell({ event: 'readers', state: { name: 'ready' } })
  } catch (reason) {
    if (!(reason instanceof ReadersFailure)) throw reason
    tell({ event: 'readers', state: { name: 'failed', why: reason.message } })
  }
}

/** Starts the engine; a shared worker downloads it first, since a compiled module crosses to none. */
async function open({ module, later }: ToWorker & { op: 'start' }): Promise<OpenEngine> {
  const progress = (received: number, total: number): void => tell({ event: 'downloading', received, total })
  return openEngine({
    wasm: module ?? await download(PROGRAMS.engine, { title: 'The engine', signal: AbortSignal.timeout(engineLimit), progress }),
    readers: async () => later ? unpacked(later.readers) : fetchLater('readers'),
    service: async () => later ? unpacked(later.service) : fetchLater('service'),
    onReaders: () => tell({ event: 'loaded' }),
    onService: () => tell({ event: 'loaded' }),
    onEnd: crash,
  })
}

async function answer(message: ToWorker, port: Port): Promise<void> {
  if (message.op === 'start') {
    if (message.answers) shared = new SharedAnswer(message.answers)
    try {
      program = await (starting ??= open(message))
      port.postMessage({ event: 'ready' } satisfies FromWorker)
    } catch (reason) {
      starting = undefined
      if (!(reason instanceof LoadFailure)) throw reason
      port.postMessage({ event: 'failed', title: reason.title, detail: reason.message } satisfies FromWorker)
    }
    return
  }
  if (message.op === 'leave') {
    ports.delete(port)
    return
  }
  if (!program) throw new Error('asked before it was started')
  if (message.op === 'ask') {
    const { id, question } = message
    // A text may have begun it.
    if (fetching) tell({ event: 'loading', limit: 2 * laterLimit })
    // Which arguments belong to which verb is held where questions are asked; a message cannot say it.
    const ask = engineOver(program)[question.verb] as (...args: unknown[]) => Answer<Verb>
    try {
      port.postMessage({ event: 'told', id, answer: await ask(...question.arguments) } satisfies FromWorker)
    } catch (reason) {
      // A wrong argument is the page's mistake, and a lost connection nobody's: the engine is as well as before.
      if (!(reason instanceof TypeError || reason instanceof ReadersFailure || reason instanceof ServiceFailure)) throw reason
      port.postMessage({ event: 'refused', id, reason: reason.message } satisfies FromWorker)
    }
  } else {
    clearTimeout(collecting)
    const { revision } = message.request
    const began = performance.now()
    const lines = await evaluate(message.request, program)
    const took = performance.now() - began
    if (!lines) {
      port.postMessage({ event: 'later', revision } satisfies FromWorker)
      if (message.fetch) await loadReaders(program)
      return
    }
    port.postMessage((shared?.write(revision, { lines, took }) ? { event: 'written', revision } : { event: 'answer', revision, lines, took }) satisfies FromWorker)
    collectLater()
  }
}

function serve(port: Port, message: ToWorker): void {
  answer(message, port).catch(crash)
}

if ('onconnect' in self) {
  self.onconnect = ({ ports: [port] }: MessageEvent) => {
    ports.add(port!)
    port!.onmessage = (event: MessageEvent<ToWorker>) => serve(port!, event.data)
  }
} else {
  ports.add(self)
  self.addEventListener('message', (event: MessageEvent<ToWorker>) => serve(self, event.data))
}

// A promise that nobody awaits can still be the Go program's end.
self.addEventListener('unhandledrejection', (event) => crash(event.reason))
