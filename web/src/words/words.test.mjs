// The pool in plain language.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()

test('the pool is told in words, with its messages and a password to try', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, JSON.stringify({
    PoolName: 'shop', UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireNumbers: true } },
    VerificationMessageTemplate: { EmailSubject: 'Hello', EmailMessage: '<h1>Hi</h1>Your code is {####}<script>alert(1)</script><img src=x onerror=alert(2)><a href="https://example.com">here</a>' },
  }))
  await page.getByRole('tab', { name: 'In words' }).click()
  await says(page.locator('.words'), 'email')
  await says(page.locator('.words'), '12')

  await page.getByLabel('Try a password').fill('short')
  await says(page.locator('#password-outcome .broken'), '12')
  await page.getByLabel('Try a password').fill('a long password 1')
  await page.locator('#password-outcome .broken').first().waitFor({ state: 'detached' })
  assert.ok(await page.locator('#password-outcome .kept').count() >= 2)

  const email = page.locator('.email-card').filter({ hasText: 'Hello' }).first()
  await says(email.locator('h1'), 'Hi')
  assert.doesNotMatch(await email.innerText(), /\{####\}/)
  assert.equal(await email.locator('script, img, [href], [onerror]').count(), 0)

  await write(page, '{ "PoolName": 7, "MfaConfiguration": "YES" }')
  await says(page.locator('#reply-view'), 'There is no pool')
  quiet()
  await close()
})

test('a sentence points at what it comes from', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop", "DeletionProtection": "ACTIVE" }')
  await page.getByRole('tab', { name: 'In words' }).click()
  await page.locator('.words li').filter({ hasText: /deleted|deletion/i }).first().hover()
  await says(page.locator('.cm-origin'), 'ACTIVE')
  quiet()
  await close()
})
