// Starts what the browser tests need: the real server over the built page, and a browser. Every page that it opens is
// watched: what breaks the security policy, errors, or leaves the origin is found by `quiet`, and at the latest by `close`.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The built site. */
export const dist = path.join(root, 'web', 'dist')

/** The name that the build gave to a file, which carries a hash. */
export const built = (name) => JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')).files[name]

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/** The keys of the machine that the browser runs on. */
export const mod = process.platform === 'darwin' ? 'Meta' : 'Control'

/** Opens a server and a browser for the tests of one file. */
export function stage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'playground-'))
  const servers = []
  const it = {
    browser: undefined, base: '', folder, used: undefined,
    open: (options) => open(it, options),
    /** Serves a folder at a free address of this machine. */
    async serve(dir) {
      const server = await serve(dir)
      servers.push(server)
      return server
    },
  }

  before(async () => {
    if (!existsSync(path.join(dist, 'engine.wasm')) || !existsSync(path.join(dist, 'index.html'))) {
      throw new Error('web/dist is not built: run make build first')
    }
    it.base = (await it.serve(dist)).base
    it.browser = await chromium.launch({ executablePath: chromiumPath(), args: flags })
  })
  after(async () => {
    await it.browser?.close()
    await Promise.all(servers.map((server) => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  })
  return it
}

/** Serves a folder at a free address of this machine, as `make run` does. */
export async function serve(dir) {
  execFileSync('make', ['--silent', 'web/build/serve'], { cwd: root, stdio: 'inherit' })
  const child = spawn(path.join(root, 'web', 'build', 'serve'), ['-dir', dir, '-port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => { child.once('exit', resolve) })
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()))
    void ended.then((code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { base: address, async stop() { child.kill(); await ended } }
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

/** What the browser's console says of a file that cannot be had. */
export const notLoaded = /^console error: Failed to load resource/

async function open(it, { width = 1280, height = 800, dark = false, address = '', prepare, bypassCSP = false, wait = true, waitUntil = 'load', base = it.base, serviceWorkers = 'block', expected = [], browser = it.browser } = {}) {
  const plain = !prepare && !bypassCSP && serviceWorkers === 'block' && base === it.base && browser === it.browser
  const used = plain ? it.used : undefined
  it.used = used ? undefined : it.used
  const noise = []
  const watched = used ?? await newPage(browser, { bypassCSP, serviceWorkers, base })
  watched.noise = noise
  const { context, page } = watched
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await prepare?.(page, context)
  await page.goto(new URL(address, base).href, { waitUntil })
  if (wait) await page.locator('.reply .status').waitFor({ state: 'attached' })
  // What a test provokes on purpose it has to list.
  const quiet = () => assert.deepEqual(noise.filter((line) => !expected.some((pattern) => pattern.test(line))), [])
  return {
    page, context, noise, quiet,
    async close() {
      if (plain && !it.used && context.pages().length === 1 && context.pages()[0] === page) {
        await cleared(watched, base)
        it.used = watched
      } else {
        await context.close()
      }
      quiet()
    },
  }
}

/** Opens a page whose console, errors and requests are told to whatever its `noise` is. */
async function newPage(browser, { bypassCSP, serviceWorkers, base }) {
  const context = await browser.newContext({ bypassCSP, permissions: ['clipboard-read', 'clipboard-write'], serviceWorkers })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const watched = { context, page, noise: [] }
  page.on('console', (message) => {
    // Without the service worker, which would keep the whole site for each test, the blocked registration is told.
    if (message.text().startsWith('Service Worker registration blocked')) return
    // What is shown between two tests has no icon.
    if (message.location().url.endsWith('/favicon.ico')) return
    if (['error', 'warning', 'assert'].includes(message.type())) watched.noise.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => watched.noise.push(`page error: ${error.message}`))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && origin !== new URL(base).origin) watched.noise.push(`request to ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`policy violation: ${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  return watched
}

/** Makes a page as if nobody had been there: one that is opened anew costs three times the work of one that is used again. */
async function cleared({ page }, base) {
  // Left first, since a page keeps its draft when it is.
  await page.goto(new URL('manifest.json', base).href)
  await page.mouse.move(0, 0)
  // The page's own copy of the storage hears of what is cleared below only later, which may be after the next page has read it.
  await page.evaluate(() => {
    sessionStorage.clear()
    localStorage.clear()
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(base).origin, storageTypes: 'all' })
  await devtools.detach()
}

/** Types a text in the place of all, as a person who pastes does: into the request's editor, or another one. */
export async function write(page, text, editor = page.locator('.request .cm-content')) {
  await editor.focus()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.insertText(text)
}

/** The text in the editor, as far as it is drawn. */
export async function shownText(page) {
  return (await page.locator('.request .cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n')
}

/** What has the focus in the page, by a selector. */
export async function focused(page, selector) {
  return page.evaluate((selector) => document.querySelector('user-pool-playground').shadowRoot.activeElement?.matches(selector) ?? false, selector)
}

/** Waits until a locator's text contains the words; a failure tells what the page shows, what lies over it first. */
export async function says(locator, words) {
  try {
    await locator.filter({ hasText: words }).first().waitFor()
  } catch (reason) {
    const shown = (selector, most) => locator.page().locator(selector).allInnerTexts().then((texts) => texts.map((text) => text.slice(0, most)))
    const instead = [...await shown('dialog[open]', 1000), ...await shown('.shell', 2000)]
    throw new Error(`${words} is not said${instead.map((text) => `; what is: ${text}`).join('')}`, { cause: reason })
  }
}

/** Copies a link to what the page shows. */
export async function copyLink(page) {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await says(page.locator('.share-actions'), 'Copied')
}

/**
 * Waits until what the page has to look up holds. Not `page.waitForFunction`: to that a promise is true, whatever it
 * brings.
 */
export async function comesTrue(page, lookUp, ...given) {
  for (const end = Date.now() + 30_000; !(await page.evaluate(lookUp, ...given));) {
    if (Date.now() > end) throw new Error(`it did not come true in 30 s: ${lookUp}`)
    await page.waitForTimeout(50)
  }
}

/**
 * Takes what completion offers first, once it is selected: before that, Enter is a new line. The list takes no key in
 * its first 75 ms (CodeMirror's interactionDelay), lest it swallow what somebody types on.
 */
export async function takeCompletion(page) {
  await page.locator('.cm-tooltip-autocomplete li[aria-selected]').first().waitFor()
  await page.waitForTimeout(100)
  await page.keyboard.press('Enter')
}

/** Shows a pane on a narrow screen; on a wide one all are shown already. */
export async function show(page, pane) {
  const tab = page.locator('.tabs').getByRole('button', { name: pane })
  if (await tab.isVisible()) await tab.click()
}
