// Starts what the browser tests need: the real server over the built page, and a browser. Every page that it opens is
// watched: what breaks the security policy, errors, or leaves the origin is found by `quiet`.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = path.join(root, 'web', 'dist')

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/** The keys of the machine that the browser runs on. */
export const mod = process.platform === 'darwin' ? 'Meta' : 'Control'

/** Opens a server and a browser for the tests of one file. */
export function stage() {
  const it = { browser: undefined, base: '', open: (options) => open(it, options) }
  const folder = mkdtempSync(path.join(tmpdir(), 'playground-'))
  let server

  before(async () => {
    if (!existsSync(path.join(dist, 'engine.wasm')) || !existsSync(path.join(dist, 'index.html'))) {
      throw new Error('web/dist is not built: run make build first')
    }
    const program = path.join(folder, 'serve')
    execFileSync('go', ['build', '-o', program, './scripts/serve'], { cwd: root, stdio: 'inherit' })
    server = spawn(program, ['-dir', dist, '-port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    it.base = await new Promise((resolve, reject) => {
      server.stdout.once('data', (line) => resolve(String(line).trim()))
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })
    it.browser = await chromium.launch({ executablePath: chromiumPath(), args: flags })
  })
  after(async () => {
    await it.browser?.close()
    server?.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return it
}

function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {}
    }
  }
  throw new Error('No Chromium found: install one, or set CHROMIUM to its path.')
}

async function open(it, { width = 1280, height = 800, dark = false, hash = '', prepare, bypassCSP = false, wait = true } = {}) {
  const context = await it.browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', bypassCSP, reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const noise = []
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) noise.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => noise.push(`page error: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && origin !== new URL(it.base).origin) noise.push(`request to ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`policy violation: ${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  await prepare?.(page, context)
  await page.goto(new URL(hash, it.base).href)
  if (wait) await page.locator('.reply .status').waitFor({ state: 'attached' })
  return { page, context, noise, quiet: () => assert.deepEqual(noise, []), close: () => context.close() }
}

/** Types a text in the place of all, as a person who pastes does. */
export async function write(page, text) {
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.insertText(text)
}

/** The text in the editor, as far as it is drawn. */
export async function shownText(page) {
  return (await page.locator('.cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n')
}

/** What has the focus in the page, by a selector. */
export async function focused(page, selector) {
  return page.evaluate((selector) => document.querySelector('user-pool-playground').shadowRoot.activeElement?.matches(selector) ?? false, selector)
}

/** Waits until a locator's text contains the words. */
export async function says(locator, words) {
  await locator.filter({ hasText: words }).first().waitFor()
}

/** Shows a pane on a narrow screen; on a wide one all are shown already. */
export async function show(page, pane) {
  const tab = page.locator('.tabs').getByRole('button', { name: pane })
  if (await tab.isVisible()) await tab.click()
}
