// What the extension is on a desktop and in a browser alike. Which server it starts is theirs.

import * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { replyPage, showReply, type ReplyAsked, type ReplyPage } from '../command/server/names.ts'
import { Replies } from './replies.ts'

/** The texts that may have a pool in them; the server looks which have. */
const languages = ['json', 'jsonc', 'yaml', 'cloudformation', 'terraform', 'typescript', 'javascript', 'python', 'shellscript', 'go', 'java', 'csharp', 'php', 'ruby', 'powershell']

/** Starts a client, and again whenever it is asked to. */
export async function start(context: vscode.ExtensionContext, make: (options: LanguageClientOptions) => BaseLanguageClient): Promise<void> {
  const replies = new Replies((asked: ReplyAsked): Promise<ReplyPage> => client.sendRequest(replyPage, asked))
  const client = make({
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions: { settings: await settings() },
    middleware: {
      // The server would open a file.
      executeCommand: (command, args, next) => command === showReply ? replies.show({ uri: args[0], pool: args[1] }) : next(command, args),
    },
  })
  context.subscriptions.push(
    replies,
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
