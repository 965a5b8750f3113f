// What people come for, done as a person does it who knows what they want: each takes no more steps than here. A step is a press, a
// choice, a completion or a text that is typed. `node --test web/test/tasks.test.mjs` prints how many each took.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from './stage.mjs'

const it = stage()

/** A page, and what counts the steps that are made in it. */
async function task(name, most, run, options = {}) {
  test(name, async (context) => {
    const { page, quiet, close } = await it.open({ width: 1280, height: 800, ...options })
    let steps = 0
    const step = async (doing) => {
      steps++
      await doing()
    }
    await run({
      page,
      press: (role, name) => step(() => page.getByRole(role, { name, exact: typeof name === 'string' }).first().click()),
      choose: (label, value) => step(() => page.getByLabel(label, { exact: true }).first().selectOption(value)),
      type: (label, text) => step(() => page.getByLabel(label, { exact: true }).first().fill(text)),
      put: (text) => step(() => write(page, text)),
      key: (keys) => step(() => page.keyboard.press(keys)),
    })
    context.diagnostic(`${steps} steps, of ${most}`)
    assert.ok(steps <= most, `${name} takes ${steps} steps, and not ${most}`)
    quiet()
    await close()
  })
}

const broken = '{ "PoolName": "shop", "MfaConfiguration": "ON", }'

await task('one press mends what can be mended safely', 2, async ({ page, put, press }) => {
  await put(broken)
  await press('button', /^Fix .*safely/)
  await says(page.locator('.cm-content').first(), '"ON" }')
})

await task('one press mends a problem at its place', 2, async ({ page, put }) => {
  await put('{ "PoolName": "shop", "MfaConfiguration": "ON" }')
  await page.locator('.problem .button.fix').first().click()
  await says(page.locator('.reply .status'), '200')
})

await task('what a request of one member becomes', 1, async ({ page, put }) => {
  await put('{ "PoolName": "shop" }')
  await says(page.locator('.reply'), '"MinimumLength"')
  await says(page.locator('.reply'), '"TemporaryPasswordValidityDays"')
})

await task('what can never be changed', 1, async ({ page, press }) => {
  await press('tab', 'Permanent')
  await says(page.locator('.doors'), 'UsernameAttributes')
})

await task('two requests of one’s own compared', 4, async ({ page, put, press }) => {
  await put('{ "PoolName": "one" }')
  await press('tab', 'Compare')
  await press('button', /Keep .* as A/)
  await put('{ "PoolName": "two", "MfaConfiguration": "OFF", "UsernameAttributes": ["email"] }')
  await says(page.locator('.compared, .compare').first(), 'UsernameAttributes')
})

await task('the API of 2017', 2, async ({ page, press, type }) => {
  await press('button', /newest API/)
  await type('API as of', '2017-03-01')
  await says(page.locator('.top'), '2017-03-01')
})

await task('a template, as it stands', 1, async ({ page, put }) => {
  await put('Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n')
  await says(page.locator('.reply .status'), '200')
})

await task('a request in the words of Terraform', 2, async ({ page, press, choose }) => {
  await press('tab', 'Export')
  await choose('Export to', 'terraform')
  await says(page.locator('.exported'), 'resource "aws_cognito_user_pool"')
})

await task('a link to what is in sight', 2, async ({ page, press }) => {
  await press('button', 'Share')
  await press('button', 'Copy link')
  await says(page.locator('.share-actions'), 'Copied')
})

await task('whether users get in', 1, async ({ page, press }) => {
  await press('tab', 'Try')
  await says(page.locator('.try-end'), 'The user is signed in.')
})

await task('what one option of an update sets back', 1, async ({ page, press }) => {
  await press('tab', 'Update')
  await says(page.locator('.update-sum').first(), 'though the call does not name it')
})

await task('what auditors would say', 1, async ({ page, press }) => {
  await press('tab', 'Audit')
  await says(page.locator('.audit'), 'Cognito.')
})
