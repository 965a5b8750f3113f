// The playground in other pages: of another origin, under a strict policy of theirs, several at once.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { all, payloads } from '../../test/payloads.mjs'
import { built, says, stage } from '../../test/stage.mjs'

const it = stage()
let server
let host
let body = ''
let policy = ''

before(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (policy) response.setHeader('content-security-policy', policy)
    response.end(request.url === '/' ? `<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>` : '')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `http://127.0.0.1:${server.address().port}/`
})
after(() => server.close())

/** Opens a page of another origin, with the least that its policy has to allow. */
async function visit(markup, { dark = false, javaScriptEnabled = true, script = true, strict = true, expected = [] } = {}) {
  const origin = it.base.replace(/\/$/, '')
  body = `${script ? `<script async src="${origin}/embed.js"></script>` : ''}${markup}`
  policy = !strict ? '' : `default-src 'none'; script-src ${origin}; frame-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`
  const context = await it.browser.newContext({ viewport: { width: 1000, height: 700 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const noise = []
  const engines = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('response', async (response) => {
    if (new URL(response.url()).pathname === `/${built('engine.wasm')}`) engines.push(response)
  })
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== new URL(host).origin && origin !== new URL(it.base).origin) noise.push(`request to ${request.url()}`)
  })
  await page.goto(host)
  const quiet = () => assert.deepEqual(noise.filter((line) => !line.includes('favicon') && !expected.some((pattern) => pattern.test(line))), [])
  return {
    page, noise, engines, quiet,
    async close() {
      await context.close()
      quiet()
    },
  }
}

const pool = (name, attributes = '') => `<user-pool-playground ${attributes}><pre>{ "PoolName": "${name}", "EmailVerificationSubject": "&lt;b>" }</pre></user-pool-playground>`
const frame = (page, index = 0) => page.locator('user-pool-playground').nth(index).locator('iframe').contentFrame()

