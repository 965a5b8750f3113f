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
async function visit(markup, { dark = false, javaScriptEnabled = true, script = true, upgrade = false, strict = true, sameSite = false, expected = [] } = {}) {
  const origin = it.base.replace(/\/$/, '')
  // An address and a name of the same computer are two sites to a browser.
  const around = sameSite ? host.replace('127.0.0.1', new URL(it.base).hostname) : host
  body = `${script ? `<script async src="${origin}/embed.js"${upgrade ? ' data-upgrade' : ''}></script>` : ''}${markup}`
  policy = !strict ? '' : `default-src 'none'; script-src ${origin}; frame-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`
  const context = await it.browser.newContext({ viewport: { width: 1000, height: 700 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const noise = []
  const engines = []
  const asked = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('response', async (response) => {
    if (new URL(response.url()).pathname === `/${built('engine.wasm')}`) engines.push(response)
  })
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin === new URL(it.base).origin) asked.push(new URL(request.url()).pathname)
    else if (origin !== new URL(around).origin) noise.push(`request to ${request.url()}`)
  })
  await page.goto(around)
  const quiet = () => assert.deepEqual(noise.filter((line) => !line.includes('favicon') && !expected.some((pattern) => pattern.test(line))), [])
  return {
    page, noise, engines, asked, quiet,
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

test('embeds of a site of their own share one engine, and go on without it where it ends', async () => {
  const { page, quiet, close } = await visit(['a', 'b', 'c', 'd'].map((name) => pool(name, 'height="300"')).join(''), { sameSite: true })
  for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) {
    await page.locator('user-pool-playground').nth(at).scrollIntoViewIfNeeded()
    await says(frame(page, at).locator('.lines .line'), `"${name}"`)
  }
  const session = await it.browser.newBrowserCDPSession()
  const engines = async () => (await session.send('Target.getTargets')).targetInfos.filter(({ url }) => url === new URL(built('worker.js'), it.base).href)
  const [common, ...others] = await engines()
  assert.deepEqual([common.type, others.length], ['shared_worker', 0])
  assert.equal(page.workers().length, 0)
  const typed = async (at, name) => {
    await frame(page, at).locator('.cm-content').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText(`{ "PoolName": "${name}" }`)
    await says(frame(page, at).locator('.lines .line'), `"${name}"`)
  }
  await typed(1, 'typed in the second')
  await says(frame(page, 0).locator('.lines .line'), '"a"')
  await session.send('Target.closeTarget', { targetId: common.targetId })
  await typed(2, 'typed in the third')
  assert.ok((await engines()).some(({ type }) => type === 'worker'))
  await session.detach()
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

/** Blocks as generators write them. */
const block = (text, { language = 'user-pool', meta = '' } = {}) => `<pre${meta ? ` data-meta="${meta}"` : ''}><code class="language-${language}">${text}</code></pre>`
const blocks = {
  markdown: block('{ "PoolName": "markdown" }'),
  'in another language': block('Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: in another language\n'),
  sphinx: '<div class="highlight-user-pool notranslate"><div class="highlight"><pre><span></span><span class="p">{</span> <span>"PoolName": "sphinx"</span> }\n</pre></div></div>',
  rouge: '<div class="language-user-pool highlighter-rouge"><div class="highlight"><pre class="highlight"><code>{ "PoolName": "rouge" }</code></pre></div></div>',
  vitepress: '<div class="language-user-pool vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">user-pool</span><pre class="shiki"><code><span class="line">{ "PoolName": "vitepress" }</span></code></pre></div>',
  docusaurus: '<div class="language-user-pool codeBlockContainer"><div><pre class="prism-code language-user-pool"><code><span class="token-line">{<br></span><span class="token-line">"PoolName": "docusaurus" }<br></span></code></pre><div><button>Copy</button></div></div></div>',
}
const watchShifts = (page) => page.evaluate(() => {
  globalThis.shifts = 0
  // As the measure CLS counts: what a press moves at once is what it was for. It begins when the press is heard of, which a busy
  // machine's is late.
  let pressed = -Infinity
  addEventListener('click', () => { pressed = performance.now() }, true)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput && !(entry.startTime > pressed && entry.startTime < pressed + 500)) shifts += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
})

test('code blocks of any generator become playgrounds at a press, load nothing before, and move nothing', async () => {
  const markup = Object.values(blocks).map((html) => `<p>Before</p>${html}<p class="below">Below</p>`).join('')
  const { page, engines, asked, quiet, close } = await visit(markup, { upgrade: true })
  await watchShifts(page)
  const buttons = page.getByRole('button', { name: 'Try it' })
  await buttons.nth(Object.keys(blocks).length - 1).waitFor()
  assert.equal(await page.locator('user-pool-playground').count(), Object.keys(blocks).length)
  await page.waitForTimeout(300)
  assert.deepEqual(asked, ['/embed.js'])
  for (const [at, name] of Object.keys(blocks).entries()) {
    const below = page.locator('.below').nth(at)
    const button = page.locator('user-pool-playground').nth(at).getByRole('button')
    const [block, corner] = [await page.locator('pre').nth(at).boundingBox(), await button.boundingBox()]
    assert.ok(Math.abs(corner.y + corner.height / 2 - block.y - block.height) < 2, `${name}: the button is on its block's lower edge`)
    await button.click()
    const pressed = (await below.boundingBox()).y + await page.evaluate(() => scrollY)
    await says(frame(page, at).locator('.lines .line'), `"${name}"`)
    assert.equal((await below.boundingBox()).y + await page.evaluate(() => scrollY), pressed, `${name}: what is below stays where it is`)
    assert.equal(await page.locator('pre').nth(at).isVisible(), false)
  }
  assert.equal(await page.evaluate(() => shifts), 0)
  const whole = []
  for (const response of engines) if (response.status() === 200 && (await response.request().sizes()).responseBodySize > 10_000) whole.push(response)
  assert.equal(whole.length, 1, 'the engine is downloaded once')
  quiet()
  await close()
})

test('a block says in its language and its meta what is shown, and blocks that come later are no exception', async () => {
  const { page, quiet, close } = await visit([
    block('{ "PoolName": "worded" }', { meta: 'title=x view=words height=600 readonly' }), block('{ "PoolName": "updated" }', { language: 'user-pool-update' }),
    block('{ "PoolName": "other" }', { language: 'json' }), '<user-pool-playground mount="intent"><pre><code class="language-user-pool">{ "PoolName": "inside" }</code></pre><div>An answer</div></user-pool-playground>',
  ].join(''), { upgrade: true })
  const elements = page.locator('user-pool-playground')
  await elements.nth(2).getByRole('button').waitFor()
  await elements.nth(0).getByRole('button').click()
  await frame(page, 0).locator('.words').waitFor()
  assert.equal(await frame(page, 0).getByRole('tab', { name: 'Form' }).count(), 0)
  assert.ok(await page.evaluate(() => document.querySelector('user-pool-playground').getBoundingClientRect().height) >= 500)
  await elements.nth(1).getByRole('button').click()
  await frame(page, 1).getByRole('tab', { name: 'Update', selected: true }).waitFor()
  assert.equal(await page.evaluate(() => document.querySelectorAll('user-pool-playground')[2].request), '{ "PoolName": "inside" }')
  await page.evaluate((from) => {
    const later = document.body.appendChild(document.querySelector('pre').cloneNode(true))
    later.style.display = ''
    later.querySelector('code').textContent = from
  }, '{ "PoolName": "later" }')
  await elements.nth(3).getByRole('button').click()
  await says(frame(page, 3).locator('.words'), 'password')
  assert.match(await page.evaluate(() => document.querySelectorAll('user-pool-playground')[3].request), /later/)
  quiet()
  await close()
})

test('a playground that cannot be had leaves the block and offers itself again; without scripts the block is all', async () => {
  const lost = await visit(`${block('{ "PoolName": "lost" }')}<user-pool-playground for="previous" src="http://127.0.0.1:9/embed.html"></user-pool-playground>`, { expected: [/^Framing/] })
  await lost.page.clock.install()
  await lost.page.getByRole('button', { name: 'Try it' }).click()
  await lost.page.clock.runFor(21_000)
  await lost.page.getByRole('button', { name: 'Try it' }).waitFor()
  assert.equal(await lost.page.locator('pre').isVisible(), true)
  await lost.close()
  const off = await visit(block('{ "PoolName": "plain" }'), { upgrade: true, javaScriptEnabled: false })
  await says(off.page.locator('pre'), '"plain"')
  assert.equal(await off.page.locator('user-pool-playground').count(), 0)
  await off.close()
})
