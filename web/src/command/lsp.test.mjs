// The language server, as a client speaks to it. editors.test.mjs has it in editors.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { bin, folderWith } from '../../test/command.mjs'

const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "ON",\n}\n'
const template = 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      MfaConfiguration: "ON" # user-pool-ignore mfa-needs-sms: later\n  B:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: b\n      MfaConfiguration: "ON"\n'

/** Starts the server for a folder, and returns what a test says and hears. */
async function client(files = {}) {
  const { folder, at } = folderWith(files)
  const server = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const published = []
  const waiting = []
  const shown = []
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    published.push(params)
    for (const each of waiting.splice(0)) each()
  })
  connection.onRequest('window/showDocument', (params) => (shown.push(params), { success: true }))
  connection.onNotification('window/showMessage', (params) => shown.push(params))
  connection.listen()
  const { capabilities } = await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, workspaceFolders: null, capabilities: { window: { showDocument: { support: true } } } })
  await connection.sendNotification('initialized', {})
  const uri = (name) => pathToFileURL(at(name)).href
  return {
    connection, capabilities, uri, shown,
    open: (name, text) => connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(name), languageId: 'x', version: 1, text } }),
    change: (name, version, text) => connection.sendNotification('textDocument/didChange', { textDocument: { uri: uri(name), version }, contentChanges: [{ text }] }),
    /** The diagnostics of a version of a document. */
    async diagnostics(name, version = 1) {
      for (;;) {
        const found = published.find((params) => params.uri === uri(name) && params.version === version)
        if (found) return found.diagnostics
        await new Promise((resolve) => waiting.push(resolve))
      }
    },
    ask: (method, name, params = {}) => connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uri(name) }, ...params }),
    async end() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      const status = await new Promise((resolve) => server.on('exit', resolve))
      connection.dispose()
      assert.equal(status, 0)
    },
  }
}

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
const applied = (text, edits) => TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits)

test('diagnostics come with a code and a link, and go with the problem', async () => {
  const it = await client()
  await it.open('a.json', bad)
  const diagnostics = await it.diagnostics('a.json')
  assert.deepEqual(diagnostics.map(({ code, severity, source, range }) => [code, severity, source, range.start.line]), [['mfa-needs-sms', 1, 'user-pool', 2], ['trailing-comma', 1, 'user-pool', 2]])
  assert.match(diagnostics[0].codeDescription.href, /^https:/)
  await it.change('a.json', 2, '{"PoolName": "shop"}')
  assert.deepEqual(await it.diagnostics('a.json', 2), [])
  // A file that has nothing of a pool in it is left alone.
  await it.open('b.json', '{"name": "x"}')
  assert.deepEqual(await it.diagnostics('b.json'), [])
  await it.end()
})

test('a comment ignores, and its rule is a link', async () => {
  const it = await client()
  await it.open('t.yaml', template)
  assert.deepEqual((await it.diagnostics('t.yaml')).map(({ code, range }) => [code, range.start.line]), [['mfa-needs-sms', 10]])
  const [link] = await it.ask('documentLink', 't.yaml')
  assert.equal(template.split('\n')[link.range.start.line].slice(link.range.start.character, link.range.end.character), 'mfa-needs-sms')
  assert.match(link.target, /^https:/)
  await it.end()
})

test('code actions fix one, fix all that is safe, and ignore with a reason', async () => {
  const it = await client()
  await it.open('a.json', bad)
  await it.open('t.yaml', template)
  const at = (line) => ({ range: { start: { line, character: 0 }, end: { line, character: 99 } }, context: { diagnostics: [] } })
  const inJson = await it.ask('codeAction', 'a.json', at(2))
  assert.deepEqual(inJson.map(({ title, kind }) => [title, kind]), [
    ['Make the pool with OFF, and call SetUserPoolMfaConfig then', 'quickfix'], ['Add an SmsConfiguration to fill in', 'quickfix'], ['Remove the comma', 'quickfix'], ['Fix all that can be fixed safely', 'source.fixAll'],
  ])
  const after = (action, name, text) => applied(text, action.edit.changes[it.uri(name)])
  assert.deepEqual(JSON.parse(after(inJson[3], 'a.json', bad)), { PoolName: 'shop', MfaConfiguration: 'ON' })
  assert.match(after(inJson[0], 'a.json', bad), /"MfaConfiguration": "OFF"/)
  const all = await it.ask('codeAction', 'a.json', { ...at(0), context: { diagnostics: [], only: ['source.fixAll'] } })
  assert.equal(all.length, 1)
  const ignoring = (await it.ask('codeAction', 't.yaml', at(10))).find(({ title }) => title === 'Ignore mfa-needs-sms here')
  const ignored = after(ignoring, 't.yaml', template)
  await it.change('t.yaml', 2, ignored)
  assert.deepEqual(await it.diagnostics('t.yaml', 2), [])
  await it.end()
})

