// What is told where the service answers otherwise.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()

test('request, surroundings, reply, rules and build are one text, which says nothing of whose it is', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "acme-prod", "MfaConfiguration": "ON", "LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:210987654321:function:acme-secret"}}')
  await says(page.locator('.reply .status'), '400')
  await page.locator('.exception').getByRole('button', { name: 'AWS said something else…' }).click()
  // What is fetched when it is first opened takes the focus as if it had been there.
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.id === 'disagree-said')
  await page.keyboard.insertText('It took it.')
  const text = page.locator('.disagree-text')
  for (const part of ['It took it.', '"MfaConfiguration": "ON"', 'HTTP 400', 'InvalidParameterException', 'mfa-needs-sms (error)', 'API of 20', '"now"']) await says(text, part)
  for (const name of ['acme-prod', 'acme-secret', '210987654321']) assert.ok(!(await text.innerText()).includes(name), name)
  await page.getByLabel('Replace account ids').uncheck()
  await says(text, 'acme-secret')
  await page.getByRole('button', { name: 'Copy the text' }).click()
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /acme-prod/)
  quiet()
  await close()
})

test('what is replaced is replaced alike everywhere', async () => {
  const { disguise } = await moduleOf('disagree/disguise.ts')
  for (const [text, names, wanted] of [
    ['arn:aws:iam::210987654321:role/sms and 210987654321', [], 'arn:aws:iam::111111111111:role/name and 111111111111'],
    ['arn:aws:lambda:eu-west-1:210987654321:function:f arn:aws:lambda:eu-west-1:321098765432:function:f', [], 'arn:aws:lambda:eu-west-1:111111111111:function:name arn:aws:lambda:eu-west-1:111111111112:function:name'],
    ['{"PoolName": "shop", "Name": "shop"}', ['shop'], '{"PoolName": "name", "Name": "name"}'],
    ['{"Arn": "arn:aws:iam::210987654321:role/sms", "PoolName": "shop"}', ['shop'], '{"Arn": "arn:aws:iam::111111111111:role/name-2", "PoolName": "name"}'],
    ['mail to jane@acme.example', [], 'mail to person-1@example.com'],
    ['1.594889658976E9 and 2026-11-13', [], '1.594889658976E9 and 2026-11-13'],
  ]) assert.equal(disguise(text, names), wanted)
})
