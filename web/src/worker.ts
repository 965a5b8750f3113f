// The engine's own thread: one engine, one request at a time. It never recovers by itself; the page ends it and starts
// another, since a Go program that has exited or panicked cannot be trusted again.

import type { FromWorker, ToWorker } from './client/protocol.ts'
import { loadEngine, type Engine } from './engine/engine.ts'

let engine: Engine | undefined

function tell(message: FromWorker): void {
  self.postMessage(message)
}

async function answer(message: ToWorker): Promise<void> {
  if (message.op === 'start') {
    engine = await loadEngine({ wasm: message.module })
    tell({ event: 'ready' })
    return
  }
  if (!engine) throw new Error('asked before it was started')
  if (message.op === 'ask') {
    const { id, question } = message
    tell({ event: 'told', id, answer: question.op === 'contract' ? engine.contract() : engine.importDescription(question.text, question.options) })
  } else {
    const { revision, text, options } = message.request
    tell({ event: 'answer', revision, evaluation: engine.evaluate(text, options) })
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
