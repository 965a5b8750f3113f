// embed.html: the playground without its bar, at the service of the page around it.

import './core/no-storage.ts'
import { effect } from '@preact/signals'
import { awaiting, readOnly } from './core/embedding.ts'
import { evaluation, loadEngine, problems, reply, request } from './core/store.ts'
import { fetchLaterBy } from './core/ui/later.tsx'
import { UserPoolPlayground } from './element.tsx'
import { isPosted, protocol, type FromEmbed } from './embed/protocol.ts'
import type { EmbedResult } from './embed/result.ts'
import { embed, showReply } from './embed/wishes.ts'
import { longestText, refusedText } from './import/import.ts'
import { editor, replaceAll } from './request/current.ts'
import { setTheme } from './theme/theme.ts'

fetchLaterBy(() => import('./later.ts'))
embed(new URLSearchParams(location.search))

// Several on one page would fetch the engine at the same time; one after the other, the later ones find it in the cache.
const locks: LockManager | undefined = navigator.locks
if (locks) {
  void locks.request('user-pool-playground-engine', () => Promise.race([
    loadEngine(),
    new Promise((resolve) => setTimeout(resolve, 30_000)),
  ])).catch(() => loadEngine())
} else {
  void loadEngine()
}

customElements.define('user-pool-playground', UserPoolPlayground)

/** The page around, once it has said hello. */
let host: string | null = null

/** The text that the page around knows of. */
let told: string | null = null

function tell(message: FromEmbed): void {
  const anyone = message.type === 'ready' || message.type === 'height'
  if (parent === window || host === null && !anyone) return
  parent.postMessage({ protocol, ...message }, anyone || host === null ? '*' : host)
}

function resultNow(): EmbedResult {
  const count = (severity: string): number => problems.value.filter((problem) => problem.severity === severity).length
  return {
    status: reply.value?.status ?? 0, errors: count('error'), warnings: count('warning'), notes: count('note'), body: reply.value?.body ?? '',
  }
}

const textNow = (): string => request.peek().doc?.toString() ?? ''

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  // Only the page around is listened to, and always the same one.
  if (source !== parent || parent === window || !isPosted(data) || host !== null && origin !== host) return
  const message = data as { type: string, text?: unknown, id?: unknown, theme?: unknown, view?: unknown }
  // A page opened from a file, or in a sandbox, has no origin to name.
  host ??= origin === 'null' ? '*' : origin
  switch (message.type) {
    case 'hello':
      tell({ type: 'ready' })
      break
    case 'set-request':
      if (typeof message.text !== 'string') break
      refusedText.value = null
      if (message.text.length > longestText) {
        refusedText.value = 'The request for this place is over 1 MB long, and is not shown.'
        break
      }
      told = message.text
      replaceAll(message.text, !awaiting.peek())
      awaiting.value = false
      break
    case 'read':
      if (typeof message.id === 'number') tell({ type: 'answer', id: message.id, text: textNow(), result: resultNow() })
      break
    case 'set-theme':
      setTheme(message.theme)
      break
    case 'set-view':
      showReply(message.view)
      break
    case 'focus':
      if (!readOnly.peek()) editor.peek()?.focus()
      break
  }
})

effect(() => {
  const text = request.value.doc?.toString()
  if (text === undefined || text === told) return
  if (told !== null) tell({ type: 'change', text })
  told = text
})
effect(() => {
  // The text is that of the evaluation, which lags behind the typing.
  const now = evaluation.value
  if (now) tell({ type: 'result', text: now.doc.toString(), result: resultNow() })
})

// The request's own height is what decides how high the whole would like to be.
effect(() => {
  const lines = request.value.doc?.lines ?? 0
  tell({ type: 'height', height: Math.min(720, Math.max(440, 230 + lines * 20)) })
})
tell({ type: 'ready' })
