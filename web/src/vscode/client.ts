// What the extension is on a desktop and in a browser alike. Which server it starts is theirs.

import * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { showReply } from '../command/server/names.ts'

/** The texts that may have a pool in them; the server looks which have. */
const languages = ['json', 'jsonc', 'yaml', 'cloudformation', 'terraform', 'typescript', 'javascript', 'python', 'shellscript', 'go', 'java', 'csharp', 'php', 'ruby', 'powershell']

const scheme = 'user-pool-reply'

/** Starts a client, and again whenever it is asked to. */
export async function start(context: vscode.ExtensionContext, make: (options: LanguageClientOptions) => BaseLanguageClient): Promise<void> {
  const replies = new Map<string, string>()
  const changed = new vscode.EventEmitter<vscode.Uri>()
  const options: LanguageClientOptions = {
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions: { showsReply: true, settings: await settings() },
    middleware: {
      // The reply opens beside the text, and is not a file of its own.
      async executeCommand(command, args, next) {
        const text = await next(command, args) as string | null
        if (command !== showReply || typeof text !== 'string') return text
        const uri = vscode.Uri.from({ scheme, path: '/reply.json', query: JSON.stringify(args) })
        replies.set(uri.toString(), text)
        changed.fire(uri)
        await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true })
        return text
      },
    },
  }
  const client = make(options)
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(scheme, { onDidChange: changed.event, provideTextDocumentContent: (uri) => replies.get(uri.toString()) ?? '' }),
    vscode.commands.registerCommand('user-pool.restart', async () => {
      await client.stop()
      await client.start()
    }),
    { dispose: () => void client.dispose() },
  )
  await client.start()
}

/** The text of the workspace's user-pool.json, which a server in a browser cannot read itself; null for none. */
async function settings(): Promise<string | null> {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) return null
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, 'user-pool.json')))
  } catch {
    return null
  }
}
