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

/** Registers the worker that keeps the page for visits without a network, for the folder that it lies in. */
export function registerServiceWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(trusted(serviceWorkerUrl), { updateViaCache: 'none' })
}