test('the element shows its request as a playground, under a strict policy of its host', async () => {
  const { page, quiet, close } = await visit(pool('embedded'))
  await says(frame(page).locator('.lines .line'), '"embedded"')
  await says(frame(page).locator('.cm-content'), '"<b>"')
  assert.equal(await frame(page).locator('.top').count(), 0)
  assert.equal(await frame(page).getByRole('button', { name: 'Restore my draft' }).count(), 0)
  await says(frame(page).locator('.embed-foot'), 'Cognito would take this request')
  const link = await frame(page).getByRole('link', { name: 'Open in full playground' }).getAttribute('href')
  assert.match(link, /index\.html#v1\./)
  await page.screenshot({ path: new URL('../../test/screenshots/embed.png', import.meta.url).pathname })
  await page.goto(link)
  await says(page.locator('.lines .line'), '"embedded"')
  quiet()
  await close()
})

test('a page sets and reads the request, and hears of changes', async () => {
  const { page, quiet, close } = await visit(pool('first', 'view="words"'))
  await page.evaluate(() => new Promise((resolve) => {
    const element = document.querySelector('user-pool-playground')
    globalThis.heard = []
    element.addEventListener('change', ({ detail }) => heard.push(['change', detail.request]))
    element.addEventListener('result', ({ detail }) => heard.push(['result', detail.result.status, detail.result.errors]))
    if ('mounted' in element.dataset) resolve()
    else element.addEventListener('ready', () => resolve(), { once: true })
  }))
  await frame(page).locator('.words').waitFor()
  await page.evaluate(() => { document.querySelector('user-pool-playground').request = '{ "PoolName": "second", "MfaConfiguration": "YES" }' })
  await frame(page).locator('.status.bad').waitFor()
  await page.waitForFunction(() => heard.some(([what, status, errors]) => what === 'result' && status === 400 && errors === 1))
  assert.equal(await page.evaluate(() => heard.filter(([what]) => what === 'change').length), 0, 'a page need not be told what it said itself')

  await page.evaluate(() => document.querySelector('user-pool-playground').focus())
  await frame(page).locator('.cm-content:focus').waitFor()
  await page.keyboard.type(' ')
  await page.waitForFunction(() => heard.some(([what, text]) => what === 'change' && text.startsWith(' ') || what === 'change' && text.includes('second')))
  const read = await page.evaluate(() => document.querySelector('user-pool-playground').read())
  assert.match(read.request, /second/)
  assert.match(read.result.body, /InvalidParameterException/)
  quiet()
  await close()
})

test('what is read only stays as it is', async () => {
  const { page, quiet, close } = await visit(pool('fixed', 'readonly'))
  await says(frame(page).locator('.lines .line'), '"fixed"')
  await frame(page).locator('.cm-content').click()
  await page.keyboard.type('x')
  assert.match(await frame(page).locator('.cm-content').innerText(), /^\{ "PoolName"/)
  assert.equal(await frame(page).getByRole('tab', { name: 'Form' }).count(), 0)
  assert.equal(await frame(page).getByRole('button', { name: 'Format' }).count(), 0)
  quiet()
  await close()
})

test('three on one page, and one far below: the engine is downloaded once, and the far one waits', async () => {
  const { page, engines, quiet, close } = await visit(`${pool('one', 'height="300"')}${pool('two', 'height="300"')}${pool('three', 'mount="intent"')}${'<br>'.repeat(200)}${pool('far')}`)
  await says(frame(page, 0).locator('.lines .line'), '"one"')
  await says(frame(page, 1).locator('.lines .line'), '"two"')
  assert.equal(await page.locator('user-pool-playground').nth(3).locator('iframe').count(), 0)
  assert.equal(await page.locator('user-pool-playground').nth(2).locator('iframe').count(), 0)
  await page.getByRole('button', { name: 'Try it' }).click()
  await says(frame(page, 2).locator('.lines .line'), '"three"')
  const bodies = []
  for (const response of engines) {
    const { responseBodySize } = await response.request().sizes()
    bodies.push(response.status() === 304 || responseBodySize < 10_000 ? 'known' : 'whole')
  }
  assert.equal(bodies.filter((each) => each === 'whole').length, 1, bodies.join(' '))
  assert.equal(await page.locator('iframe').first().evaluate((frame) => frame.offsetHeight), 300)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await says(frame(page, 3).locator('.lines .line'), '"far"')
  quiet()
  await close()
})

test('the theme follows the page around, or is said', async () => {
  const { page, close } = await visit(`<style></style>${pool('dark', 'theme="dark"')}`, { expected: [/inline style/] })
  await says(frame(page).locator('.lines .line'), '"dark"')
  const theme = () => frame(page).locator(':root').getAttribute('data-theme')
  assert.equal(await theme(), 'dark')
  await page.evaluate(() => document.querySelector('user-pool-playground').setAttribute('theme', 'light'))
  await frame(page).locator(':root[data-theme=light]').waitFor({ state: 'attached' })
  await close()
})

test('without scripts, and without the playground, the request is there to be read', async () => {
  const off = await visit(pool('plain'), { javaScriptEnabled: false })
  await says(off.page.locator('pre'), '"plain"')
  await off.close()
  const { page, close } = await visit(pool('lost', 'src="http://127.0.0.1:9/embed.html"'), { expected: [/^Framing/] })
  await says(page.locator('pre'), '"lost"')
  await close()
})

test('only the page around is listened to, and only in the protocol', async () => {
  const { page, close } = await visit(pool('kept'))
  await says(frame(page).locator('.lines .line'), '"kept"')
  const inner = page.frames().find((each) => each.url().includes('embed.html'))
  // From itself: a window that is not the one around.
  await inner.evaluate(() => postMessage({ protocol: 'user-pool-playground/1', type: 'set-request', text: '{}' }, '*'))
  await page.evaluate((origin) => {
    const { contentWindow } = document.querySelector('user-pool-playground').shadowRoot.querySelector('iframe')
    for (const data of [null, 'set-request', { type: 'set-request', text: '{}' }, { protocol: 'user-pool-playground/9', type: 'set-request', text: '{}' }, { protocol: 'user-pool-playground/1', type: 'set-request', text: 7 }, { protocol: 'user-pool-playground/1', type: 'set-theme', theme: '<b>' }]) {
      contentWindow.postMessage(data, origin)
    }
  }, new URL(it.base).origin)
  const read = await page.evaluate(() => document.querySelector('user-pool-playground').read())
  assert.match(read.request, /kept/)
  await close()
})

test('an address alone embeds, with the request in its hash', async () => {
  const { deflateRawSync } = await import('node:zlib')
  const hash = `#v1.${deflateRawSync(JSON.stringify({ request: '{ "PoolName": "by-address" }' })).toString('base64url')}`
  const { page, quiet, close } = await visit(`<iframe src="${it.base}embed.html?view=wire${hash}" width="900" height="500"></iframe>`, { script: false })
  await says(page.frameLocator('iframe').locator('.raw.wire'), '"by-address"')
  quiet()
  await close()
})

/** Fails when anything has run, in the page around or in the playground, or when a frame has another address than the playground's. */
async function harmless(page) {
  for (const each of page.frames()) {
    assert.ok([new URL(host).origin, new URL(it.base).origin].includes(new URL(each.url()).origin), each.url())
    assert.deepEqual(await each.evaluate(() => [globalThis.__pwned ?? null, ({}).polluted ?? null, Object.keys(Object.prototype)]), [null, null, []])
  }
}

test('an address that runs is no address of a playground: the request stays as text', async () => {
  const running = ['javascript:parent.__pwned=1', ' JaVaScRiPt:parent.__pwned=1', 'java\nscript:parent.__pwned=1', payloads['an address that is a page'], 'vbscript:x', 'blob:null/x', 'about:srcdoc', 'filesystem:x', 'http://[', 'http://']
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  // The page around has no policy of its own to save it.
  const { page, close } = await visit(running.map((src, index) => pool(`kept ${index}`, `src="${escaped(src)}"`)).join(''), { strict: false })
  await page.evaluate(() => customElements.whenDefined('user-pool-playground'))
  await page.evaluate(() => { for (const element of document.querySelectorAll('user-pool-playground')) element.mount() })
  assert.equal(await page.locator('user-pool-playground iframe').count(), 0)
  assert.equal(await page.locator('user-pool-playground pre').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length), running.length)
  await harmless(page)
  await close()
})

test('payloads in attributes, in the address and in messages are text or are passed over', async () => {
  const attributes = all.map((payload) => payload.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
  const { page, close } = await visit(`<user-pool-playground view="${attributes[0]}" theme="${attributes[4]}" height="${attributes[16]}" request-view="${attributes[28]}" mount="${attributes[1]}" id="one"><pre>{ "PoolName": "kept" }</pre></user-pool-playground>`, { strict: false })
  const inner = frame(page)
  await says(inner.locator('.lines .line'), '"kept"')
  const origin = new URL(it.base).origin
  const post = (message) => page.evaluate(({ message, origin }) => document.querySelector('user-pool-playground').shadowRoot.querySelector('iframe').contentWindow.postMessage(message, origin), { message, origin })
  const protocol = 'user-pool-playground/1'
  for (const payload of all) {
    await page.evaluate((payload) => {
      const element = document.querySelector('user-pool-playground')
      for (const name of ['view', 'theme', 'height']) element.setAttribute(name, payload)
    }, payload)
    for (const message of [
      payload, [payload], { protocol: payload, type: 'set-request', text: '{}' }, { protocol, type: payload, text: '{}' }, { protocol, type: 'set-view', view: payload }, { protocol, type: 'set-theme', theme: payload },
      { protocol, type: 'set-request', text: { toString: payload } }, { protocol, type: 'set-request', text: [payload] }, { protocol, type: 'read', id: payload }, JSON.parse(`{"protocol": "${protocol}", "type": "focus", "__proto__": {"polluted": true}}`),
    ]) await post(message)
  }
  assert.match((await page.evaluate(() => document.querySelector('user-pool-playground').read())).request, /kept/)
  assert.equal(await inner.locator(':root').getAttribute('data-theme'), 'light')
  const hostile = JSON.stringify({ PoolName: payloads['an image'], ...Object.fromEntries(all.map((payload) => [payload, payload])) })
  await post({ protocol, type: 'set-request', text: hostile })
  await inner.locator('.status.bad').waitFor()
  assert.equal(await inner.locator('.reply img, .reply script, .problems img, .problems script, iframe').count(), 0)
  await post({ protocol, type: 'set-request', text: 'x'.repeat((1 << 20) + 1) })
  await says(inner.getByRole('alert'), 'over 1 MB long')
  assert.equal((await page.evaluate(() => document.querySelector('user-pool-playground').read())).request, hostile)
  // A frame that is no playground of this element says what one would.
  await page.evaluate(({ protocol, all }) => {
    const stranger = document.body.appendChild(document.createElement('iframe'))
    for (const type of ['ready', 'change', 'result', 'height', ...all]) stranger.contentWindow.eval(`parent.postMessage(${JSON.stringify({ protocol, type, text: 'strange', height: 9e9, result: {} })}, '*')`)
    stranger.remove()
  }, { protocol, all })
  assert.match(await page.evaluate(() => document.querySelector('user-pool-playground').request), /kept/)
  await harmless(page)
  const query = new URLSearchParams(all.flatMap((payload) => [['view', payload], ['theme', payload], ['request-view', payload], [payload, payload]]))
  await page.goto(`${it.base}embed.html?${query}#v1.${encodeURIComponent(payloads['an image'])}`)
  await says(page.getByRole('alert'), 'The link could not be opened')
  await harmless(page)
  await close()
})
