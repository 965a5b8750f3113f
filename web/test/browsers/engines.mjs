// Starts browsers of every engine and drives them alike, by what they all have: a script in the page, keys and a mouse.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import puppeteer from 'puppeteer-core'

/** The path of the first of these programs that is on the PATH. */
function program(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      try {
        accessSync(path.join(folder, name), constants.X_OK)
        return path.join(folder, name)
      } catch {}
    }
  }
  return undefined
}

/** The engines by name: `missing` says which programs cannot be found here, `start` opens a browser with one empty page. */
export const engines = {
  Chromium: {
    missing: () => (process.env.CHROMIUM ?? program('chromium') ? [] : ['chromium']),
    start: () => puppet((page, text) => page.keyboard.sendCharacter(text), { browser: 'chrome', executablePath: process.env.CHROMIUM ?? program('chromium'), args: ['--no-sandbox', '--disable-gpu'] }),
  },
  Firefox: {
    missing: () => (program('firefox-esr', 'firefox') ? [] : ['firefox-esr']),
    start: () => puppet((page, text) => page.evaluate(insertText, text), { browser: 'firefox', executablePath: program('firefox-esr', 'firefox') }),
  },
  WebKitGTK: {
    missing: () => ['WebKitWebDriver', 'Xvfb'].filter((name) => !program(name)),
    start: webkit,
  },
}

/** Writes a text where the cursor is. Chromium copies styles with it, which the page's policy blocks. Runs in the page. */
function insertText(text) {
  document.execCommand('insertText', false, text)
}

/** Chromium and Firefox, by puppeteer. */
async function puppet(insert, options) {
  const browser = await puppeteer.launch({ headless: true, ...options })
  const [page] = await browser.pages()
  await page.setViewport({ width: 1280, height: 900 })
  return {
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (code, ...given) => page.evaluate(code, ...given),
    mouse: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    insert: (text) => insert(page, text),
    async press(key, held) {
      if (held) await page.keyboard.down(held)
      await page.keyboard.press(key)
      if (held) await page.keyboard.up(held)
    },
    picture: () => page.screenshot(),
    stop: () => browser.close(),
  }
}

/** Keys that are no letters, as WebDriver writes them. */
const keys = { Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Control: '\uE009', Escape: '\uE00C', ArrowLeft: '\uE012', ArrowRight: '\uE014', ArrowDown: '\uE015' }

/** WebKitGTK's own small browser on a screen that nobody sees, by WebDriver. */
async function webkit() {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [number] = await once(screen.stdout, 'data')
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${String(number).trim()}` } })
  const ended = Promise.all([once(driver, 'exit'), once(screen, 'exit')])

  async function ask(method, address, body) {
    const given = body && JSON.stringify(body)
    // What waits long waits for a machine that is busy: its own scripts answer at once.
    const timeout = AbortSignal.timeout(90_000)
    try {
      const response = await fetch(`http://127.0.0.1:${port}${address}`, { method, body: given, signal: timeout })
      const { value } = await response.json()
      if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
      return value
    } catch (reason) {
      if (timeout.aborted) throw new Error(`WebKitWebDriver gave no answer in 90 s to ${method} ${address} ${given?.slice(0, 400) ?? ''}`, { cause: reason })
      throw reason
    }
  }
  async function begun() {
    for (let tries = 0; ; tries++) {
      try {
        return await ask('POST', '/session', { capabilities: { alwaysMatch: {} } })
      } catch (reason) {
        if (tries === 50 || !(reason instanceof TypeError)) throw reason
        await new Promise((resolve) => { setTimeout(resolve, 100) })
      }
    }
  }
  const session = `/session/${(await begun()).sessionId}`
  const run = (code, ...args) => ask('POST', `${session}/execute/sync`, { script: `return (${code}).apply(null, arguments)`, args })
  const act = (...actions) => ask('POST', `${session}/actions`, { actions })
  const struck = (key) => [{ type: 'keyDown', value: keys[key] ?? key }, { type: 'keyUp', value: keys[key] ?? key }]
  await ask('POST', `${session}/window/rect`, { width: 1280, height: 960 })
  return {
    goto: (url) => ask('POST', `${session}/url`, { url }),
    reload: () => ask('POST', `${session}/refresh`, {}),
    run,
    insert: (text) => run(insertText, text),
    mouse: (x, y) => act({
      type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' },
      actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
    }),
    type: (text) => act({ type: 'key', id: 'keys', actions: [...text].flatMap(struck) }),
    press: (key, held) => act({
      type: 'key', id: 'keys',
      actions: held ? [{ type: 'keyDown', value: keys[held] }, ...struck(key), { type: 'keyUp', value: keys[held] }] : struck(key),
    }),
    picture: async () => Buffer.from(await ask('GET', `${session}/screenshot`), 'base64'),
    async stop() {
      await ask('DELETE', session).catch(() => {})
      driver.kill()
      screen.kill()
      await ended
    },
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
