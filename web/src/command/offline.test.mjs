// Without a network the command and its servers answer as with one. Whatever would reach for it ends the program, so that not
// even an attempt goes unseen.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { bin, execute, folderWith, run } from '../../test/command.mjs'

const status = 86
const { folder, at } = folderWith({
  'cut.cjs': `
    const cut = (what) => () => { process._rawDebug('the network was asked for: ' + what); process.exit(${status}) }
    require('net').Socket.prototype.connect = cut('a connection')
    require('net').Server.prototype.listen = cut('a port')
    require('dgram').createSocket = cut('a datagram')
    const dns = require('dns')
    for (const of of [dns, dns.promises]) for (const name of Object.keys(of)) if (/^(?:lookup|resolve|reverse)/.test(name)) of[name] = cut('a name')
    for (const protocol of ['http', 'https']) for (const name of ['get', 'request']) require(protocol)[name] = cut('a page')
    globalThis.fetch = cut('a page')
    require('child_process').spawn = require('child_process').fork = cut('a program, which might')
  `,
  'a.json': { PoolName: 'shop', MfaConfiguration: 'ON' },
  'b.json': { PoolName: 'shop' },
  'c.json': { PoolName: 'shop', DeletionProtection: 'ACTIVE' },
  't.yaml': 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      MfaConfiguration: "ON"\n',
  'main.tf': 'resource "aws_cognito_user_pool" "shop" {\n  name = "shop"\n  deletion_protection = "active"\n}\n',
  'update.json': { UserPoolId: 'us-east-1_Example01', DeletionProtection: 'ACTIVE' },
})
const cut = { NODE_OPTIONS: `--require ${at('cut.cjs')}` }

/** A text without the time at which it was made. */
const dated = (text) => text.replaceAll(/\b\d{10}(?:\.\d+)?\b/g, 'NOW')

test('what the network is cut with cuts it', () => {
  for (const script of ['fetch("http://127.0.0.1:9")', 'require("net").connect(9)', 'require("dns").lookup("localhost", () => {})', 'require("https").get("https://localhost")', 'require("tls").connect(9)', 'require("dns").promises.lookup("localhost")']) {
    const result = execute(folder, process.execPath, ['-e', script], { env: cut })
    assert.equal(result.status, status, `${script}: ${result.stderr}`)
  }
})

for (const args of [
  ['check', '.'], ['check', '.', '--format', 'sarif', '--pack', 'securityhub'], ['check', '--fix', '--dry-run', '.'], ['reply', 'b.json', '--view', 'describe'], ['render', 't.yaml'], ['export', 'terraform', 't.yaml'],
  ['diff', 'b.json', 'c.json'], ['update', 'b.json', 'update.json'], ['plan', 'b.json', 'c.json'], ['explain', 'mfa-needs-sms'], ['rules'], ['schema'], ['--help'],
]) {
  test(`user-pool ${args.join(' ')}`, async () => {
    const [online, offline] = await Promise.all([{}, cut].map((env) => run(folder, args, { env })))
    assert.ok(online.stdout.length > 0)
    assert.deepEqual({ ...offline, stdout: dated(offline.stdout) }, { ...online, stdout: dated(online.stdout) })
  })
}

/** What an editor is told and asks for. */
async function edited(env) {
  const server = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folder, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const heard = []
  let told
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    heard.push(params)
    told()
  })
  connection.listen()
  const { serverInfo, capabilities } = await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const answers = [serverInfo, capabilities]
  for (const [name, text] of [['a.json', '{"PoolName": "shop", "MfaConfiguration": "ON",}'], ['t.yaml', 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n']]) {
    const uri = `file:///${name}`
    const published = new Promise((resolve) => { told = resolve })
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'x', version: 1, text } })
    await published
    const textDocument = { uri }
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    const [lens] = await connection.sendRequest('textDocument/codeLens', { textDocument })
    answers.push(lens, await connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
      await connection.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 3 } }),
      await connection.sendRequest('user-pool/replyPage', { uri, pool: lens.command.arguments[1] }))
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  const [code] = await once(server, 'exit')
  connection.dispose()
  return [...answers, ...heard, code]
}

test('user-pool lsp', async () => {
  const online = await edited({})
  assert.equal(online.at(-1), 0)
  assert.deepEqual(dated(JSON.stringify(await edited(cut))), dated(JSON.stringify(online)))
})

/** What an agent asks for. */
async function asked(env) {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp'], cwd: folder, env: { ...process.env, ...env } }))
  const text = '{"PoolName": "shop", "MfaConfiguration": "ON"}'
  const answers = [await client.listTools(), await client.listResources(), await client.readResource({ uri: 'user-pool://rules' })]
  for (const [name, args] of [['check', { text }], ['reply', { text }], ['explain', { rule: 'mfa-needs-sms' }], ['export', { text, target: 'terraform' }], ['import', { text: 'aws cognito-idp create-user-pool --pool-name shop' }]]) {
    answers.push(await client.callTool({ name, arguments: args }))
  }
  await client.close()
  return answers
}

test('user-pool mcp', async () => {
  assert.deepEqual(await asked(cut), await asked({}))
})
