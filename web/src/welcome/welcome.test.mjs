// The first ten seconds.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { focused, says, shownText, stage, write } from '../../test/stage.mjs'

const it = stage()

test('a first visit says what this is and opens with a short request without a problem', async () => {
  const { page, quiet, close } = await it.open()
  await says(page.locator('.tagline'), 'Amazon Cognito’s CreateUserPool')
  await says(page.locator('.tagline'), 'Unofficial; nothing is sent.')
  assert.ok((await shownText(page)).split('\n').length <= 8)
  await says(page.locator('.reply .status'), '200')
  assert.equal(await page.locator('.problem.error, .problem.warning').count(), 0)
  await says(page.locator('.surroundings-opener:visible'), 'us-east-1')
  await page.getByRole('button', { name: 'Help' }).click()
  await says(page.locator('dialog[open]'), /The API is that of 20\d\d-\d\d-\d\d/)
  quiet()
  await close()
})

test('there are four ways to begin, and none once something is written', async () => {
  for (const { way, leads } of [
    { way: 'Start from an example', leads: '#examples:not([hidden])' },
    { way: 'Write JSON', leads: '.exception' },
    { way: 'Fill in a form', leads: '.form' },
    { way: 'Import what I have', leads: 'dialog[open] #import-text' },
  ]) {
    const { page, quiet, close } = await it.open()
    await page.locator('.welcome').getByRole('button', { name: way }).click()
    await page.locator(leads).waitFor()
    quiet()
    await close()
  }
  const { page, quiet, close } = await it.open()
  await page.locator('.welcome').waitFor()
  await write(page, '{"PoolName": "shop"}')
  await page.locator('.welcome').waitFor({ state: 'detached' })
  await says(page.locator('.lines .line'), '"shop"')
  await page.waitForTimeout(800)
  await page.reload()
  await page.locator('.reply .status').waitFor()
  assert.equal(await page.locator('.welcome').count(), 0)
  quiet()
  await close()
})

for (const width of [390, 1280]) {
  test(`the tour has five steps at ${width} px, points at real things and is left by any key`, async () => {
    const { page, quiet, close } = await it.open({ width })
    await page.getByRole('button', { name: 'Show me around' }).click()
    for (let step = 1; step <= 5; step++) {
      await says(page.locator('.tour'), `${step} of 5`)
      assert.equal(await page.locator('[data-toured]:visible').count(), 1, `${step}`)
      assert.equal(await focused(page, '.tour .primary'), true)
      await page.keyboard.press('Enter')
    }
    await page.locator('.tour').waitFor({ state: 'detached' })
    assert.equal(await page.locator('[data-toured]').count(), 0)
    if (width < 700) await page.locator('.tabs').getByRole('button', { name: 'Request' }).click()
    await page.getByRole('button', { name: 'Show me around' }).click()
    await says(page.locator('.tour'), '1 of 5')
    await page.keyboard.press('x')
    await page.locator('.tour').waitFor({ state: 'detached' })
    quiet()
    await close()
  })
}
