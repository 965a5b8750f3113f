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
  await says(page.locator('.compared-line[data-side=before]'), 'my-test-user-pool')
  await says(page.locator('.compared-line[data-side=now]'), 'my-first-pool')
  await page.locator('#baseline').selectOption({ label: 'to “Only a name”' })
  await says(page.locator('.compare-sum'), '1 line only here, 1 only there')
  await says(page.locator('.compared-line[data-side=now]'), 'ACTIVE')
  quiet()
  await close()
})

test('lines are compared by their place and value', async () => {
  const { compare } = await moduleOf('compare/compared.ts')
  const reply = (body) => ({ body: JSON.stringify(body) })
  const same = { a: 1, b: [1, 2, 3], c: { d: 'x' } }
  assert.deepEqual(compare(reply(same), reply(same)), [11])
  const lines = compare(reply(same), reply({ ...same, c: { d: 'y' } }))
  assert.deepEqual(lines.map((line) => (typeof line === 'number' ? line : `${line.side} ${line.line.value}`)), [6, 'both ]', 'both {', 'before "x"', 'now "y"', 'both }', 'both }'])
})
