// The language server: what the engine says, in the language server protocol. It knows no file system and no process, so that
// it runs wherever a connection is.

import { format } from 'jsonc-parser'
import {
  CodeActionKind, CompletionItemKind, DiagnosticSeverity, InsertTextFormat, MarkupKind, MessageType, ShowMessageNotification, TextDocuments, TextDocumentSyncKind,
  type CodeAction, type CodeLens, type CompletionItem, type Connection, type Diagnostic, type DocumentLink, type Hover, type InitializeResult, type InlayHint,
  type TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { skeletonOf } from '../../core/skeleton.ts'
import type { Completion, Engine, Field, Options, Pool, Hover as Known } from '../../engine/engine.ts'
import { Checker, type Around } from '../checker.ts'
import { hasPool, mayHavePool, textEdits, type Finding, type Report } from '../findings.ts'
import { fixAllSafe } from '../fixes.ts'
import { ignoredRules, ignoreEdit } from '../ignores.ts'
import { renderStatic } from '../../static/render.ts'
import { replyPage, showReply, type ReplyAsked, type ReplyPage } from './names.ts'

/** What the server needs of the place where it runs. */
export interface Host {
  /** start gives an engine, and another one where it failed. */
  start(): Promise<Engine>
  version: string
  /** around says what stands around the texts of a workspace, or why that cannot be told. */
  around(folder: string | null): Promise<Around>
  /** given is told what the client says of itself when it begins, where the host cannot find it out; it throws a sentence. */
  given?(options: unknown): void
  /** nameOf is a document's name for the settings' patterns. */
  nameOf(uri: string): string
  /** keep puts a text where the editor can open it, and returns its URI. */
  keep(name: string, text: string): Promise<string>
}

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Information }
const kinds: Record<Completion['kind'], CompletionItemKind> = {
  member: CompletionItemKind.Property, block: CompletionItemKind.Struct, value: CompletionItemKind.Value, placeholder: CompletionItemKind.Variable, arn: CompletionItemKind.Snippet,
}

