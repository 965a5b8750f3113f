// The page's only Trusted Types policy. It lets two script addresses through, the worker's and the service worker's, and
// nothing else.

import { inlinedWorker } from './inlined.ts'

const workerUrl = SINGLE_FILE ? inlinedWorker() : new URL(WORKER_FILE, import.meta.url).href
const serviceWorkerUrl = new URL('sw.js', import.meta.url).href

const policy = window.trustedTypes?.createPolicy('upp', {
  createScriptURL(url) {
    if (url !== workerUrl && url !== serviceWorkerUrl) throw new TypeError(`${url} is neither the engine's worker nor the service worker`)
    return url
  },
})

// The types of what takes an address do not know of trusted ones yet.
const trusted = (url: string): string => (policy?.createScriptURL(url) ?? url) as string

/** Starts a worker for the engine. */
export function createWorker(): Worker {
  return new Worker(trusted(workerUrl), { type: SINGLE_FILE ? 'classic' : 'module', name: 'engine' })
}

/** What the client needs of a worker. */
export type EngineWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'onmessageerror' | 'onerror' | 'terminate'>

/** Joins the worker that the embeds of a document share, or starts it; null where a browser has none to share. */
export function shareWorker(): EngineWorker | null {
  let worker: SharedWorker
  try {
    worker = new SharedWorker(trusted(workerUrl), { type: 'module', name: 'engine' })
  } catch {
    // Chromium on Android has none, and some settings let no frame of another site have one.
    return null
  }
  const { port } = worker
  const joined: EngineWorker = {
    onmessage: null, onmessageerror: null, onerror: null,
    postMessage: (message: unknown) => { port.postMessage(message) },
    terminate() {
      port.postMessage({ op: 'leave' })
      port.close()
    },
  }
  // Each handler is for the worker that has it, which this one only stands for.
  const self = joined as Worker
  port.onmessage = (event) => joined.onmessage?.call(self, event)
  port.onmessageerror = (event) => joined.onmessageerror?.call(self, event)
  worker.onerror = (event) => joined.onerror?.call(self, event as ErrorEvent)
  return joined
}

/** Registers the worker that keeps the page for visits without a network, for the folder that it lies in. */
export function registerServiceWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(trusted(serviceWorkerUrl), { updateViaCache: 'none' })
}
