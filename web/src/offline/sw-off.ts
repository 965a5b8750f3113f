// What is deployed in the place of the service worker to be rid of it, by `make build OFFLINE=off`: it deletes what was
// kept and takes itself away. To remove sw.js from the server would not do: browsers keep the worker that they have.

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void): void
}

const worker = self as unknown as WorkerScope

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))

worker.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`user-pool-playground ${worker.registration.scope} `)) await caches.delete(name)
  }
  // Open pages are left alone; they go to the network from here on.
  await worker.registration.unregister()
})()))

export {}
