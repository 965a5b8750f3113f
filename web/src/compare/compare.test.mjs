// The reply beside another one.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()

test('the reply is compared with that to an example and with the one before', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('tab', { name: 'Compare' }).click()
  await says(page.locator('#reply-view'), 'Nothing has changed yet')
  // The reply has to stand for a moment to be one that one can go back to.
  await page.waitForTimeout(1_600)
  await write(page, '{ "PoolName": "my-first-pool", "MfaConfiguration": "OFF", "DeletionProtection": "ACTIVE" }')
  await says(page.locator('.compared-line[data-side=before]'), 'my-app')
  await says(page.locator('.compared-line[data-side=now]'), 'my-first-pool')
  await page.locator('#baseline').selectOption({ label: 'to “Only a name”' })
  await says(page.locator('.compare-sum'), '1 sentence and 1 line only now (+), 1 sentence and 1 line only there (−)')
  await says(page.locator('.compared-line[data-side=now]'), 'ACTIVE')
  quiet()
  await close()
})

test('lines are compared by their place and value', async () => {
  const { compare } = await moduleOf('compare/compared.ts')
  const reply = (body) => ({ body: JSON.stringify(body) })
  const same = { a: 1, b: [1, 2, 3], c: { d: 'x' } }
  assert.deepEqual(compare(reply(same), reply(same)).map((lines) => lines.length), [11])
  const lines = compare(reply(same), reply({ ...same, c: { d: 'y' } }))
  assert.deepEqual(lines.map((line) => (Array.isArray(line) ? line.length : `${line.side} ${line.line.value}`)), [6, 'both ]', 'both {', 'before "x"', 'now "y"', 'both }', 'both }'])
})

test('a request is kept as A, told apart in words, and goes into the link with its other', async () => {
  const first = await it.open()
  const { page } = first
  await write(page, '{"PoolName": "shop", "UsernameAttributes": ["email"]}')
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Keep this as A' }).click()
  await says(page.locator('.compare-sum'), 'The two replies are the same')
  await write(page, '{"PoolName": "shop", "UsernameAttributes": ["phone_number"]}')
  await says(page.locator('.compared-words [data-side=now]'), 'phone number')
  await says(page.locator('.compared-words [data-side=before]'), 'email')
  // What the service makes up anew is no difference.
  assert.ok(!(await page.locator('.compared-line[data-side]:not([data-side=both])').allInnerTexts()).some((line) => /Date|"Id"|"Arn"/.test(line)))
  await page.locator('.compared-same').first().click()
  await says(page.locator('.compared-line[data-side=both]'), '"Id"')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelector('#share-link')?.value.includes('#v1.'))
  const link = await page.locator('#share-link').inputValue()
  const second = await it.open({ address: link })
  await says(second.page.locator('.compared-words [data-side=now]'), 'phone number')
  assert.equal(await second.page.locator('#baseline').inputValue(), 'a')
  second.quiet()
  await second.close()
  first.quiet()
  await first.close()
})

test('a request is compared with itself on another day of the API', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "UserPoolTier": "LITE"}')
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.locator('#baseline').selectOption({ label: 'to this request with the API of a day' })
  await page.getByLabel('The day').fill('2018-01-01')
  await says(page.locator('.compared-line[data-side=now]'), 'UserPoolTier')
  quiet()
  await close()
})
