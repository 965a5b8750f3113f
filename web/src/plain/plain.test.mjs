import assert from 'node:assert/strict'
import { test } from 'node:test'
import { focused, mod, says, stage, write } from '../../test/stage.mjs'

const it = stage()

test('the plain text field holds the same text, lands on problems, and shares undo', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop" }')
  await page.getByRole('tab', { name: 'Plain text' }).click()
  const field = page.locator('textarea.plain')
  assert.equal(await field.inputValue(), '{ "PoolName": "shop" }')
  await field.fill('{ "PoolName": "shop", "MfaConfiguration": "YES" }')
  await says(page.locator('.exception-type'), 'InvalidParameterException')

  await page.keyboard.press('F8')
  assert.equal(await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), '"YES"')
  await says(page.locator('.reference .reference-name'), 'MfaConfiguration')
  await page.locator('.problem .button.fix').filter({ hasText: 'OFF' }).click()
  await says(page.locator('.reply .status'), '200')
  assert.equal(await field.inputValue(), '{ "PoolName": "shop", "MfaConfiguration": "OFF" }')
  await field.focus()
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await field.inputValue(), '{ "PoolName": "shop", "MfaConfiguration": "YES" }')
  await page.keyboard.press('Tab')
  assert.equal(await focused(page, 'textarea.plain'), false)

  await page.reload()
  await page.locator('.reply .status').waitFor()
  assert.match(await page.locator('textarea.plain').inputValue(), /"YES"/)
  quiet()
  await close()
})
