// The engine's own thread: one engine, one request at a time. It never recovers by itself; the page ends it and starts
// another, since a Go program that has exited or panicked cannot be trusted again.

import { readAnswer } from '../../engine/answers.ts'
import { openEngine, type OpenEngine } from '../../engine/open.ts'
import { ReadersFailure, ServiceFailure } from '../../engine/source.ts'
import { engineOver } from '../../engine/surface.ts'
import { download } from './download.ts'
import { LoadFailure } from './failure.ts'
import type { Answer, EvaluationRequest, FromWorker, Later, ToWorker, Verb } from './protocol.ts'
import { isRequest } from './reading.ts'
import { SharedAnswer } from './shared.ts'

let program: OpenEngine | undefined
let shared: SharedAnswer | undefined

function tell(message: FromWorker): void {
  self.postMessage(message)
}

const laterLimit = 60_000
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

/** Lets the program collect its garbage between two letters. */
function collectLater(): void {
  if (++sinceCollected < collectEvery) return
  collecting = setTimeout(() => {
    sinceCollected = 0
    program?.ask('collect', '')
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

async function answer(message: ToWorker): Promise<void> {
  if (message.op === 'start') {
    const { module, later, answers } = message
    if (answers) shared = new SharedAnswer(answers)
    program = await openEngine({
      wasm: module,
      readers: async () => later ? unpacked(later.readers) : fetchLater('readers'),
      service: async () => later ? unpacked(later.service) : fetchLater('service'),
      onReaders: () => tell({ event: 'loaded' }),
      onService: () => tell({ event: 'loaded' }),
      onEnd: (reason) => tell({ event: 'crashed', reason }),
    })
    tell({ event: 'ready' })
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
      tell({ event: 'told', id, answer: await ask(...question.arguments) })
    } catch (reason) {
      // A wrong argument is the page's mistake, and a lost connection nobody's: the engine is as well as before.
      if (!(reason instanceof TypeError || reason instanceof ReadersFailure || reason instanceof ServiceFailure)) throw reason
      tell({ event: 'refused', id, reason: reason.message })
    }
  } else {
    clearTimeout(collecting)
    const { revision } = message.request
    const began = performance.now()
    const lines = await evaluate(message.request, program)
    const took = performance.now() - began
    if (!lines) {
      tell({ event: 'later', revision })
      if (message.fetch) await loadReaders(program)
      return
    }
    tell(shared?.write(revision, { lines, took }) ? { event: 'written', revision } : { event: 'answer', revision, lines, took })
    collectLater()
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  answer(event.data).catch((reason: unknown) => {
    tell({ event: 'crashed', reason: reason instanceof Error ? reason.message : String(reason) })
  })
})

// A promise that nobody awaits can still be the Go program's end.
self.addEventListener('unhandledrejection', (event) => {
  tell({ event: 'crashed', reason: String(event.reason) })
})
