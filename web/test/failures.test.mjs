// What can go wrong around the page: each has a sentence that helps, and costs nothing that was written.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { dist, notLoaded, says, shownText, stage, write } from './stage.mjs'

const it = stage()
const request = (name) => `{ "PoolName": "${name}" }`
const answered = (page, name) => says(page.locator('.lines .line'), `"${name}"`)
const link = (name) => `#v1.${deflateRawSync(JSON.stringify({ request: request(name) })).toString('base64url')}`

const failures = [
  ['a missing file', (route) => route.fulfill({ status: 404 }), 'answered 404'],
  ['a web page in its place', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Sign in' }), 'not a WebAssembly program'],
  ['a lost connection', (route) => route.abort(), 'could not be fetched'],
  ['a program of another build', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', path: path.join(dist, 'readers.wasm') }), 'not what this page was built with'],
  ['a damaged file', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: Buffer.from('0061736d0100000005', 'hex') }), 'damaged'],
]

for (const [name, answer, words] of failures) {
  test(`${name} is explained, and Retry loads the engine`, async () => {
    const { page, close } = await it.open({ wait: false, expected: [notLoaded], prepare: (page) => page.route('**/engine*.wasm*', answer) })
    await says(page.getByRole('alert'), words)
    await write(page, request('kept'))
    await page.unroute('**/engine*.wasm*')
    await page.getByRole('button', { name: 'Retry' }).click()
    await answered(page, 'kept')
    assert.equal(await page.getByRole('alert').count(), 0)
    await close()
  })
}

test('being offline is named', async () => {
  const { page, close } = await it.open({
    wait: false,
    expected: [notLoaded],
    prepare: async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))
      await page.route('**/engine*.wasm*', (route) => route.abort())
    },
  })
  await says(page.getByRole('alert'), 'You are offline')
  await close()
})

/** A server that breaks off in the middle of a program, packed or not, for as long as it is told to. */
const breaking = { base: '', off: false, server: undefined }
before(async () => {
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' }
  breaking.server = createServer((asked, response) => {
    const name = new URL(asked.url, 'http://localhost').pathname.slice(1) || 'index.html'
    const file = path.join(dist, path.basename(name))
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const body = readFileSync(file)
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Content-Length': body.length })
    if (!/\.wasm(?:\.gz)?$/.test(file) || !breaking.off) {
      response.end(body)
      return
    }
    response.write(body.subarray(0, body.length / 2), () => response.destroy())
  })
  await new Promise((resolve) => { breaking.server.listen(0, '127.0.0.1', resolve) })
  breaking.base = `http://127.0.0.1:${breaking.server.address().port}/`
})
after(() => breaking.server.close())

test('a download that breaks off is named, of the engine and of what reads other languages', async () => {
  breaking.off = true
  const { page, close } = await it.open({ base: breaking.base, wait: false, expected: [notLoaded] })
  await says(page.getByRole('alert'), 'The download broke off')
  breaking.off = false
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.locator('.reply .status').waitFor()
  await page.getByRole('button', { name: 'Import…' }).click()
  breaking.off = true
  await page.getByLabel('The text').fill('client.create_user_pool(PoolName="from python")')
  await says(page.locator('.import .field-wrong'), 'readers.wasm, could not be loaded')
  breaking.off = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await says(page.locator('.import-request'), 'from python')
  await close()
})

test('a policy that blocks WebAssembly is named with what it has to allow', async () => {
  const { page, close } = await it.open({
    wait: false,
    expected: [/WebAssembly|wasm-eval|Content Security Policy/],
    prepare: (page) => page.route(it.base, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", '') })
    }),
  })
  await says(page.getByRole('alert'), 'A security policy blocks the engine')
  await says(page.getByRole('alert'), "'wasm-unsafe-eval'")
  await write(page, request('still to be written'))
  assert.equal(await shownText(page), request('still to be written'))
  await close()
})

test("a missing script of the engine's worker is named, and Retry starts it", async () => {
  const { page, close } = await it.open({ wait: false, expected: [notLoaded], prepare: (page) => page.route('**/worker-*.js', (route) => route.fulfill({ status: 404 })) })
  await says(page.getByRole('alert'), 'The engine could not be started')
  await says(page.getByRole('alert'), 'Its script could not be loaded')
  await page.unroute('**/worker-*.js')
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.locator('.reply .status').waitFor()
  await close()
})

