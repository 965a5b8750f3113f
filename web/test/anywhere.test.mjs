// The built folder on hosts of all kinds: deep in a site, without compression, without headers, with wrong types.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { plainHost } from './plain-host.mjs'
import { built, comesTrue, dist, says, stage, write } from './stage.mjs'

const it = stage()
const engine = built('engine.wasm')
const readers = built('readers.wasm')

/** Opens a site and uses both programs; everything that is asked for has to lie in the site's folder. */
async function use(base, { serviceWorkers = 'block', expected = [] } = {}) {
  const asked = []
  const opened = await it.open({ base, address: base, serviceWorkers, expected, prepare: (_page, context) => context.on('request', (request) => asked.push(request.url())) })
  const { page } = opened
  await write(page, '{ "PoolName": "anywhere" }')
  await says(page.locator('.lines .line'), '"anywhere"')
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text').fill('client.create_user_pool(PoolName="from python")')
  await says(page.locator('.import-request'), 'from python')
  await page.keyboard.press('Escape')
  assert.deepEqual(asked.filter((url) => !url.startsWith(base) && !url.startsWith('data:')), [])
  return opened
}

test('deep in a site, with a space in its path: the page, its offline copy, the rules and the element', async () => {
  const folder = path.join(it.folder, 'deep')
  cpSync(dist, path.join(folder, 'a', 'b c'), { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Another page</title>')
  const server = await it.serve(folder)
  const base = `${server.base}a/b%20c/`
  const { page, context, quiet, close } = await use(base, { serviceWorkers: 'allow' })
  await says(page.locator('.offline-state'), 'Ready offline')
  await page.goto(`${base}rules.html`)
  await page.getByRole('link', { name: 'User Pool Playground' }).click()
  await says(page.locator('.lines .line'), '"anywhere"')
  await context.setOffline(true)
  await page.goto(base)
  await says(page.locator('.lines .line'), '"anywhere"')
  await context.setOffline(false)
  quiet()
  await page.goto(`${base}embed.html?view=words`)
  await page.locator('.words').waitFor()
  await close()
  await server.stop()
})

test('every address that the pages carry is relative, and what they load is held to its hash', () => {
  for (const name of ['index.html', 'embed.html', 'rules.html']) {
    const html = readFileSync(path.join(dist, name), 'utf8')
    for (const [, url] of html.matchAll(/<(?:script|link|img|a|iframe)\b[^>]*? (?:src|href)="([^"]*)"/g)) {
      assert.ok(/^(?:[\w.-]+(?:[?#].*)?|\.\/.*|#.*|https:\/\/.*)$/.test(url), `${name}: ${url}`)
    }
    for (const [tag] of html.matchAll(/<script\b[^>]*>|<link rel="stylesheet"[^>]*>/g)) assert.match(tag, / integrity="sha256-/, name)
  }
  const manifest = JSON.parse(readFileSync(path.join(dist, 'playground.webmanifest'), 'utf8'))
  for (const url of [manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }) => src)]) assert.doesNotMatch(url, /^\/|:/)
})

test('a script that the host has changed is not run', async () => {
  const { page, noise, close } = await it.open({ wait: false, expected: [/integrity/], prepare: (page) => page.route('**/app-*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${await response.text()}\n` })
  }) })
  await page.waitForFunction(() => document.readyState === 'complete')
  assert.ok(noise.some((line) => /integrity/.test(line)), noise.join('\n'))
  assert.equal(await page.locator('.cm-content').count(), 0)
  await close()
})

for (const [name, options] of [['hands out packed files as they are', {}], ['has the browser unpack them', { unpacks: true }]]) {
  test(`a host without compression or headers that ${name}: the programs come packed, once each`, async (t) => {
    const host = await plainHost(dist, options)
    t.after(() => host.stop())
    const { page, quiet, close } = await use(host.base)
    for (const program of [engine, readers]) {
      assert.equal(host.whole(program), 0, `${program} was sent unpacked`)
      assert.equal(host.whole(`${program}.gz`), 1)
      const first = host.sent.find((entry) => entry.name === program)
      assert.ok(first.bytes < first.of / 4, `${first.bytes} of ${first.of} bytes were sent before the page broke off`)
    }
    assert.equal(await page.evaluate(() => document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('[role=alert]').length), 0)
    quiet()
    await close()
  })
}

for (const [name, options] of [['does not have the packed copies', { without: /\.gz$/ }], ['answers with its page in their place', { without: /\.gz$/, fallback: true }]]) {
  test(`a host without compression that ${name}: the programs come as they are`, async (t) => {
    const host = await plainHost(dist, options)
    t.after(() => host.stop())
    // The browser tells of what is missing, whatever the page makes of it.
    const { close } = await use(host.base, { expected: [/404/] })
    for (const program of [engine, readers]) assert.equal(host.whole(program), 1)
    await close()
  })
}

test('what is kept for visits without a network is what the visit has fetched: nothing comes twice', async () => {
  const host = await plainHost(dist)
  const { page, context, quiet, close } = await use(host.base, { serviceWorkers: 'allow' })
  await says(page.locator('.offline-state'), 'Ready offline')
  await comesTrue(page, async (readers) => await caches.match(readers) !== undefined, readers)
  for (const program of [engine, readers]) {
    assert.equal(host.whole(program), 0, `${program} was sent unpacked`)
    assert.equal(host.whole(`${program}.gz`), 1)
  }
  const before = host.sent.length
  await page.reload()
  await says(page.locator('.lines .line'), '"anywhere"')
  assert.deepEqual(host.sent.slice(before).filter(({ name }) => name !== 'sw.js'), [])
  await context.setOffline(true)
  await host.stop()
  await page.reload()
  await says(page.locator('.lines .line'), '"anywhere"')
  quiet()
  await close()
})

test("Python's http.server", async (t) => {
  try {
    execFileSync('python3', ['--version'])
  } catch {
    t.skip('NOT RUN: it needs python3; the hosts above are like it')
    return
  }
  const python = spawn('python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', dist], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = await once(python.stdout, 'data')
  const { page, quiet, close } = await use(`http://127.0.0.1:${/port (\d+)/.exec(line)[1]}/`, { serviceWorkers: 'allow' })
  await says(page.locator('.offline-state'), 'Ready offline')
  quiet()
  await close()
  python.kill()
  await once(python, 'exit')
})
