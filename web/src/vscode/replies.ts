// The replies that stand open beside their texts. Each is a page without scripts, made of what the server writes, and follows
// its text while that changes.

import * as vscode from 'vscode'
import type { ReplyAsked, ReplyPage } from '../command/server/names.ts'

/** How long a reply waits for the next letter, in ms: the editor loads the page anew for each. */
const pause = 150

/** The editor's own colours and fonts around the static answer, which fills the panel. */
const around = `body { padding: 0; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
.user-pool-static { --user-pool-mono: var(--vscode-editor-font-family); --user-pool-edge: var(--vscode-panel-border); --user-pool-height: none; --user-pool-radius: 0; margin: 0; border: 0; font-size: 1em; }`

interface Open { panel: vscode.WebviewPanel, asked: ReplyAsked, shown: string }

export class Replies implements vscode.Disposable {
  readonly #open = new Map<string, Open>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #changes: vscode.Disposable

  constructor(private readonly ask: (asked: ReplyAsked) => Promise<ReplyPage>) {
    this.#changes = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const uri = document.uri.toString()
      clearTimeout(this.#timers.get(uri))
      this.#timers.set(uri, setTimeout(() => {
        this.#timers.delete(uri)
        for (const each of this.#open.values()) if (each.asked.uri === uri) this.#update(each).catch(() => {}) // while the server starts again, the page stays
      }, pause))
    })
  }

  /** Opens the reply for a pool, or brings its panel to the front. */
  async show(asked: ReplyAsked): Promise<void> {
    const key = JSON.stringify(asked)
    let open = this.#open.get(key)
    if (open) open.panel.reveal(undefined, true)
    else {
      const file = vscode.Uri.parse(asked.uri).path.replace(/^.*\//, '')
      const panel = vscode.window.createWebviewPanel('user-pool.reply', `Reply: ${file}`, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: false, localResourceRoots: [] })
      open = { panel, asked, shown: '' }
      this.#open.set(key, open)
      panel.onDidDispose(() => this.#open.delete(key))
    }
    await this.#update(open)
  }

  async #update(open: Open): Promise<void> {
    const uri = open.asked.uri
    // A text that was closed keeps its last reply.
    if (!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri)) return
    const page = await this.ask(open.asked)
    const html = page ? page.html : '<p>The text has no such pool now.</p>'
    if (html === open.shown || this.#open.get(JSON.stringify(open.asked)) !== open) return
    open.shown = html
    open.panel.webview.html = pageOf(html, page?.css ?? '')
  }

  dispose(): void {
    this.#changes.dispose()
    for (const timer of this.#timers.values()) clearTimeout(timer)
    for (const { panel } of [...this.#open.values()]) panel.dispose()
  }
}

/** A page that runs nothing, loads nothing and has only these styles. */
function pageOf(html: string, css: string): string {
  const nonce = crypto.randomUUID()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>Reply</title>
<style nonce="${nonce}">${css}
${around}</style>
</head>
<body>${html}</body>
</html>`
}