/** Serves a connection until it ends. */
export function serve(connection: Connection, host: Host): void {
  let engine: Engine
  const documents = new TextDocuments(TextDocument)
  const reports = new Map<string, { version: number, report: Promise<Report | null> }>()
  let checker: Checker
  let around: Around
  let options: Options = {}
  let folder: string | null = null
  let showsDocuments = false

  async function prepare(): Promise<void> {
    try {
      around = await host.around(folder)
    } catch (reason) {
      // As a notification: a request wants an answer, for which not every client waits here.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: `user-pool: ${(reason as Error).message}` })
      around = { options: {}, packs: [], explain: () => null, heed: () => {} }
    }
    options = around.options
    checker = new Checker(engine, around)
  }

  /** The report on a document as it is now, made once for each of its versions; null where no pool is in it. */
  function reportOf(document: TextDocument): Promise<Report | null> {
    const known = reports.get(document.uri)
    if (known?.version === document.version) return known.report
    const text = document.getText()
    const name = host.nameOf(document.uri)
    const report = mayHavePool(name, text) ? checker.report(name, text).then((made) => hasPool(name, made) ? made : null) : Promise.resolve(null)
    reports.set(document.uri, { version: document.version, report })
    return report
  }

  /** The document, where it is a request in JSON, which the engine completes, explains and lays out. */
  async function requestOf({ uri }: { uri: string }): Promise<TextDocument | null> {
    const document = documents.get(uri)
    return document && (await reportOf(document))?.language === 'request' ? document : null
  }

  /** What is known of a place in a text in another language: that of the innermost value of the request there. */
  function hoverElsewhere({ checked }: Report, offset: number): Known | null {
    const [here] = checked.flatMap(({ places }) => Object.entries(places)).filter(([, [from, to]]) => from <= offset && offset <= to)
      .sort(([, [a, b]], [, [c, d]]) => (b - a) - (d - c))
    if (!here) return null
    const [pointer, [from, to]] = here
    const { request, offset: at } = skeletonOf(pointer)
    const known = engine.hover(request, at, options)
    return known && { ...known, from, to }
  }

  async function publish(document: TextDocument): Promise<void> {
    const { version } = document
    // What is typed at once is checked once.
    await new Promise((resolve) => setTimeout(resolve))
    if (documents.get(document.uri)?.version !== version) return
    const findings = (await reportOf(document))?.findings ?? []
    if (documents.get(document.uri)?.version !== version) return
    await connection.sendDiagnostics({ uri: document.uri, version, diagnostics: findings.filter(({ ignored }) => ignored === undefined).map((finding) => diagnosticOf(document, finding)) })
  }

  function diagnosticOf(document: TextDocument, finding: Finding): Diagnostic {
    const link = finding.links[0] ?? around.explain(finding.rule)?.links[0]
    return {
      range: rangeOf(document, finding), severity: severities[finding.severity], source: 'user-pool', code: finding.rule, message: finding.message,
      ...(link ? { codeDescription: { href: link } } : {}),
      ...(finding.related.length > 0 ? { relatedInformation: finding.related.map((each) => ({ location: { uri: document.uri, range: rangeOf(document, each) }, message: each.message })) } : {}),
    }
  }

  connection.onInitialize(async ({ workspaceFolders, rootUri, capabilities, initializationOptions }): Promise<InitializeResult> => {
    folder = workspaceFolders?.[0]?.uri ?? rootUri ?? null
    showsDocuments = capabilities.window?.showDocument?.support === true
    engine = await host.start()
    try {
      host.given?.(initializationOptions)
    } catch (reason) {
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: `user-pool: ${(reason as Error).message}` })
    }
    await prepare()
    return {
      serverInfo: { name: 'user-pool', version: host.version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
        completionProvider: { triggerCharacters: ['"', ':', '{', '['] },
        hoverProvider: true,
        documentLinkProvider: {},
        documentFormattingProvider: true,
        inlayHintProvider: true,
        codeLensProvider: {},
        executeCommandProvider: { commands: [showReply] },
      },
    }
  })

  const publishSoon = (document: TextDocument): void => {
    publish(document).catch(async (reason: unknown) => {
      connection.console.error(`${document.uri} cannot be checked: the engine failed. ${String(reason)}`)
      reports.clear()
      engine = await host.start()
      await prepare()
    })
  }

  documents.onDidChangeContent(({ document }) => publishSoon(document))
  documents.onDidClose(({ document: { uri } }) => {
    reports.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  // Settings may have changed with it.
  documents.onDidSave(async ({ document }) => {
    if (!document.uri.endsWith('/user-pool.json')) return
    await prepare()
    reports.clear()
    documents.all().forEach(publishSoon)
  })

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { diagnostics, only } }): Promise<CodeAction[]> => {
    const document = documents.get(uri)
    const report = document && await reportOf(document)
    if (!document || !report) return []
    const text = document.getText()
    const wanted = (kind: string): boolean => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`))
    const actionOf = (title: string, kind: string, edits: TextEdit[], finding?: Finding): CodeAction => ({
      title, kind, edit: { changes: { [uri]: edits } },
      ...(finding ? { diagnostics: diagnostics.filter(({ code }) => code === finding.rule) } : {}),
    })
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)]
    const here = wanted(CodeActionKind.QuickFix) ? report.findings.filter((finding) => finding.ignored === undefined && finding.from <= to && from <= finding.to) : []
    const actions = here.flatMap((finding) => finding.fixes.map(({ title, edits, safe }) => ({ ...actionOf(title, CodeActionKind.QuickFix, textEdits(document, edits), finding), ...(safe ? { isPreferred: true } : {}) })))
    for (const finding of here) {
      const edit = ignoreEdit(text, report.language, finding)
      if (edit) actions.push(actionOf(`Ignore ${finding.rule} here`, CodeActionKind.QuickFix, textEdits(document, [edit]), finding))
    }
    if (wanted(CodeActionKind.SourceFixAll)) {
      const name = host.nameOf(uri)
      const fixed = await fixAllSafe(text, async (now) => (now === text ? report : await checker.report(name, now)).findings)
      if (fixed.text !== text) actions.push(actionOf('Fix all that can be fixed safely', CodeActionKind.SourceFixAll, [{ range: rangeOf(document, { from: 0, to: text.length }), newText: fixed.text }]))
    }
    return actions
  })

  connection.onCompletion(async ({ textDocument, position }): Promise<CompletionItem[]> => {
    const document = documents.get(textDocument.uri)
    // A pool may only be recognised by what is being typed.
    if (!document || !mayHavePool(host.nameOf(document.uri), document.getText())) return []
    return (await engine.completeText(document.getText(), document.offsetAt(position), options)).map((completion, index) => completionOf(document, completion, index))
  })

  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri)
    const report = document && await reportOf(document)
    if (!document || !report) return null
    const offset = document.offsetAt(position)
    const known = report.language === 'request' ? engine.hover(document.getText(), offset, options) : hoverElsewhere(report, offset)
    return known ? { contents: { kind: MarkupKind.Markdown, value: hoverText(known) }, range: rangeOf(document, known) } : null
  })

  connection.onDocumentLinks(({ textDocument: { uri } }): DocumentLink[] => {
    const document = documents.get(uri)
    if (!document) return []
    return ignoredRules(document.getText()).flatMap(({ rule, from, to }) => {
      const target = around.explain(rule)?.links[0]
      return target ? [{ range: rangeOf(document, { from, to }), target, tooltip: around.explain(rule)!.message }] : []
    })
  })

  connection.onDocumentFormatting(async ({ textDocument, options: { tabSize, insertSpaces } }): Promise<TextEdit[]> => {
    const document = await requestOf(textDocument)
    if (!document) return []
    return format(document.getText(), undefined, { tabSize, insertSpaces, eol: document.getText().includes('\r\n') ? '\r\n' : '\n' })
      .map(({ offset, length, content }) => ({ range: rangeOf(document, { from: offset, to: offset + length }), newText: content }))
  })

  connection.languages.inlayHint.on(async ({ textDocument, range }): Promise<InlayHint[]> => {
    const document = await requestOf(textDocument)
    if (!document) return []
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)]
    return hintsOf(engine.form(document.getText(), options).fields).filter(({ at }) => from <= at && at <= to).map(({ at, label }) => ({ position: document.positionAt(at), label, paddingLeft: true }))
  })

  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
    const document = documents.get(uri)
    const report = document && await reportOf(document)
    if (!document || !report) return []
    return report.checked.flatMap(({ pools, pool, reply }) => {
      if (pool < 0) return []
      const each = pools[pool] as Pool
      const title = reply.status === 200 ? 'Reply: a user pool' : `Reply: ${(JSON.parse(reply.body) as { __type?: string }).__type ?? reply.status}`
      return [{ range: rangeOf(document, { from: each.from, to: each.from }), command: { title, command: showReply, arguments: [uri, each.id] } }]
    })
  })

  connection.onExecuteCommand(async ({ command, arguments: [uri, pool] = [] }): Promise<string | null> => {
    const document = command === showReply && typeof uri === 'string' ? documents.get(uri) : undefined
    const report = document && await reportOf(document)
    const checked = report?.checked.find((each) => pool === undefined || each.pools[each.pool]?.id === pool)
    if (!checked) return null
    const text = `${JSON.stringify(JSON.parse(checked.reply.body), null, 2)}\n`
    if (showsDocuments) await connection.window.showDocument({ uri: await host.keep('reply.json', text), takeFocus: false })
    return text
  })

  connection.onRequest(replyPage, async ({ uri, pool }: ReplyAsked): Promise<ReplyPage> => {
    const document = documents.get(uri)
    const report = document && await reportOf(document)
    if (!document || !report?.checked.some(({ pools, pool: at }) => pools[at]?.id === pool)) return null
    if (report.language !== 'request') await engine.loadReaders()
    const { html, css } = renderStatic(engine, document.getText(), { ...options, resource: pool })
    return { html, css }
  })

  documents.listen(connection)
  connection.listen()
}

function rangeOf(document: TextDocument, { from, to }: { from: number, to: number }): { start: ReturnType<TextDocument['positionAt']>, end: ReturnType<TextDocument['positionAt']> } {
  return { start: document.positionAt(from), end: document.positionAt(to) }
}

function completionOf(document: TextDocument, { label, kind, detail, documentation, edits, from, to, deprecated }: Completion, index: number): CompletionItem {
  const whole = (edit: { from: number, to: number }): boolean => edit.from <= from && edit.to >= to
  const main = edits.find(whole) ?? { from, to, insert: label }
  return {
    label, kind: kinds[kind], detail, documentation, insertTextFormat: InsertTextFormat.PlainText,
    // What was typed is within the quotes that the edit covers.
    filterText: document.getText().slice(main.from, from) + label,
    // The engine's order is the likeliest first.
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: rangeOf(document, main), newText: main.insert },
    ...(edits.length > 1 ? { additionalTextEdits: textEdits(document, edits.filter((edit) => edit !== main)) } : {}),
    ...(deprecated ? { deprecated } : {}),
  }
}

function hoverText({ name, shape, description, limits, values, absent, update, rules, links }: Known): string {
  return [
    `**${name}** (${shape})`, description, ...limits.map((limit) => `- ${limit}`),
    ...(values.length > 0 ? [`One of ${values.map(({ value }) => `\`${value}\``).join(', ')}`] : []),
    ...(absent === undefined ? [] : [`Left out: \`${absent}\``]),
    ...(update ? [update] : []), ...rules.map(({ id, message }) => `- \`${id}\`: ${message}`), ...links.map((link) => `<${link}>`),
  ].join('\n\n')
}

/** What the blocks that are given leave out and the service fills in, behind each block's bracket. */
function hintsOf(fields: readonly Field[]): { at: number, label: string }[] {
  return fields.flatMap((field) => {
    if (!field.given || field.misfit) return []
    const left = field.type === 'structure' ? field.fields.filter(({ given, default: filled }) => !given && filled !== '' && !/^[{[]/.test(filled)) : []
    return [
      ...(left.length > 0 ? [{ at: field.from + 1, label: left.map(({ name, default: filled }) => `${name}: ${filled}`).join(', ') }] : []),
      ...hintsOf(field.fields),
    ]
  })
}
