// What a call does to a pool, in the page.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()

const pool = JSON.stringify({
  UserPool: { Id: 'us-east-1_Example01', Name: 'shop', MfaConfiguration: 'ON', AutoVerifiedAttributes: ['email'], LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:vet' } },
  GetUserPoolMfaConfig: { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } },
})

test('by keyboard alone: what --mfa-configuration OFF does to a pasted pool, and how it is made safe', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('tab', { name: 'Reply', exact: true }).focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await says(page.locator('.update-sum'), 'change')
  // From the tab into the view, to the choice of the pool.
  await page.getByLabel('The pool as it is').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(pool)
  await says(page.locator('.update-changes'), 'PreSignUp')
  await says(page.locator('.update-reply'), '{}')
  await says(page.locator('.update-sum'), '3 values change, 2 of them set back though nobody asked')
  assert.deepEqual(await page.locator('.update-changes li').evaluateAll((rows) => rows.map((row) => row.dataset.kind)), ['reset', 'reset', 'given'])
  await page.getByRole('button', { name: 'Send along what would be lost' }).focus()
  await page.keyboard.press('Enter')
  await says(page.locator('.update-sum'), 'One value changes.')
  assert.match(await page.getByLabel('UpdateUserPool request').inputValue(), /"LambdaConfig": \{\s*"PreSignUp"/)
  // The next call finds the pool as this one leaves it, and can be taken back.
  await page.getByRole('button', { name: 'Go on from here' }).click()
  await says(page.locator('.update-sum'), 'The pool stays as it is.')
  await page.getByRole('button', { name: 'Take back (1)' }).click()
  await says(page.locator('.update-sum'), 'One value changes.')
  await page.getByText('The pool afterwards').click()
  await says(page.locator('.update-line[data-kind=given]'), 'MfaConfiguration')
  quiet()
  await close()
})

test('a refused call says why, and a text that is no pool what was expected', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop", "AutoVerifiedAttributes": ["email"], "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } }')
  await page.getByRole('tab', { name: 'Update' }).click()
  await says(page.locator('.update-reply'), 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes')
  await says(page.locator('.update-sum'), 'Refused')
  await page.getByLabel('The call').selectOption('SetUserPoolMfaConfig')
  await says(page.locator('.update-reply'), 'SoftwareTokenMfaConfiguration')
  await page.getByLabel('The pool as it is').selectOption('pasted')
  await page.getByRole('textbox', { name: 'The pool as it is' }).fill('{"colour": "blue"}')
  await says(page.locator('.update-problems'), 'This names no pool')
  quiet()
  await close()
})
