// What a call does to a pool, in the page.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comesTrue, copyLink, mod, says, stage, write } from '../../test/stage.mjs'

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
  await page.getByLabel('Current pool').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(pool)
  await says(page.locator('.update-changes'), 'PreSignUp')
  await says(page.locator('.update-reply'), '{}')
  await says(page.locator('.update-sum'), '3 values change, 2 of them reset, though the call does not name them')
  assert.deepEqual(await page.locator('.update-changes li').evaluateAll((rows) => rows.map((row) => row.dataset.kind)), ['reset', 'reset', 'given'])
  await page.getByRole('button', { name: 'Add what would be reset' }).focus()
  await page.keyboard.press('Enter')
  await says(page.locator('.update-sum'), 'One value changes.')
  await page.getByText('The pool afterwards').click()
  assert.match(await page.getByLabel('UpdateUserPool request').innerText(), /"LambdaConfig": \{\s*"PreSignUp"/)
  // The next call finds the pool as this one leaves it, and can be taken back.
  await page.getByRole('button', { name: 'Make the call' }).click()
  // What it did stays in sight, until somebody asks for the next one.
  await says(page.locator('.update-made'), 'Below: what call 1 did.')
  await says(page.locator('.update-sum'), 'One value changes.')
  await page.getByRole('button', { name: 'Show what the next call would do' }).click()
  await says(page.locator('.update-sum'), 'The pool stays as it is.')
  await page.locator('.update-made').getByRole('button', { name: 'UpdateUserPool' }).click()
  await says(page.locator('.update-sum'), 'One value changes.')
  await page.getByRole('button', { name: 'Undo call (1)' }).click()
  assert.equal(await page.locator('.update-made').count(), 0)
  await says(page.locator('.update-sum'), 'One value changes.')
  await page.getByText('The pool afterwards').click()
  await page.getByText('The pool afterwards').click()
  await says(page.locator('.update-line[data-kind=given]'), 'MfaConfiguration')
  quiet()
  await close()
})

test('the calls that were made stay over a reload, and can be undone after it', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop", "LambdaConfig": { "PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:vet" } }')
  await page.getByRole('tab', { name: 'Update' }).click()
  await says(page.locator('.update-sum'), 'One value changes')
  await page.getByRole('button', { name: 'Make the call' }).click()
  await page.getByLabel('The call').selectOption('TagResource')
  await says(page.locator('.update-changes'), 'team')
  await page.getByRole('button', { name: 'Make the call' }).click()
  await says(page.locator('.update-made'), 'TagResource')
  // So does the view.
  await page.reload()
  await says(page.locator('.update-made'), 'UpdateUserPool One value changes, though the call does not name it.')
  await says(page.locator('.update-sum'), 'The pool stays as it is.')
  await page.locator('.update-made').getByRole('button', { name: 'TagResource' }).click()
  await says(page.locator('.update-changes'), 'team')
  await page.getByRole('button', { name: 'Undo call (2)' }).click()
  await page.getByRole('button', { name: 'Undo call (1)' }).click()
  await says(page.locator('.update-changes'), 'PreSignUp')
  // There is nothing to undo any more, and the focus is beside the button.
  await comesTrue(page, () => document.querySelector('user-pool-playground').shadowRoot.activeElement?.textContent === 'Make the call')
  quiet()
  await close()
})

test('behind a long call it is seen what came of it, and the focus stays', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop" }')
  await page.getByRole('tab', { name: 'Update' }).click()
  await says(page.locator('.update-sum'), 'stays as it is')
  const request = page.getByLabel('UpdateUserPool request')
  const id = /us-east-1_\w+/.exec(await request.innerText())[0]
  await write(page, JSON.stringify({ UserPoolId: id, UserPoolTags: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`tag-${n}`, 'x'])) }, null, 2), request)
  await says(page.locator('.update-changes'), 'tag-29')
  await page.locator('.update').evaluate((view) => view.scrollTop = 0)
  await page.getByRole('button', { name: 'Make the call' }).press('Enter')
  await says(page.locator('.update-made'), 'Below: what call 1 did.')
  await comesTrue(page, () => {
    const root = document.querySelector('user-pool-playground').shadowRoot
    const [view, made, sum] = ['.update', '.update-made', '[aria-live] > .update-sum'].map((each) => root.querySelector(each).getBoundingClientRect())
    return made.top >= view.top && sum.bottom <= view.bottom && root.activeElement.textContent === 'Make the call'
  })
  quiet()
  await close()
})

