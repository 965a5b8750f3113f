// Whether the page works without a network, and whether a newer build waits to be taken. Where a service worker cannot
// be had (no TLS, storage refused, a frame, a file), nothing is said and the page works as before.

import { effect, signal } from '@preact/signals'
import { registerServiceWorker } from '../core/client/trusted.ts'
import { phase } from '../core/store.ts'
import { settleDraft } from '../draft/keeping.ts'

/** True when the page would open without a network. */
export const readyOffline = signal(false)

/** True when a newer build is there, which a reload brings. */
export const newVersion = signal(false)

const lookAgainAfter = 3_600_000

let registration: ServiceWorkerRegistration | undefined
let taking = false

/** Keeps the page for visits without a network, once it has what it needs itself. */
export function startOffline(): void {
  // In a frame the page is a part of another, on which it should leave nothing behind.
  if (!OFFLINE || !navigator.serviceWorker || window.top !== window) return
  const stop = effect(() => {
    if (phase.value.name !== 'ready') return
    queueMicrotask(() => stop())
    if (document.readyState === 'complete') void start()
    else addEventListener('load', () => void start(), { once: true })
  })
}

async function start(): Promise<void> {
  const { serviceWorker } = navigator
  let controlled = Boolean(serviceWorker.controller)
  serviceWorker.addEventListener('controllerchange', () => {
    if (taking) location.reload()
    // Another window took the newer build, and with it what this one still has to load.
    else if (controlled) newVersion.value = true
    controlled = true
    void askWhetherReady()
  })
  try {
    registration = await registerServiceWorker()
  } catch {
    return
  }
  // What blocks service workers in a browser may resolve to nothing.
  if (!registration) return
  const look = (): void => {
    if (registration?.waiting && serviceWorker.controller) newVersion.value = true
  }
  look()
  registration.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', look))
  // Not by the clock, which may be set back by years.
  let looked = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - looked < lookAgainAfter) return
    looked = performance.now()
    registration?.update().catch(() => {})
  })
  await askWhetherReady()
}

async function askWhetherReady(): Promise<void> {
  const worker = navigator.serviceWorker.controller
  if (!worker) return
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = (event: MessageEvent<unknown>) => {
    readyOffline.value = event.data === true
    port1.close()
  }
  worker.postMessage('ready?', [port2])
}

/** Reloads the page with the newer build. The text is kept. */
export function takeNewVersion(): void {
  settleDraft()
  if (!registration?.waiting) {
    location.reload()
    return
  }
  taking = true
  registration.waiting.postMessage('take over')
}
