// The service worker: it keeps the files of one build, so that the page opens and works without a network. It is written
// by hand since the build knows exactly which files there are.
//
// A build is kept whole or not at all, but for a large part that only some visits need: that follows. Every file is held
// against its hash, so that a site that is half deployed never becomes a broken copy. The next build waits beside it until the person asks for it, or until no page is open any more.

import { contents, transfer } from '../core/client/transfer.ts'

interface ExtendableEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface FetchEvent extends ExtendableEvent { readonly request: Request, respondWith(response: Promise<Response>): void }
interface Asked extends ExtendableEvent { readonly data: unknown, readonly ports: readonly MessagePort[] }
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: Asked) => void): void
}

// The types of pages and of service workers exclude each other, and all other files are for pages.
const worker = self as unknown as WorkerScope

/** The folder that the build lies in. */
const folder = worker.registration.scope
const index = new URL('index.html', folder).href

/** The hashes of files, by address. */
const hashesOf = (files: typeof BUILD_FILES): ReadonlyMap<string, string> => new Map(files.map(([name, hash]) => [new URL(name, folder).href, hash]))
const needed = hashesOf(BUILD_FILES)
const later = hashesOf(LATER_FILES)

// Caches belong to an origin, on which another copy of the playground may lie.
const ours = `user-pool-playground ${folder} `
const cacheName = ours + BUILD_VERSION

worker.addEventListener('install', (event) => event.waitUntil(keepMissing(needed)))

worker.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== cacheName) await caches.delete(name)
  }
  // The first page was there before its worker, which it may now count on.
  await worker.clients.claim()
})()))

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting())
  else if (event.data === 'ready?') event.waitUntil(answer(event.ports[0]))
})

/** Says whether all that is needed is kept, and then keeps the rest. */
async function answer(port: MessagePort | undefined): Promise<void> {
  try {
    await keepMissing(needed)
    port?.postMessage(true)
    await keepMissing(later)
  } catch {
    port?.postMessage(false)
  }
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  url.hash = ''
  const visit = request.mode === 'navigate'
  if (visit) url.search = ''
  const address = url.href === folder ? index : url.href
  if (needed.has(address) || later.has(address)) event.respondWith(kept(address, request))
  // Whatever else the host has in this folder is its own; without a network the page is better than an error. Deeper down
  // the page would not find its files.
  else if (visit && url.href.startsWith(folder) && !url.href.slice(folder.length).includes('/')) {
    event.respondWith(fetch(request).catch(() => kept(index, request)))
  }
})

async function kept(address: string, request: Request): Promise<Response> {
  try {
    const cache = await caches.open(cacheName)
    return await cache.match(address) ?? await fetch(request)
  } catch {
    // What cannot be read from the cache, because the browser refuses or lost it, the network may have.
    return fetch(request)
  }
}

/** Fetches what is not in the cache yet. */
async function keepMissing(hashes: ReadonlyMap<string, string>): Promise<void> {
  const cache = await caches.open(cacheName)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  await Promise.all([...hashes].map(async ([address, hash]) => {
    if (!there.has(address)) await cache.put(address, await fetched(address, hash))
  }))
}

async function fetched(address: string, integrity: string): Promise<Response> {
  const program = Object.values(PROGRAMS).find(({ file }) => new URL(file, folder).href === address)
  const get = async (cache: RequestCache): Promise<Response> => {
    if (!program) return fetch(address, { cache, integrity })
    // As the page asks for it, so that it is the browser's own copy that is found, packed or not.
    const response = await transfer(program, folder, { cache })
    return response.ok ? new Response(await new Response(await contents(response, program)).blob(), { headers: { 'Content-Type': 'application/wasm' } }) : response
  }
  let response: Response
  try {
    // Asks the server whether the browser's own copy is still good, which spares a second download of the engine.
    response = await get('no-cache')
  } catch {
    response = await get('reload')
  }
  if (!response.ok) throw new TypeError(`The server answered ${response.status} for ${address}`)
  // The body is unpacked by now, and what came by a redirection may not be given to a visit.
  const headers = new Headers(response.headers)
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name)
  return new Response(await response.blob(), { headers })
}