const lacks = {
  'without WebAssembly': [() => { delete globalThis.WebAssembly }, 'WebAssembly is switched off'],
  'too old to compile what arrives': [() => { delete WebAssembly.compileStreaming }, 'This browser is too old'],
  'without workers': [() => { delete globalThis.Worker }, "The engine's worker was blocked"],
  'that refuses a worker': [() => { globalThis.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError') } } }, "The engine's worker was blocked"],
  'whose worker takes no program': [() => { Worker.prototype.postMessage = () => { throw new DOMException('refused', 'DataCloneError') } }, "The engine's worker was blocked"],
  'whose worker never answers': [() => { Worker.prototype.postMessage = () => {} }, 'did not start within'],
}

for (const [name, [prepare, words]] of Object.entries(lacks)) {
  for (const [form, base] of [['the site', undefined], ['the single file', pathToFileURL(path.join(dist, 'user-pool-playground.html')).href]]) {
    test(`in a browser ${name}, ${form} says what is missing, and one can write`, async () => {
      const { page, close } = await it.open({ wait: false, ...(base ? { base, address: base } : {}), prepare: async (page) => {
        await page.clock.install()
        await page.addInitScript(prepare)
      } })
      // As long as a start may take is waited for by the page's clock alone.
      await page.clock.fastForward(25_000)
      await page.getByRole('alert').filter({ hasText: words }).waitFor({ timeout: 30_000 })
      assert.equal(await page.getByText('Starting', { exact: true }).count(), 0)
      await write(page, request('kept'))
      assert.equal(await shownText(page), request('kept'))
      await close()
    })
  }
}

const unshared = {
  'has no memory to share': () => { delete globalThis.SharedArrayBuffer },
  'refuses memory to share': () => { globalThis.SharedArrayBuffer = class { constructor() { throw new RangeError('refused') } } },
  'sends no memory': () => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.answers) throw new DOMException('refused', 'DataCloneError')
      return postMessage.call(this, message, ...rest)
    }
  },
}

for (const [name, prepare] of Object.entries(unshared)) {
  test(`a browser that ${name} answers all the same`, async () => {
    const { page, quiet, close } = await it.open({ prepare: (page) => page.addInitScript(prepare) })
    await write(page, request('unshared'))
    await answered(page, 'unshared')
    quiet()
    await close()
  })
}

const storages = {
  refused: [() => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } })
  }, 'The browser keeps nothing for this page'],
  full: [() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }, 'storage for this site is full'],
}

for (const [name, [prepare, words]] of Object.entries(storages)) {
  test(`where storage is ${name}, the page works and says once that the text will not be kept`, async () => {
    const { page, close } = await it.open({ prepare: (page) => page.addInitScript(prepare) })
    assert.equal(await page.locator('.banner').count(), 0)
    await write(page, request('written'))
    await answered(page, 'written')
    await says(page.locator('.banner'), words)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('tab', { name: 'Form' }).click()
    await page.getByRole('tab', { name: 'Plain text' }).click()
    await page.getByLabel('CreateUserPool request, JSON').and(page.locator('textarea')).fill(request('written on'))
    await answered(page, 'written on')
    assert.equal(await page.locator('.banner').count(), 0)
    await close()
  })
}

test('a text is kept when the page goes out of sight, however soon', async () => {
  const { page, close } = await it.open()
  await write(page, request('just written'))
  await page.reload()
  await answered(page, 'just written')
  await close()
})

test('two tabs: each keeps its own text, and none is lost', async () => {
  const { page, context, close } = await it.open()
  await write(page, request('of the first'))
  await answered(page, 'of the first')
  await page.reload()
  const second = await context.newPage()
  await second.goto(it.base)
  await answered(second, 'of the first')
  await write(second, request('of the second'))
  await answered(second, 'of the second')
  await second.reload()
  await answered(second, 'of the second')
  // The first goes on with its own, and hears of the other.
  await page.reload()
  await answered(page, 'of the first')
  await write(page, request('of the first, longer'))
  await says(page.locator('.banner'), 'Another tab has a different text')
  await second.close()
  await page.close()
  const third = await context.newPage()
  await third.goto(it.base)
  await answered(third, 'of the first, longer')
  await third.getByRole('button', { name: 'Bring it here' }).click()
  await answered(third, 'of the second')
  await third.locator('.banner').getByRole('button', { name: 'Undo' }).click()
  await answered(third, 'of the first, longer')
  await close()
})

