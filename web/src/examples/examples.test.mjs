import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, shownText, stage, write } from '../../test/stage.mjs'

const it = stage()

test('examples are searched by what is in them, and taking one can be undone', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "mine" }')
  await page.getByRole('button', { name: 'Examples' }).click()
  assert.ok(await page.locator('#examples li button').count() >= 10)
  await page.keyboard.type('kms encrypted')
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('#examples li button').length === 1)
  await page.keyboard.type(' nowhere')
  await says(page.locator('#examples'), 'No example has all of these words')
  for (let step = 0; step < ' nowhere'.length; step++) await page.keyboard.press('Backspace')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await says(page.locator('.banner'), '“Custom senders” took the place of your text')
  await says(page.locator('.lines .line'), '"custom-senders"')
  // It covers nothing: it stands below the text.
  const [line, text] = [await page.locator('.banner').boundingBox(), await page.locator('.request-view').boundingBox()]
  assert.ok(line.y >= text.y + text.height && line.width <= text.width)
  await page.locator('.banner').getByRole('button', { name: 'Undo' }).click()
  assert.equal(await shownText(page), '{ "PoolName": "mine" }')
  assert.equal(await page.locator('.banner').count(), 0)
  // Closed, it gives the focus to the text.
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.locator('#examples li button:visible').first().click()
  await page.locator('.banner').getByRole('button', { name: 'Close' }).press('Enter')
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.matches('.request .cm-content'))
  quiet()
  await close()
})
