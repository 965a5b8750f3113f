// The extension in the real Visual Studio Code, as code-server brings it to a browser: what the editor shows of a text, mends in
// it, and of the reply beside it. Its extensions run on the server there, as on a desktop.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { folderWith, tools } from '../../test/command.mjs'
import { stage } from '../../test/stage.mjs'

const editor = path.join(tools, 'code-server/node_modules/code-server')
const skip = !existsSync(path.join(editor, 'lib/vscode/installed')) && 'NOT RUN: it needs code-server, which scripts/editor-tools installs'
const it = skip ? null : stage()
const built = fileURLToPath(new URL('../../build/', import.meta.url))
const { name, version } = JSON.parse(readFileSync(path.join(built, 'vscode/package.json'), 'utf8'))

const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "ON"\n}\n'
const template = 'Resources:\n  Shop:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n  Staff:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: staff\n'

let server
let base
let files

before(async () => {
  if (skip) return
  files = folderWith({ 'work/shop.json': bad, 'work/pools.yaml': template, 'data/User/settings.json': { 'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false } })
  const program = path.join(editor, 'out/node/entry.js')
  const where = ['--user-data-dir', files.at('data'), '--extensions-dir', files.at('extensions')]
  const env = { ...process.env, HOME: files.folder, XDG_CONFIG_HOME: files.at('config'), XDG_DATA_HOME: files.at('data') }
  execFileSync(process.execPath, [program, ...where, '--install-extension', path.join(built, `${name}-${version}.vsix`)], { env, stdio: 'pipe' })
  server = spawn(process.execPath, [program, ...where, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  base = await new Promise((resolve, reject) => {
    let told = ''
    server.stdout.setEncoding('utf8').on('data', (text) => {
      told += text
      const address = /listening on (http:\/\/\S+)/.exec(told)
      if (address) resolve(address[1])
    })
    server.once('exit', () => reject(new Error(told)))
  })
})

after(async () => {
  if (!server) return
  server.removeAllListeners('exit')
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill()
  await ended
})

/** Opens a file of the folder in an editor of its own. */
async function opened(file) {
  const context = await it.browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${base}?folder=${encodeURIComponent(files.at('work'))}`)
  await page.locator('.explorer-folders-view').getByText(file).dblclick()
  return {
    page, close: () => context.close(),
    /** The page of the reply that stands open beside the text: a frame in a frame. */
    reply: page.frameLocator('iframe.webview').frameLocator('iframe'),
  }
}

test('a problem is underlined, a fix mends it, and the reply beside the text follows', { skip }, async () => {
  const { page, reply, close } = await opened('shop.json')
  await page.locator('.squiggly-error').waitFor()
  await page.locator('.codelens-decoration a', { hasText: 'Reply: InvalidParameterException' }).click()
  await reply.locator('.up-type', { hasText: 'InvalidParameterException' }).waitFor()

  // No more runs or loads in it than is said: its policy stands first, and its colours are the editor's.
  const policy = await reply.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  assert.match(policy, /^default-src 'none'; style-src 'nonce-[\w-]+'$/)
  assert.equal(await reply.locator('script').count(), 0)
  const monospaced = await reply.locator('.up-type').evaluate((element) => [getComputedStyle(element).fontFamily, getComputedStyle(element).fontWeight])
  assert.match(monospaced[0], /mono/i)
  assert.equal(monospaced[1], '600')

  await page.locator('.view-line', { hasText: 'MfaConfiguration' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+.')
  // The first of them has the focus, and the editor lets no pointer through to it at once.
  await page.locator('.action-widget .focused', { hasText: 'Switch MFA off here' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.squiggly-error').waitFor({ state: 'detached' })
  await reply.locator('.up-status', { hasText: '200 OK' }).waitFor()
  // Each value comes with where it is from.
  assert.match(await reply.locator('pre span', { hasText: '"MfaConfiguration"' }).innerText(), /^given\s*"MfaConfiguration": "OFF"/)
  assert.match(await reply.locator('pre span', { hasText: '"MinimumLength"' }).innerText(), /^default\s*"MinimumLength": 8/)
  await close()
})

test('each pool of a template has a lens and a reply of its own', { skip }, async () => {
  const { page, reply, close } = await opened('pools.yaml')
  const lenses = page.locator('.codelens-decoration a', { hasText: 'Reply: a user pool' })
  await lenses.nth(1).click()
  await reply.locator('pre span', { hasText: /^given\s*"Name": "staff"/ }).waitFor()
  await close()
})
