// user-pool lsp: the language server over the standard input and output.

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { Engine } from '../engine/engine.ts'
import { explainer } from './explained.ts'
import { exit } from './failures.ts'
import { packsOf } from './named-packs.ts'
import { startEngine, type Subcommand } from './run.ts'
import { serve } from './server/server.ts'
import { settingsFor } from './settings.ts'
import { version } from './version.ts'
import { packs } from '../audit/packs.ts'

export const command: Subcommand = {
  usage: 'user-pool lsp',
  stays: true,
  about: 'serve an editor, by the language server protocol over standard input and output',
  options: { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } },
  help: { stdio: '  what editors say; it changes nothing', clientProcessId: 'NUMBER  what Visual Studio Code says: the server ends when that process has ended' },
  async run() {
    let contract: ReturnType<Engine['contract']> | undefined
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
    // What is printed beside the protocol would break it.
    console.log = console.info = (...words) => connection.console.log(words.join(' '))
    let kept: Promise<string> | undefined
    serve(connection, {
      version,
      async start() {
        const engine = await startEngine()
        contract ??= engine.contract()
        return engine
      },
      async around(folder) {
        const settings = await settingsFor(undefined, folder?.startsWith('file:') ? fileURLToPath(folder) : process.cwd())
        const named = await packsOf(settings.written.packs ?? [], settings.folder)
        return { options: settings.options, packs: named, explain: explainer(contract!, [...named, ...packs]), heed: (name, findings) => settings.heed(name, findings) }
      },
      nameOf: (uri) => uri.startsWith('file:') ? fileURLToPath(uri) : uri,
      async keep(name, text) {
        const file = path.join(await (kept ??= mkdtemp(path.join(tmpdir(), 'user-pool-'))), name)
        await writeFile(file, text)
        return pathToFileURL(file).href
      },
    })
    await new Promise((resolve) => process.stdin.once('close', resolve))
    return exit.clean
  },
}
