// Without a network: the page is kept by its service worker, a newer build is offered and never forced, and a build
// without the worker takes it away.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { buildFiles } from '../../../scripts/offline.mjs'
import { built, comesTrue, copyLink, dist, says, stage, write } from '../../test/stage.mjs'

const it = stage()
const answer = JSON.stringify({ UserPool: { Id: 'eu-west-1_AbCdEf123', Name: 'from-an-answer', MfaConfiguration: 'OFF' } })

/** A site of its own, somewhere below the root, that can change and go away. */
async function site(name) {
  const folder = path.join(it.folder, name, 'tools', 'pools')
  cpSync(dist, folder, { recursive: true })
  writeFileSync(path.join(it.folder, name, 'index.html'), '<!doctype html><title>Another page</title>')
  const built = await buildFiles(folder)
  const server = await it.serve(path.join(it.folder, name))
  const base = `${server.base}tools/pools/`
  return {
    base, folder,
    stop: () => server.stop(),
    open: (options) => it.open({ base, serviceWorkers: 'allow', ...options }),
    /** Changes a file and lists it anew, as a build would. */
    async release(file, change) {
      writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), 'utf8')))
      for (const copy of ['br', 'gz']) rmSync(path.join(folder, `${file}.${copy}`), { force: true })
      const { files, version } = await buildFiles(folder)
      for (const copy of ['br', 'gz']) rmSync(path.join(folder, `sw.js.${copy}`), { force: true })
      const script = readFileSync(path.join(folder, 'sw.js'), 'utf8')
      const listed = script.replace(JSON.stringify(built.files), JSON.stringify(files)).replace(built.version, version)
      assert.notEqual(listed, script)
      writeFileSync(path.join(folder, 'sw.js'), listed)
    },
  }
}

const ready = (page) => says(page.locator('.offline-state'), 'Ready offline')
const lookForANewVersion = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update() })

test('one visit is enough to do everything without a network', async () => {
  const there = await site('offline')
  const { page, context, quiet, close } = await there.open()
  await ready(page)
  // What the header says of it takes no button's room.
  for (const width of [768, 1000, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    assert.ok(await page.locator('.top').evaluate((header) => header.scrollWidth <= header.clientWidth), `${width} px`)
  }
  // It follows the rest.
  await comesTrue(page, async (readers) => await caches.match(readers) !== undefined, built('readers.wasm'))
  await context.setOffline(true)
  await there.stop()
  for (let visit = 0; visit < 2; visit++) {
    await page.reload()
    await ready(page)
    await write(page, `{ "PoolName": "without a network ${visit}" }`)
    await says(page.locator('.lines .line'), `"without a network ${visit}"`)
  }
  await write(page, '{ "PoolName": "p", "MfaConfiguration": "ONN" }')
  await says(page.locator('.problem-message'), 'MfaConfiguration')

  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text').fill(answer)
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.lines .line'), '"from-an-answer"')

  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text').fill('Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: from-a-template\n')
  await says(page.locator('.import-request'), 'from-a-template')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Export' }).click()
  await page.getByLabel('Export to').selectOption('terraform')
  await says(page.getByRole('region', { name: "The request in the tool's words" }), 'resource "aws_cognito_user_pool"')
  await copyLink(page)
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const second = await context.newPage()
  await second.goto(link)
  await says(second.locator('.cm-content'), 'from-an-answer')
  await second.goto(`${there.base}?from=elsewhere`)
  await says(second.locator('.cm-content'), 'from-an-answer')
  await second.goto(`${there.base}rules.html`)
  await second.getByRole('heading', { level: 1 }).waitFor()
  await second.goto(`${there.base}no-such-file`)
  await says(second.locator('.cm-content'), 'from-an-answer')
  quiet()
  await close()
})

test('a newer build is offered; Later keeps the old one, Reload brings the new one and keeps the text', async () => {
  const there = await site('newer')
  const { page, context, quiet, close } = await there.open()
  await ready(page)
  await there.release('index.html', (html) => html.replace('<title>', '<title>Newer '))
  await write(page, '{ "PoolName": "kept" }')
  await lookForANewVersion(page)
  await says(page.locator('.banner'), 'A new version is ready')
  await page.getByRole('button', { name: 'Later' }).click()
  assert.equal(await page.locator('.banner').count(), 0)
  await page.reload()
  await ready(page)
  assert.equal(await page.title(), 'User Pool Playground')
  await says(page.locator('.banner'), 'A new version is ready')

  // In another window of the old build, nothing is reloaded; it is told.
  const other = await context.newPage()
  await other.goto(there.base)
  await ready(other)
  await other.getByRole('button', { name: 'Later' }).click()

  await write(page, '{ "PoolName": "kept to the last word" }')
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()])
  assert.equal(await page.title(), 'Newer User Pool Playground')
  await says(page.locator('.lines .line'), '"kept to the last word"')
  await ready(page)
  assert.equal(await page.locator('.banner').count(), 0)
  assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1)

  await says(other.locator('.banner'), 'A new version is ready')
  assert.equal(await other.title(), 'User Pool Playground')
  await other.getByRole('button', { name: 'Reload' }).click()
  await says(other.locator('.lines .line'), '"kept to the last word"')
  assert.equal(await other.title(), 'Newer User Pool Playground')
  quiet()
  await close()
  await there.stop()
})

