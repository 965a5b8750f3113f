// The main job by keys alone: from the first visit to a valid pool with MFA and a custom attribute, and a link to it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage } from '../../test/stage.mjs'

const it = stage()

test('a pool with MFA and a custom attribute is written and shared without a pointer', async (t) => {
  const { page, quiet, close } = await it.open()
  let presses = 0
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      presses++
    }
  }
  const type = async (text) => {
    await page.keyboard.type(text)
    presses += text.length
  }
  const offered = async (label) => {
    await page.locator('.cm-tooltip-autocomplete li[aria-selected]').filter({ hasText: label }).waitFor()
    // A list that has just come up takes no key for a moment, lest it catch one that was meant for the text.
    await page.waitForTimeout(120)
  }
  const start = Date.now()

  // From the address bar into the page: the first stop is the list of examples.
  await press('Tab')
  assert.equal(await page.evaluate(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.textContent.trim()), 'Examples')
  await press('Enter')
  await type('mfa')
  await press('ArrowDown', 'Enter')
  await says(page.locator('.lines .line'), '"mfa-required"')

  // The focus is in the editor. A custom attribute goes to the end of the list of attributes.
  await press('Control+f')
  await type('"Mutable": true')
  await press('Enter', 'Escape', 'ArrowRight', 'ArrowDown', 'End')
  await type(',')
  await press('Enter')
  await type('{')
  await press('Control+Space')
  await offered('Name')
  await press('Enter')
  await type('tenant')
  await press('End')
  await type(', "Att')
  await offered('AttributeDataType')
  await press('Enter')
  await offered('String')
  await press('Enter')
  await says(page.locator('.lines .line'), '"custom:tenant"')
  await says(page.locator('.reply .status'), '200')
  assert.equal(await page.locator('.problem.error').count(), 0)

  // Out of the editor backwards, to Share.
  const name = () => page.evaluate(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.textContent.trim() ?? '')
  for (let step = 0; step < 12 && await name() !== 'Share'; step++) await press('Shift+Tab')
  await press('Enter')
  await says(page.locator('.share-state'), 'address bar')
  await press('Enter')
  await says(page.locator('.share-actions'), 'Copied')
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#v1\.[\w-]+$/)
  await press('Escape')
  assert.equal(await name(), 'Share')
  t.diagnostic(`${presses} key presses, ${((Date.now() - start) / 1000).toFixed(1)} s of the page's own time`)
  assert.ok(presses < 120, `${presses} key presses`)
  quiet()
  await close()
})

test('F6 walks the panes, ? lists the keys, and views are chosen by arrows', async () => {
  const { page, quiet, close } = await it.open()
  const pane = () => page.evaluate(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.closest('.pane')?.id)
  await page.locator('.cm-content').focus()
  const seen = []
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F6')
    seen.push(await pane())
  }
  assert.deepEqual(seen, ['reply', 'problems', 'reference', 'request'])
  await page.keyboard.press('Shift+F6')
  assert.equal(await pane(), 'reference')

  await page.keyboard.press('?')
  await says(page.locator('.help'), 'Next pane')
  await page.keyboard.press('Escape')
  await page.locator('.help[open]').first().waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: 'Reply' }).focus()
  await page.keyboard.press('ArrowRight')
  assert.equal(await page.getByRole('tab', { name: 'In words' }).getAttribute('aria-selected'), 'true')
  await page.keyboard.press('End')
  await page.locator('.raw.wire').waitFor()

  // In text a question mark is a question mark.
  await page.locator('.cm-content').focus()
  await page.keyboard.type('?')
  assert.equal(await page.locator('.help[open]').count(), 0)
  quiet()
  await close()
})