test('back and forward between links lose nothing that was written between', async () => {
  const { page, close } = await it.open()
  await write(page, request('mine'))
  await answered(page, 'mine')
  await page.goto(new URL(link('one'), it.base).href)
  await answered(page, 'one')
  await write(page, request('one, changed'))
  await answered(page, 'one, changed')
  await page.goto(new URL(link('two'), it.base).href)
  await answered(page, 'two')
  await page.goto(new URL(link('three'), it.base).href)
  await answered(page, 'three')
  await page.goBack()
  await answered(page, 'two')
  await page.goForward()
  await answered(page, 'three')
  for (const text of ['one, changed', 'mine']) {
    await page.getByRole('button', { name: 'Restore my draft' }).click()
    await answered(page, text)
  }
  assert.equal(await page.getByRole('button', { name: 'Restore my draft' }).count(), 0)
  await close()
})

test('a page that the browser put by goes on where it was', async () => {
  // The flag that is left out keeps pages from being put by.
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'], ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  try {
    const { page, close } = await it.open({ browser })
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => { globalThis.putBy = persisted }))
    await write(page, request('before'))
    await page.goto(new URL('rules.html', it.base).href)
    await page.evaluate(() => history.back())
    await answered(page, 'before')
    assert.equal(await page.evaluate(() => globalThis.putBy), true)
    await write(page, request('after'))
    await answered(page, 'after')
    assert.equal(await page.locator('.banner').count(), 0)
    await close()
  } finally {
    await browser.close()
  }
})

test('a clock that is wrong, or is set while the page is open, costs nothing and is not believed', async () => {
  const { page, close } = await it.open({ prepare: (page) => page.clock.setFixedTime(new Date('2031-05-06T07:08:09Z')) })
  await write(page, request('in time'))
  await says(page.locator('.lines'), `${Date.parse('2031-05-06T07:08:09Z') / 1000}`)
  for (const time of ['1970-01-01T00:00:00Z', '+275000-01-01T00:00:00Z', '2026-01-02T03:04:05Z']) {
    await page.clock.setFixedTime(new Date(time))
    await write(page, request(`set to ${time.slice(1, 4)}`))
    await answered(page, `set to ${time.slice(1, 4)}`)
    await page.reload()
    await answered(page, `set to ${time.slice(1, 4)}`)
    await page.getByRole('button', { name: /^Surroundings: / }).click()
    await page.getByLabel('API as of').fill('2019-06-30')
    await says(page.locator('.chip:visible'), '2019-06-30')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear the surroundings' }).click()
  }
  assert.equal(await page.locator('.banner').count(), 0)
  await close()
})

test('where the clipboard is refused, what was to be copied is there, selected', async () => {
  for (const prepare of [
    () => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError')) },
    () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  ]) {
    const { page, close } = await it.open({ prepare: (page) => page.addInitScript(prepare) })
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    const field = page.locator('.by-hand')
    await field.waitFor()
    assert.match(await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), /^\[CreateUserPool request\]\(http.*#v1\.[\w-]+\)$/)
    await page.getByLabel('Link to this request').focus()
    await page.getByRole('button', { name: 'Copy as Markdown' }).waitFor()
    await close()
  }
})

test('a browser that cannot pack says so, and the request can still be saved', async () => {
  const { page, close } = await it.open({
    prepare: (page) => page.addInitScript(() => {
      for (const name of ['CompressionStream', 'DecompressionStream']) globalThis[name] = class { constructor() { throw new TypeError('Unsupported format') } }
    }),
    address: link('not to be had'),
  })
  await says(page.getByRole('alert'), 'This browser is too old to read links')
  await page.getByRole('button', { name: 'Share' }).click()
  await says(page.locator('.share-state'), 'too old to make links')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the request' }).click()
  assert.equal((await download).suggestedFilename(), 'create-user-pool.json')
  await close()
})

test('a file that is too long is not read, and the sentence says how long it may be', async () => {
  const { page, close } = await it.open()
  await write(page, request('kept'))
  const drop = (size) => page.locator('.reply').evaluate((target, size) => {
    const file = new File(['{}'], 'disk.img')
    Object.defineProperty(file, 'size', { value: size })
    file.text = () => { throw new Error('it was read') }
    const dataTransfer = new DataTransfer()
    Object.defineProperty(dataTransfer, 'files', { value: [file] })
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }))
  }, size)
  await drop(2 ** 31)
  await says(page.getByRole('alert'), 'The file has 2,097,152 kB; at most 1,024 kB are read.')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.locator('.import input[type=file]').setInputFiles({ name: 'long.yaml', mimeType: 'text/yaml', buffer: Buffer.alloc(2_000_000, 'x') })
  await says(page.locator('.import .field-wrong'), 'The file has 1,954 kB; at most 1,024 kB are read.')
  await page.keyboard.press('Escape')
  assert.equal(await shownText(page), request('kept'))
  await close()
})
