// The extension on a desktop: the server is the command's, in a process of its own.

import path from 'node:path'
import type * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { start } from './client.ts'

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = path.join(context.extensionPath, 'server', 'command', 'user-pool.js')
  return start(context, (options) => new LanguageClient('user-pool', 'User Pool Playground', { module, args: ['lsp'], transport: TransportKind.stdio, options: { execArgv: [] } }, options))
}