test('a build that is half deployed is not taken', async () => {
  const there = await site('half')
  const { page, context, close } = await there.open()
  await ready(page)
  await there.release('index.html', (html) => html.replace('<title>', '<title>Newer '))
  writeFileSync(path.join(there.folder, 'rules.html'), 'of yet another build')
  for (const copy of ['br', 'gz']) rmSync(path.join(there.folder, `rules.html.${copy}`), { force: true })
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const refused = new Promise((resolve) => registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing.addEventListener('statechange', () => { if (installing.state === 'redundant') resolve() })
    }))
    await registration.update()
    await refused
  })
  await context.setOffline(true)
  await there.stop()
  await page.reload()
  await ready(page)
  assert.equal(await page.title(), 'User Pool Playground')
  assert.equal(await page.locator('.banner').count(), 0)
  await close()
})

test('a build with the service worker off takes it and what it kept away', async () => {
  const there = await site('off')
  const { page, quiet, close } = await there.open()
  await ready(page)
  for (const copy of ['br', 'gz']) rmSync(path.join(there.folder, `sw.js.${copy}`), { force: true })
  const esbuild = fileURLToPath(new URL('../../node_modules/.bin/esbuild', import.meta.url))
  const source = fileURLToPath(new URL('sw-off.ts', import.meta.url))
  execFileSync(esbuild, [source, '--bundle', '--format=iife', `--outfile=${path.join(there.folder, 'sw.js')}`, '--allow-overwrite', '--log-level=error'])
  await write(page, '{ "PoolName": "still here" }')
  await lookForANewVersion(page)
  await comesTrue(page, async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0)
  await says(page.locator('.lines .line'), '"still here"')
  quiet()
  await close()
  await there.stop()
})

test('nothing is registered in a frame', async () => {
  const there = await site('frame')
  writeFileSync(path.join(there.folder, 'host.html'), '<!doctype html><title>Host</title><iframe src="index.html" width="1000" height="700"></iframe>')
  const { page, close } = await there.open({ wait: false, address: 'host.html', prepare: (page) => page.route('**/host.html', async (route) => {
    // The host is another page, with a policy of its own.
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  }) })
  await page.frameLocator('iframe').locator('.reply .status').waitFor({ state: 'attached' })
  await page.waitForTimeout(500)
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0)
  await close()
  await there.stop()
})

test('the page can be installed', async () => {
  const there = await site('install')
  const { page, context, quiet, close } = await there.open()
  await ready(page)
  const devtools = await context.newCDPSession(page)
  const { errors, data } = await devtools.send('Page.getAppManifest')
  assert.deepEqual(errors, [])
  const manifest = JSON.parse(data)
  for (const { src, sizes, type } of manifest.icons) {
    const size = await page.evaluate(async ({ src, type }) => {
      const response = await fetch(src)
      if (response.headers.get('Content-Type') !== type) throw new Error(`${src} is ${response.headers.get('Content-Type')}`)
      const image = new Image()
      image.src = src
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, { src, type })
    if (sizes !== 'any') assert.equal(size, sizes)
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A private window, as tests are, cannot install; nothing else may be in the way.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), [])
  quiet()
  await close()
  await there.stop()
})

const unreadable = {
  'is not on the server': (script, file) => rmSync(file),
  'is no script': () => '<!doctype html><p>Sign in',
  'may not use the cache': (script) => `caches.open = () => Promise.reject(new DOMException('refused', 'SecurityError'));${script}`,
  'fails as soon as it starts': (script) => `throw new Error('broken');${script}`,
}

for (const [what, change] of Object.entries(unreadable)) {
  test(`where the service worker ${what}, the page works and promises nothing`, async () => {
    const there = await site(what.replaceAll(' ', '-'))
    const file = path.join(there.folder, 'sw.js')
    for (const copy of ['br', 'gz']) rmSync(`${file}.${copy}`, { force: true })
    const changed = change(readFileSync(file, 'utf8'), file)
    if (changed !== undefined) writeFileSync(file, changed)
    const { page, close } = await there.open({ expected: [/Failed to load resource/, /broken/, /bad HTTP response code|unsupported MIME type|Unexpected token/] })
    await write(page, '{ "PoolName": "all the same" }')
    await says(page.locator('.lines .line'), '"all the same"')
    // By now it has been tried and given up.
    await comesTrue(page, async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return !registration || !(registration.installing ?? registration.waiting ?? registration.active)
    })
    assert.equal(await page.locator('.offline-state').filter({ hasText: 'Ready' }).count(), 0)
    assert.equal(await page.locator('.banner').count(), 0)
    await close()
    await there.stop()
  })
}

test('a service worker whose cache is refused later, or emptied, leaves the page to the network', async () => {
  const there = await site('refused-later')
  const file = path.join(there.folder, 'sw.js')
  for (const copy of ['br', 'gz']) rmSync(`${file}.${copy}`, { force: true })
  writeFileSync(file, `addEventListener('message', (event) => { if (event.data === 'refuse') caches.open = () => Promise.reject(new DOMException('refused', 'SecurityError')) });${readFileSync(file, 'utf8')}`)
  const { page, close } = await there.open()
  await ready(page)
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name) })
  await page.reload()
  await ready(page)
  await page.evaluate(() => navigator.serviceWorker.controller.postMessage('refuse'))
  await page.reload()
  await write(page, '{ "PoolName": "by the network" }')
  await says(page.locator('.lines .line'), '"by the network"')
  assert.equal(await page.locator('.offline-state').filter({ hasText: 'Ready' }).count(), 0)
  await close()
  await there.stop()
})
