// An error message that somebody has, explained.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, shownText, stage, write } from '../../test/stage.mjs'

const it = stage()

const event = 'Resource handler returned message: "SMS configuration and Auto verification for phone_number are required when MFA is required/optional (Service: CognitoIdentityProvider, Status Code: 400)"'

test('a message leads to its rule, to the request that is open, and to one that keeps it', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "MfaConfiguration": "ON"}')
  await says(page.locator('.reply .status'), '400')
  await page.getByRole('button', { name: 'Explain an error message…' }).click()
  await page.getByLabel('The message').fill(event)
  const match = page.locator('.explained')
  await says(match, 'mfa-needs-sms')
  await says(page.locator('.import-result'), 'Printed by CloudFormation')
  await says(match.locator('.explained-open'), 'The request that is open breaks it, too')
  await match.getByRole('button', { name: 'Make the pool with OFF, and call SetUserPoolMfaConfig then' }).click()
  await says(page.locator('.reply .status'), '200')
  await page.getByRole('button', { name: 'Explain an error message…' }).click()
  await page.getByLabel('The message').fill("Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6")
  await says(match, 'MinimumLength is 5')
  await match.locator('figure').filter({ hasText: 'A request that is answered so' }).getByRole('button').click()
  await says(page.locator('.reply .status'), '400')
  assert.match(await shownText(page), /"MinimumLength": 5/)
  quiet()
  await close()
})

test('a message that is pasted into the editor can be explained, and what is none says so', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, `Error: ${event}`)
  // Nothing was sent that the service would refuse.
  await says(page.locator('.reply .status'), 'no request')
  await page.getByRole('button', { name: 'Explain it' }).click()
  await says(page.locator('.explained'), 'mfa-needs-sms')
  // The values of a message, by their names and without what was around them.
  await page.getByLabel('The message').fill('Resource handler returned message: "Model validation failed (#/Policies/PasswordPolicy/MinimumLength: expected type: Integer, found: String)"')
  await says(page.locator('.explained'), 'template-type')
  assert.deepEqual(await page.locator('.explained-values > div').allInnerTexts().then((all) => all.map((each) => each.replace(/\s+/g, ' ')).sort()), ['Found type String', 'Wanted type Integer'])
  await page.getByLabel('The message').fill('It does not work, whatever I try.')
  await says(page.locator('.import-result'), 'No known message')
  await page.keyboard.press('Escape')
  await page.getByLabel('The message').waitFor({ state: 'detached' })
  // What was pasted is there again.
  await page.getByRole('button', { name: 'Explain an error message…' }).click()
  assert.equal(await page.getByLabel('The message').inputValue(), 'It does not work, whatever I try.')
  quiet()
  await close()
})
