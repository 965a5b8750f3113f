// The pool tried in the page: walks, calls of one's own, the clock, functions, and what becomes of it when the request changes.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mod, says, stage, write } from '../../test/stage.mjs'

const it = stage()
const pool = (more = {}) => JSON.stringify({ PoolName: 'shop', AutoVerifiedAttributes: ['email'], ...more }, null, 2)

async function tried(more) {
  const opened = await it.open()
  await write(opened.page, pool(more))
  await opened.page.getByRole('tab', { name: 'Try' }).click()
  await opened.page.locator('.try-end, .try-stop').waitFor()
  return opened
}

test('someone signs up; a closed pool stops her, says which setting does it, and shows it in the request', async () => {
  const { page, quiet, close } = await tried()
  await says(page.locator('.try-end'), 'She is in.')
  assert.deepEqual(await page.locator('.try-gist').allInnerTexts(), ['done', 'a code goes to a***@e***', 'done', 'tokens', 'done'])
  await write(page, pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }))
  await says(page.locator('.try-end'), 'Here this pool stops her.')
  await says(page.locator('.try-change'), 'answers otherwise')
  await says(page.locator('.try-steps > .refused'), 'a code goes to a***@e***') // what the pool before did
  await page.locator('.try-steps > .refused > .try-reasons').getByRole('button', { name: 'AdminCreateUserConfig › AllowAdminCreateUserOnly in the request' }).click()
  assert.match(await page.evaluate(() => getSelection().toString()), /AllowAdminCreateUserOnly|true/)
  quiet()
  await close()
})

test('by keyboard: a call of one\'s own, its problem as it is written, the clock, and all of it taken back', async () => {
  const { page, quiet, close } = await tried()
  const call = page.getByLabel('Call', { exact: true })
  await call.selectOption('ForgotPassword')
  await says(page.locator('.try'), 'Would answer: a code goes to a***@e***')
  await page.getByRole('button', { name: 'Call it' }).press('Enter')
  await says(page.locator('.try-steps > li:last-child'), 'a code goes to')
  await page.getByText('Inbox and phone').click()
  await page.getByRole('button', { name: 'Let an hour go by' }).press('Enter')
  await says(page.locator('.try-time'), 'One hour go')
  await call.selectOption('ConfirmForgotPassword')
  await says(page.locator('.try'), 'Would answer: done')
  await page.getByRole('button', { name: 'Let 3 minutes go by' }).press('Enter')
  await says(page.locator('.try'), 'Would answer: ExpiredCodeException')
  await page.getByRole('textbox', { name: 'ConfirmForgotPassword request' }).press(`${mod}+A`)
  await page.keyboard.insertText('{"ClientId": "<client>", "Username": 7}')
  await says(page.locator('.try'), 'Would answer: SerializationException')
  await page.getByRole('button', { name: 'Take back (3)' }).click()
  await page.getByRole('button', { name: 'Take back (2)' }).click()
  await page.getByRole('button', { name: 'Take back (1)' }).click()
  assert.equal(await call.inputValue(), 'ForgotPassword')
  assert.equal(await page.locator('.try-steps > li').count(), 5)
  quiet()
  await close()
})

test('who is there, tokens taken apart, and the calls as code', async () => {
  const { page, quiet, close } = await tried()
  await page.getByText('Who is there').click()
  await says(page.locator('.try-people'), 'CONFIRMED')
  await says(page.locator('.try-people'), 'ann@example.com')
  await page.locator('.try-steps > li').nth(3).locator('> details > summary').click()
  await page.getByText('ID token, taken apart').click()
  await says(page.locator('.try-token').first(), 'cognito:username')
  await page.getByRole('button', { name: 'Show the key set (JWKS)' }).first().click()
  await says(page.locator('.try-token').first(), '"kty":"RSA"')
  await page.getByText('These calls as code').click()
  await page.getByLabel('As', { exact: true }).selectOption('Python, boto3')
  await says(page.locator('.try'), 'cognito.confirm_sign_up(**{')
  quiet()
  await close()
})

test('what functions answer decides how a walk goes', async () => {
  const { page, quiet, close } = await tried({ LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:gate' } })
  await page.getByText('What functions answer').click()
  await page.getByRole('button', { name: 'An error', exact: true }).click()
  await says(page.locator('.try-steps > .refused'), 'PreSignUp failed with error Not from here.')
  await page.getByRole('button', { name: 'An answer', exact: true }).click()
  await says(page.locator('.try-steps'), 'confirmed at once')
  await says(page.locator('.try-end'), 'She is in.')
  await page.getByRole('textbox', { name: 'PreSignUp' }).fill('{"response"')
  await says(page.locator('.try-function'), 'This is no JSON yet.')
  quiet()
  await close()
})

test('a link carries the walk and the calls, and a reload loses none', async () => {
  const { page, context, quiet, close } = await tried()
  await page.getByRole('button', { name: 'An administrator invites someone' }).click()
  await says(page.locator('.try-end'), 'She is in.')
  await page.getByLabel('Call', { exact: true }).selectOption('AdminDisableUser')
  await says(page.locator('.try'), 'Would answer: done')
  await page.getByRole('button', { name: 'Call it' }).click()
  await says(page.locator('.try-steps > li:last-child'), 'AdminDisableUser')
  await page.getByRole('button', { name: 'Share' }).click()
  await says(page.locator('.share-state'), 'Link copied')
  const link = await page.getByLabel('Link to this request').inputValue()
  await page.reload()
  await page.getByRole('tab', { name: 'Try' }).click()
  await says(page.locator('.try-steps > li:last-child'), 'AdminDisableUser')
  const other = await context.newPage()
  await other.goto(link)
  await says(other.locator('.try-steps > li:last-child'), 'AdminDisableUser')
  assert.equal(await other.getByRole('button', { name: 'An administrator invites someone' }).getAttribute('aria-pressed'), 'true')
  // The same link in an embed, which shows the view that the page around asks for.
  await other.goto(new URL(`embed.html?view=try${new URL(link).hash}`, it.base).href)
  await says(other.locator('.try-steps > li:last-child'), 'AdminDisableUser')
  quiet()
  await close()
})

test('a text that is no pool says why nobody can try it', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "" }')
  await page.getByRole('tab', { name: 'Try' }).click()
  await says(page.locator('.try'), 'There is no pool, for these reasons')
  await says(page.locator('.try-problems'), 'PoolName')
  quiet()
  await close()
})

test('a template is tried though a deployment names its pool; without a value that the pool needs it says so', async () => {
  const { page, quiet, close } = await it.open()
  const template = (more) => `Parameters:\n  Gate: { Type: String }\nResources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: !Sub "\${AWS::StackName}-users"\n${more}`
  await write(page, template('      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }\n'))
  await page.getByRole('tab', { name: 'Try' }).click()
  await says(page.locator('.try-end'), 'Here this pool stops her.')
  await page.locator('.try-steps > .refused > .try-reasons').getByRole('button', { name: 'AllowAdminCreateUserOnly in the request' }).click()
  assert.match(await page.evaluate(() => getSelection().toString()), /AllowAdminCreateUserOnly|true/)
  await write(page, template('      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: !Ref Gate, LambdaVersion: V2_0 } }\n'))
  await says(page.locator('.try'), 'known only at deployment. Set it under Parameters')
  await page.getByRole('tab', { name: 'Update' }).click()
  await says(page.locator('.update'), 'known only at deployment. Set it under Parameters')
  quiet()
  await close()
})
