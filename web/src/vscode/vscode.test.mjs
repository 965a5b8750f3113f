// The extension for Visual Studio Code as it is packed: its server as a browser runs it, spoken to as a client does, and its
// server for a desktop. No editor runs here; editor.test.mjs has a real one.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { plainHost } from '../../test/plain-host.mjs'
import { stage } from '../../test/stage.mjs'

const it = stage()
const built = fileURLToPath(new URL('../../build/vscode/', import.meta.url))
if (!existsSync(path.join(built, 'package.json'))) throw new Error('The extension is not made: run make extension first')
const manifest = JSON.parse(readFileSync(path.join(built, 'package.json'), 'utf8'))
const text = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "ON",\n}\n'

test('the package has what its manifest names, and its two entries begin', () => {
  const list = execFileSync('unzip', ['-Z1', path.join(built, '..', `${manifest.name}-${manifest.version}.vsix`)], { encoding: 'utf8' }).split('\n')
  for (const file of ['node.js', 'browser.js', 'worker.js', 'server/engine.wasm', 'server/readers.wasm', 'server/service.wasm', 'server/command/user-pool.js', 'create-user-pool.draft-07.schema.json']) assert.ok(list.includes(`extension/${file}`), file)
  for (const file of [manifest.main, manifest.browser, manifest.contributes.jsonValidation[0].url]) assert.ok(existsSync(path.join(built, file)), file)
  // What the editor gives its extensions: here, anything that is asked for.
  const anything = new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '1.91.0' : name === 'prototype' ? Object.prototype : anything), apply: () => anything, construct: () => ({}) })
  const require = createRequire(import.meta.url)
  const Module = require('node:module')
  const load = Module._load
  Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest))
  try {
    for (const file of [manifest.main, manifest.browser]) assert.equal(typeof require(path.join(built, file)).activate, 'function', file)
  } finally {
    Module._load = load
  }
})

test('in a browser the server tells problems, mends them, completes, and answers the lens', async () => {
  const { base, stop } = await plainHost(built)
  const { page, close } = await it.open({ base, address: 'package.json', wait: false })
  const found = await page.evaluate(async ({ base, text }) => {
    const at = (file) => new URL(file, base).href
    // As an editor in a browser does: the script comes from a blob, whose place says nothing of where the rest is.
    const script = await (await fetch(at('worker.js'))).blob()
    const worker = new Worker(URL.createObjectURL(script))
    worker.postMessage({ programs: { wasm: at('server/engine.wasm'), readers: at('server/readers.wasm'), service: at('server/service.wasm') } })
    const answers = new Map()
    const heard = []
    let told
    const diagnostics = new Promise((resolve) => { told = resolve })
    worker.onmessage = ({ data }) => {
      if (data.id !== undefined && answers.has(data.id)) answers.get(data.id)(data.result)
      else heard.push(data)
      if (data.method === 'textDocument/publishDiagnostics') told(data.params.diagnostics)
    }
    let last = 0
    const ask = (method, params) => new Promise((resolve) => {
      answers.set(++last, resolve)
      worker.postMessage({ jsonrpc: '2.0', id: last, method, params })
    })
    const tell = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params })
    const settings = JSON.stringify({ ignores: [{ rule: 'trailing-comma', reason: 'ours' }] })
    const { capabilities } = await ask('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions: { settings } })
    tell('initialized', {})
    const uri = 'vscode-test-web://mount/shop.user-pool.json'
    tell('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } })
    const problems = await diagnostics
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    const textDocument = { uri }
    const actions = await ask('textDocument/codeAction', { textDocument, range: whole, context: { diagnostics: problems } })
    const completions = await ask('textDocument/completion', { textDocument, position: { line: 2, character: 24 } })
    const [lens] = await ask('textDocument/codeLens', { textDocument })
    const [, pool] = lens.command.arguments
    const page = await ask('user-pool/replyPage', { uri, pool })
    const none = await ask('user-pool/replyPage', { uri, pool: 'none' })
    return { hints: capabilities.inlayHintProvider, problems: problems.map(({ code }) => code), actions: actions.map(({ title }) => title), completions: completions.map(({ label }) => label), lens: lens.command.title, page, none }
  }, { base, text })
  assert.equal(found.hints, true)
  assert.ok(found.problems.includes('mfa-needs-sms') && !found.problems.includes('trailing-comma'), `${found.problems}`)
  assert.ok(found.actions.includes('Make the pool with OFF, and call SetUserPoolMfaConfig then'), `${found.actions}`)
  assert.ok(found.completions.includes('OPTIONAL'), `${found.completions}`)
  assert.equal(found.lens, 'Reply: SerializationException')
  assert.match(found.page.html, /^<div class="user-pool-static">.*SerializationException/)
  assert.match(found.page.css, /^\.user-pool-static/)
  assert.equal(found.none, null)
  await close()
  await stop()
})

test('on a desktop the server that it starts is the command', async () => {
  const server = spawn(process.execPath, [path.join(built, 'server', 'command', 'user-pool.js'), 'lsp', '--stdio'], { cwd: it.folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const told = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve))
  connection.listen()
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { settings: null } })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///shop.user-pool.json', languageId: 'json', version: 1, text } })
  assert.ok((await told).diagnostics.some(({ code }) => code === 'mfa-needs-sms'))
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  assert.equal(await new Promise((resolve) => server.on('exit', resolve)), 0)
  connection.dispose()
})
