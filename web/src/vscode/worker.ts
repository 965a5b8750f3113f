// The language server in a worker, over messages.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { packs as published } from '../audit/packs.ts'
import { explainer } from '../command/explained.ts'
import { ignoreIt } from '../command/findings.ts'
import { serve } from '../command/server/server.ts'
import { version } from '../command/version.ts'
import { loadEngine, type Engine, type Options } from '../engine/engine.ts'

interface Programs { wasm: string, readers: string, service: string }

/** What of user-pool.json counts here: ignores by the rule and the whole file, surroundings, and the published packs. */
interface Written {
  surroundings?: Options
  parameters?: Record<string, string>
  packs?: string[]
  ignores?: { rule: string, reason: string, files?: string[], pointer?: string }[]
}

self.addEventListener('message', ({ data }: MessageEvent<{ programs: Programs }>) => begin(data.programs), { once: true })

function begin({ wasm, readers, service }: Programs): void {
  // A worker's own scope sends and hears messages as a port does.
  const scope = self as unknown as MessagePort
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope))
  let contract: ReturnType<Engine['contract']> | undefined
  let written: Written = {}
  serve(connection, {
    version,
    async start() {
      const engine = await loadEngine({ wasm: new URL(wasm), readers: new URL(readers), service: new URL(service) })
      contract ??= engine.contract()
      return engine
    },
    given(options) {
      const { settings } = (options ?? {}) as { settings?: string | null }
      if (typeof settings !== 'string') return
      try {
        written = JSON.parse(settings) as Written
      } catch (reason) {
        throw new Error(`user-pool.json is no JSON: ${(reason as Error).message}`, { cause: reason })
      }
    },
    async around() {
      const named = published.filter(({ id }) => written.packs?.includes(id))
      return {
        options: { ...written.surroundings, ...(written.parameters ? { parameters: written.parameters } : {}) }, packs: named, explain: explainer(contract!, published),
        heed(_, findings) {
          for (const { rule, reason, files, pointer } of written.ignores ?? []) {
            if (files) continue // their patterns are relative to a folder, which is none here
            for (const finding of findings) if (finding.rule === rule && (pointer === undefined || finding.pointer === pointer)) ignoreIt(finding, 'settings', reason)
          }
        },
      }
    },
    nameOf: (uri) => decodeURIComponent(new URL(uri).pathname),
    keep: () => Promise.reject(new Error('the client shows the reply')),
  })
}
