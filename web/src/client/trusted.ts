// The page's only Trusted Types policy. It lets one script address through, the worker's, and nothing else.

const workerUrl = new URL(WORKER_FILE, import.meta.url).href

const policy = window.trustedTypes?.createPolicy('upp', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`${url} is not the engine's worker`)
    return url
  },
})

/** Starts a worker for the engine. */
export function createWorker(): Worker {
  // The type of Worker's parameter does not know of trusted addresses yet.
  const url = (policy?.createScriptURL(workerUrl) ?? workerUrl) as string
  return new Worker(url, { type: 'module', name: 'engine' })
}
