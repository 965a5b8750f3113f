// The extension in a browser: the server runs in a worker.

import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { start } from './client.ts'

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const at = (file: string): string => vscode.Uri.joinPath(context.extensionUri, file).toString(true)
  return start(context, (options) => {
    const worker = new Worker(at('worker.js'))
    // Where the programs are, a worker whose script came as a blob does not know.
    worker.postMessage({ programs: { wasm: at('server/engine.wasm'), readers: at('server/readers.wasm'), service: at('server/service.wasm') } })
    return new LanguageClient('user-pool', 'User Pool Playground', worker, options)
  })
}