test('completion and hover in a template, in its own words', async () => {
  const it = await client()
  const text = 'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      UsernameAttributes: [email]\n      Mfa\n'
  await it.open('t.yaml', text)
  const names = await it.ask('completion', 't.yaml', { position: { line: 6, character: 9 } })
  const mode = names.find(({ label }) => label === 'MfaConfiguration')
  assert.ok(!names.some(({ label }) => label === 'UserPoolName' || label === 'PoolName'))
  const named = applied(text, [mode.textEdit])
  assert.match(named, /\n {6}MfaConfiguration: \n$/)
  await it.change('t.yaml', 2, named)
  const values = await it.ask('completion', 't.yaml', { position: { line: 6, character: 24 } })
  assert.deepEqual(values.map(({ label }) => label).sort(), ['OFF', 'ON', 'OPTIONAL'])
  const whole = applied(named, [values.find(({ label }) => label === 'ON').textEdit])
  assert.match(whole, /MfaConfiguration: "ON"\n$/)
  await it.change('t.yaml', 3, whole)
  await it.diagnostics('t.yaml', 3)
  const hover = await it.ask('hover', 't.yaml', { position: { line: 5, character: 10 } })
  assert.match(hover.contents.value, /\*\*UsernameAttributes\*\*/)
  assert.equal(hover.range.start.line, 5)
  assert.equal(await it.ask('hover', 't.yaml', { position: { line: 0, character: 2 } }), null)
  await it.end()
})

test('completion, hover, layout, hints and the reply', async () => {
  const it = await client()
  const text = '{"PoolName": "shop", "Policies": {"PasswordPolicy": {"RequireSymbols": true}}, "MfaConfiguration": ""}'
  await it.open('a.json', text)
  await it.diagnostics('a.json')
  const at = (needle, plus = 0) => ({ position: { line: 0, character: text.indexOf(needle) + plus } })
  const values = await it.ask('completion', 'a.json', at('""', 1))
  assert.deepEqual(values.map(({ label }) => label).sort(), ['OFF', 'ON', 'OPTIONAL'])
  assert.match(applied(text, [values.find(({ label }) => label === 'OFF').textEdit]), /"MfaConfiguration": "OFF"/)
  assert.match((await it.ask('hover', 'a.json', at('RequireSymbols', 2))).contents.value, /\*\*RequireSymbols\*\*/)
  const laid = applied(text, await it.ask('formatting', 'a.json', { options: { tabSize: 2, insertSpaces: true } }))
  assert.equal(laid, JSON.stringify(JSON.parse(text), null, 2))
  const hints = await it.ask('inlayHint', 'a.json', { range: everything })
  const policy = hints.find(({ label }) => label.includes('MinimumLength: 8'))
  assert.equal(policy.position.character, text.indexOf('{"RequireSymbols') + 1)
  await it.change('a.json', 2, bad)
  await it.diagnostics('a.json', 2)
  const [lens] = await it.ask('codeLens', 'a.json')
  assert.match(lens.command.title, /^Reply: /)
  const reply = await it.connection.sendRequest('workspace/executeCommand', { command: lens.command.command, arguments: lens.command.arguments })
  assert.match(reply, /"__type"|"UserPool"|"message"/)
  assert.equal(readFileSync(fileURLToPath(it.shown[0].uri), 'utf8'), reply)
  await it.end()
})

test('the settings of the workspace hold, and a wrong one is told', async () => {
  const it = await client({ 'user-pool.json': { packs: ['cfn-nag'], ignores: [{ rule: 'mfa-needs-sms', files: ['t.yaml'], reason: 'later' }] } })
  await it.open('t.yaml', template.replaceAll('"ON"', '"OFF"').replace(/ #.*/, ''))
  assert.deepEqual((await it.diagnostics('t.yaml')).map(({ code }) => code), ['cfn-nag/F78', 'cfn-nag/F78'])
  await it.end()
  const other = await client({ 'user-pool.json': '{' })
  await other.open('a.json', bad)
  assert.equal((await other.diagnostics('a.json')).length, 2)
  assert.match(other.shown[0].message, /user-pool\.json is no JSON/)
  await other.end()
})

test('a keystroke in a template of 30 kB takes little longer than the engine does', async () => {
  const bucket = (i) => `  Bucket${i}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "bucket-${i}-\${AWS::Region}"\n      VersioningConfiguration:\n        Status: Enabled\n`
  const others = Array.from({ length: 200 }, (_, i) => bucket(i)).join('')
  const large = (n) => `Resources:\n  Shop:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop${n}\n      MfaConfiguration: "ON"\n${others}`
  assert.ok(large(0).length > 29_000)
  const { loadEngine } = await import('../../build/package/engine.js')
  const engine = await loadEngine()
  const it = await client()
  await it.open('t.yaml', large(0))
  await it.diagnostics('t.yaml')
  // One beside the other, so that what else the machine does slows both.
  const [alone, served] = [[], []]
  const timed = async (times, work) => {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  for (let n = 2; n < 42; n++) {
    await timed(alone, () => engine.check(large(n)))
    await timed(served, async () => {
      await it.change('t.yaml', n, large(n))
      await it.diagnostics('t.yaml', n)
    })
  }
  const median = (times) => times.sort((a, b) => a - b)[times.length / 2]
  assert.ok(median(served) < 2.5 * median(alone) + 10, `${median(served)} ms, and the engine ${median(alone)} ms`)
  await it.end()
})
