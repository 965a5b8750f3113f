// The reply to what a first visit begins with, in the page before a script is.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()
const lines = (scope) => scope.locator('.line').evaluateAll((all) => all.map((line) => [line.querySelector('.mark .word')?.textContent ?? '', line.querySelector('code').textContent.replace(/[›⌄]/, '').trim()]))
const undated = (all) => all.filter(([, code]) => !/"(?:LastModified|Creation)Date"/.test(code))

/** Holds a file back until it is let through. */
const hold = (file) => {
  let arrive
  const held = new Promise((resolve) => { arrive = resolve })
  return { arrive, prepare: (page) => page.route(file, async (route) => { await held; await route.continue().catch(() => {}) }) }
}

test('the reply is there before the script, stays while the engine comes, and the live one takes its place without a jump', async () => {
  const app = hold(/\/app-\w+\.js$/)
  const engine = hold(/\/engine-\w+\.wasm/)
  const { page, quiet, close } = await it.open({ wait: false, waitUntil: 'commit', prepare: async (page) => { await app.prepare(page); await engine.prepare(page) } })
  await says(page.locator('.early-reply .line'), '"my-app"')
  const before = await lines(page.locator('.early-reply'))
  await page.screenshot({ path: new URL('../../test/screenshots/early-reply.png', import.meta.url).pathname })
  await page.evaluate(() => {
    globalThis.shifts = []
    new PerformanceObserver((list) => { for (const { value, sources } of list.getEntries()) shifts.push([value, ...sources.map(({ node }) => node?.className)]) }).observe({ type: 'layout-shift', buffered: true })
  })
  app.arrive()
  await page.locator('.reply .early-reply .line').first().waitFor()
  assert.equal(await page.locator('.reply .placeholder').count(), 0)
  const places = () => page.locator('.reply').locator('.origin-bar, .lines, .line, .line .name').evaluateAll((all) => all.slice(0, 60).map((each) => {
    const { x, y, height } = each.getBoundingClientRect()
    return [each.className, Math.round(x), Math.round(y), Math.round(height)].join(' ')
  }))
  const early = await places()
  await page.screenshot({ path: new URL('../../test/screenshots/early-reply-taken.png', import.meta.url).pathname })
  engine.arrive()
  await page.locator('.reply .status').waitFor()
  assert.equal(await page.locator('.early-reply').count(), 0)
  assert.deepEqual(undated(await lines(page.locator('.reply .lines'))), undated(before))
  assert.deepEqual(await places(), early)
  // Only what the header tells of the engine comes and goes.
  assert.ok(await page.evaluate(() => shifts.reduce((sum, [value]) => sum + value, 0)) < 0.001)
  await write(page, '{ "PoolName": "typed" }')
  await says(page.locator('.lines .line'), '"typed"')
  quiet()
  await close()
})

test('it is not there where the visit begins with another text, or with other surroundings, nor once one is written', async () => {
  for (const [name, value] of [['upp.draft', '{ "PoolName": "kept" }'], ['upp.surroundings', '{"region":"eu-west-1"}']]) {
    const first = await it.open()
    await first.page.evaluate(([name, value]) => localStorage.setItem(name, value), [name, value])
    await first.page.evaluate(() => sessionStorage.clear())
    const engine = hold(/\/engine-\w+\.wasm/)
    await engine.prepare(first.page)
    await first.page.reload({ waitUntil: 'commit' })
    await first.page.locator('.reply .placeholder').waitFor()
    assert.equal(await first.page.locator('.early-reply').count(), 0, name)
    engine.arrive()
    await first.page.locator('.reply .status').waitFor()
    await first.page.evaluate(() => localStorage.clear())
    await first.page.unrouteAll()
    await first.close()
  }
  const app = hold(/\/app-\w+\.js$/)
  const written = await it.open({ wait: false, waitUntil: 'commit', prepare: app.prepare })
  await written.page.locator('.early-reply').waitFor()
  await written.page.locator('textarea').fill('{ "PoolName": "early" }')
  assert.equal(await written.page.locator('.early-reply').count(), 0)
  app.arrive()
  await says(written.page.locator('.lines .line'), '"early"')
  await written.close()
})

test('a request that is written while the engine comes has no reply of another', async () => {
  const engine = hold(/\/engine-\w+\.wasm/)
  const { page, close } = await it.open({ wait: false, prepare: engine.prepare })
  await page.locator('.reply .early-reply .line').first().waitFor()
  await write(page, '{ "PoolName": "other" }')
  await page.locator('.early-reply').waitFor({ state: 'detached' })
  engine.arrive()
  await says(page.locator('.lines .line'), '"other"')
  await close()
})

test('with scripts off the page shows the request, the reply and the words', async () => {
  const page = await (await it.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1000, height: 900 } })).newPage()
  await page.goto(it.base)
  assert.match(await page.locator('textarea').inputValue(), /"my-app"/)
  for (const part of ['textarea', '.early-reply', '.early-words', 'noscript p']) assert.equal(await page.locator(part).isVisible(), true, part)
  await says(page.locator('.early-reply .line'), '"my-app"')
  await says(page.locator('.early-words'), 'sign in')
  await page.screenshot({ path: new URL('../../test/screenshots/scripts-off.png', import.meta.url).pathname, fullPage: true })
  await page.context().close()
})