test('a link carries the pasted pool and the call; the way to the request is found, and all of it spelt for tools', async () => {
  const { page, context, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop", "MfaConfiguration": "OFF", "AutoVerifiedAttributes": ["email"], "LambdaConfig": { "PreSignUp": "arn:aws:lambda:us-east-1:123456789012:function:vet" }, "UserPoolTags": { "team": "shop" } }')
  await page.getByRole('tab', { name: 'Update' }).click()
  await page.getByLabel('Current pool').selectOption('pasted')
  await page.getByRole('textbox', { name: 'Current pool' }).fill(pool)
  await page.getByText('How to get from this pool to the one in the request').click()
  await says(page.locator('.update-way'), 'UpdateUserPool')
  await page.locator('.update-way').getByRole('button', { name: 'Show what it does' }).first().click()
  await says(page.locator('.update-sum').first(), 'change')
  await page.locator('.calls-as-code summary').first().click()
  await says(page.locator('.calls-code').first(), /aws cognito-idp \S+ --region us-east-1 --cli-input-json/)
  // A member that the text lacks is offered, and a problem is mended at its place.
  const request = page.getByRole('textbox', { name: 'UpdateUserPool request' })
  await page.getByLabel('The call').selectOption('UpdateUserPool')
  await write(page, '{"UserPoolId": "us-east-1_Example01", "MfaConfiguration": "OF"}', request)
  await page.locator('.call-editor .cm-lintRange-error').waitFor()
  const wrong = page.locator('.cm-diagnostic').filter({ hasText: 'it has to be one of OFF, ON or OPTIONAL' })
  for (let i = 0; i < 3 && !await wrong.isVisible(); i++) await request.press('F8')
  await wrong.locator('.cm-diagnosticAction').first().click()
  await says(page.locator('.update-reply').first(), '{}')
  await copyLink(page)
  const link = await page.getByLabel('Link to this request').inputValue()
  const other = await context.newPage()
  await other.goto(link)
  await says(other.locator('.update-reply').first(), '{}')
  assert.equal(await other.getByRole('textbox', { name: 'Current pool' }).inputValue(), pool)
  quiet()
  await close()
})

test('a pasted command of the AWS CLI becomes the request that it sends', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('tab', { name: 'Update' }).click()
  await page.locator('.call-editor .cm-content').click()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.insertText('aws cognito-idp update-user-pool --user-pool-id us-east-1_Abc --mfa-configuration OFF')
  await says(page.locator('.call-editor .cm-line'), '"MfaConfiguration": "OFF"')
  await says(page.locator('.update-changes'), 'AutoVerifiedAttributes')
  // The Id that the command names stays. The pool, which has none of its own, takes it.
  await says(page.locator('.call-editor .cm-line'), '"UserPoolId": "us-east-1_Abc"')
  await says(page.locator('.update-sum'), 'Here it takes the one that the call names, us-east-1_Abc.')
  await page.getByRole('button', { name: 'Make the call' }).click()
  await page.getByRole('button', { name: 'Show what the next call would do' }).click()
  await says(page.locator('.update-sum'), 'The pool stays as it is.')
  // With another Id, the calls before are made again; what of a command cannot be sent is told.
  await page.locator('.call-editor .cm-content').click()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.insertText('aws cognito-idp update-user-pool --user-pool-id us-west-2_XYZ --mfa-configuration OFF --account-recovery-setting "$RECOVERY"')
  await says(page.locator('.update-sum'), 'the one that the call names, us-west-2_XYZ.')
  await says(page.locator('.update-sum'), 'RECOVERY')
  await says(page.locator('.update-reply'), '{}')
  await page.getByRole('button', { name: 'Undo call (1)' }).click()
  await says(page.locator('.call-editor .cm-line'), '"UserPoolId": "us-west-2_XYZ"')
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
  await page.getByLabel('Current pool').selectOption('pasted')
  await page.getByRole('textbox', { name: 'Current pool' }).fill('{"colour": "blue"}')
  await says(page.locator('.call-problems'), 'This names no pool')
  quiet()
  await close()
})

test('the form of an update says of each member what comes of leaving it out of this call', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop", "DeletionProtection": "ACTIVE" }')
  await page.getByRole('tab', { name: 'Update' }).click()
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  const field = (pointer) => page.locator(`.update [data-pointer="${pointer}"]`)
  await says(field('/DeletionProtection'), 'left out: stays as it is')
  await says(field('/DeletionProtection'), 'Left out, it stays as it is.')
  await says(field('/DeviceConfiguration'), 'left out: gone afterwards')
  await says(field('/AdminCreateUserConfig'), 'left out: set back to its default')
  await says(field('/EmailConfiguration'), 'not certain')
  quiet()
  await close()
})

test('while the request is half-written the pool of the last whole one stays, and says so', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop", "UserPoolTags": { "team": "a" } }')
  await page.getByRole('tab', { name: 'Update' }).click()
  await page.locator('.update-sum').first().waitFor()
  const said = await page.locator('.update-sum').first().innerText()
  await write(page, '{ "PoolName": "shop')
  await says(page.locator('.update .stale-label'), 'The request is not whole at the moment.')
  await page.waitForTimeout(300) // it would be opened by now
  assert.equal(await page.locator('.update-sum').first().innerText(), said)
  await write(page, '{ "PoolName": "shop" }')
  await page.locator('.update .stale-label').waitFor({ state: 'detached' })
  quiet()
  await close()
})

test('a call that is written while the pool changes is answered on the new pool', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('tab', { name: 'Update' }).click()
  await page.getByLabel('The call').selectOption('TagResource')
  const call = page.getByRole('textbox', { name: 'TagResource request' })
  await says(page.locator('.update-sum'), 'One value changes.')
  await page.getByText('The pool afterwards').click()
  for (let pause = 40; pause <= 160; pause += 20) {
    await write(page, `{ "PoolName": "pool", "UserPoolTags": { "before": "${pause}" } }`)
    await page.waitForTimeout(pause)
    await call.press('End')
    await page.keyboard.type(' ')
    await says(page.locator('.update-pool'), `"${pause}"`)
  }
  quiet()
  await close()
})
