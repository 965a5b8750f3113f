// What cannot be changed once the pool is made.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()

test('decisions for ever are told with what they mean, ticked off, and copied', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "UsernameAttributes": ["email"]}')
  await page.getByRole('tab', { name: 'Permanent' }).click()
  const given = page.locator('.door').filter({ hasText: 'UsernameAttributes' }).first()
  await says(given, 'Now: ["email"]')
  await says(given, 'Another choice is another pool')
  await says(page.locator('.door').filter({ hasText: 'UsernameConfiguration' }), 'Left out')
  const all = await page.locator('.door').count()
  await says(page.locator('.doors-head [role=status]'), `0 of ${all} checked`)
  await given.getByRole('checkbox').check()
  await says(page.locator('.doors-head [role=status]'), `1 of ${all} checked`)
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /- \[x\] \*\*UsernameAttributes\*\*: `\["email"\]`\. /)
  assert.match(copied, /- \[ \] \*\*Schema\*\*/)
  assert.match(copied, /### Can be changed at any time/)
  // Another decision has not been looked at.
  await write(page, '{"PoolName": "shop", "UsernameAttributes": ["phone_number"]}')
  await says(given, 'Now: ["phone_number"]')
  assert.equal(await given.getByRole('checkbox').isChecked(), false)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.request').isVisible(), false)
  assert.equal(await given.isVisible(), true)
  await page.emulateMedia({ media: 'screen' })
  quiet()
  await close()
})
