// The ways to look at the reply, and the examples.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { moduleOf } from './module.mjs'
import { says, shownText, stage, write } from './stage.mjs'

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

test('what the cursor stands in is marked in the reply', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "MfaConfiguration": "OFF", "PoolName": "shop" }')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await says(page.locator('.line[data-from-cursor]'), '"shop"')
  assert.equal(await page.locator('.line[data-from-cursor]').count(), 1)
  quiet()
  await close()
})

test('the reply can be saved', async () => {
  const { page, quiet, close } = await it.open()
  const saved = page.waitForEvent('download')
  await page.locator('.reply').getByRole('button', { name: 'Download' }).click()
  const download = await saved
  assert.equal(download.suggestedFilename(), 'user-pool.json')
  const pool = JSON.parse(await readFile(await download.path(), 'utf8'))
  assert.equal(pool.UserPool.Name, 'my-test-user-pool')
  quiet()
  await close()
})

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
  await page.getByRole('button', { name: 'Undo' }).click()
  assert.equal(await shownText(page), '{ "PoolName": "mine" }')
  assert.equal(await page.locator('.banner').count(), 0)
  quiet()
  await close()
})
