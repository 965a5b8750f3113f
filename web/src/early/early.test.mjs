// The request can be written before the page's own script, let alone the engine, is there.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { focused, says, stage } from '../../test/stage.mjs'

const it = stage()
const field = (page) => page.locator('user-pool-playground > textarea')

/** Opens a page whose script does not arrive before it is let through. */
async function openEarly(address = '') {
  let arrive
  const held = new Promise((resolve) => { arrive = resolve })
  const opened = await it.open({
    address, wait: false, waitUntil: 'commit',
    prepare: (page) => page.route(/\/app-\w+\.js$/, async (route) => { await held; await route.continue() }),
  })
  return { ...opened, arrive }
}

test('what is written before the editor is there goes on in it, with the place and the focus', async () => {
  const { page, close, arrive } = await openEarly()
  assert.match(await field(page).inputValue(), /"PoolName": "my-app"/)
  await field(page).fill('{ "PoolName": "early" }')
  await field(page).evaluate((field) => field.setSelectionRange(19, 19))
  await page.keyboard.type('b')
  arrive()
  await says(page.locator('.cm-content'), '"earlby"')
  assert.ok(await focused(page, '.cm-content'))
  assert.equal(await field(page).count(), 0)
  await page.keyboard.type('ird')
  await says(page.locator('.lines .line'), '"earlbirdy"')
  // It is a draft like any other, and the sample comes back by undoing it.
  await page.reload()
  await says(page.locator('.lines .line'), '"earlbirdy"')
  await close()
})

test('the field has the draft; a link shows nothing before it is read', async () => {
  const { page, close, arrive } = await openEarly()
  arrive()
  await page.locator('.reply .status').waitFor()
  await page.evaluate(() => localStorage.setItem('upp.draft', '{\r\n  "PoolName": "kept"\r\n}'))
  await page.evaluate(() => sessionStorage.removeItem('upp.draft'))
  await page.reload()
  await says(page.locator('.lines .line'), '"kept"')
  assert.equal(await page.evaluate(() => localStorage.getItem('upp.draft')), '{\r\n  "PoolName": "kept"\r\n}')
  await close()
  const linked = await openEarly('#v1.AAAA')
  await linked.page.locator('user-pool-playground').waitFor({ state: 'attached' })
  await linked.page.waitForFunction(() => document.querySelector('noscript'))
  assert.equal(await field(linked.page).count(), 0)
  linked.arrive()
  await linked.page.getByRole('alert').waitFor()
  await linked.close()
})
