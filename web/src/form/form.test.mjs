// The form is drawn from the contract and works on the text: a change touches its own bytes and no others.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { mod, says, shownText, stage, write } from '../../test/stage.mjs'

const it = stage()
const odd = '{\n    "Zeta": {"kept": true},\n  "PoolName":    "shop",\n\t"MfaConfiguration":"OFF"\n}\n'

async function openForm(page, text) {
  await write(page, text)
  await page.getByRole('tab', { name: 'Form' }).click()
  await page.locator('.field-row[data-pointer="/PoolName"]').waitFor()
}
const row = (page, pointer) => page.locator(`.field-row[data-pointer="${pointer}"]`)
/** The text after a change has reached it. */
async function textIs(page, wanted) {
  await page.getByRole('tab', { name: 'JSON' }).click()
  await page.waitForFunction((wanted) => [...document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n').trimEnd() === wanted.trimEnd(), wanted)
    .catch(async () => assert.equal((await shownText(page)).trimEnd(), wanted.trimEnd()))
  await page.getByRole('tab', { name: 'Form' }).click()
}

test('changing a field changes its own bytes only, and undo takes it back', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, odd)
  await row(page, '/PoolName').getByRole('textbox').fill('shop two')
  await textIs(page, odd.replace('"shop"', '"shop two"'))
  await row(page, '/MfaConfiguration').getByRole('combobox').selectOption('ON')
  await textIs(page, odd.replace('"shop"', '"shop two"').replace('"OFF"', '"ON"'))
  await says(page.locator('.exception-type'), 'InvalidParameterException')
  await says(row(page, '/MfaConfiguration').locator('.field-problems'), /SMS|phone/)
  await page.getByRole('tab', { name: 'JSON' }).click()
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+Z`)
  await page.keyboard.press(`${mod}+Z`)
  assert.equal((await shownText(page)).trimEnd(), odd.trimEnd())
  quiet()
  await close()
})

test('typing fast loses no letter', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{ "PoolName": "" }')
  const field = row(page, '/PoolName').getByRole('textbox')
  await field.focus()
  await page.keyboard.type('the quick brown fox jumps over the lazy dog')
  await textIs(page, '{ "PoolName": "the quick brown fox jumps over the lazy dog" }')
  assert.equal(await field.inputValue(), 'the quick brown fox jumps over the lazy dog')
  quiet()
  await close()
})

test('a block comes with its first field and goes as a whole', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{\n  "PoolName": "shop"\n}\n')
  await row(page, '/Policies').getByRole('button', { name: 'Policies', exact: true }).click()
  await row(page, '/Policies/PasswordPolicy').getByRole('button', { name: 'PasswordPolicy', exact: true }).click()
  await row(page, '/Policies/PasswordPolicy/MinimumLength').getByRole('textbox').fill('12')
  await textIs(page, '{\n  "PoolName": "shop",\n  "Policies": {\n    "PasswordPolicy": {\n      "MinimumLength": 12\n    }\n  }\n}\n')
  await says(page.locator('.lines .line'), '"MinimumLength": 12')
  await row(page, '/Policies/PasswordPolicy/MinimumLength').getByRole('textbox').fill('twelve')
  await says(row(page, '/Policies/PasswordPolicy/MinimumLength'), 'A whole number is needed')
  await page.getByRole('button', { name: 'Remove Policies', exact: true }).click()
  await textIs(page, '{\n  "PoolName": "shop"\n}\n')
  quiet()
  await close()
})

test('custom attributes are added, filled in, moved and removed; tags are named and renamed', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{\n  "PoolName": "shop"\n}\n')
  const schema = row(page, '/Schema')
  await schema.getByRole('button', { name: 'Schema', exact: true }).click()
  for (const [index, name] of ['tenant', 'seats'].entries()) {
    await schema.getByRole('button', { name: 'Add to Schema' }).click()
    await row(page, `/Schema/${index}/Name`).getByRole('textbox').fill(name)
    await row(page, `/Schema/${index}/AttributeDataType`).getByRole('combobox').selectOption('String')
  }
  await says(page.locator('.lines .line'), '"custom:seats"')
  await row(page, '/Schema/1').getByRole('button', { name: /^Move .* up/ }).click()
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelector('.field-row[data-pointer="/Schema/0/Name"] input')?.value === 'seats')
  await row(page, '/Schema/1').getByRole('button', { name: /^Remove tenant/ }).first().click()
  await row(page, '/Schema/1').waitFor({ state: 'detached' })

  const tags = row(page, '/UserPoolTags')
  await tags.getByRole('button', { name: 'UserPoolTags', exact: true }).click()
  await tags.getByLabel('New name').fill('stage')
  await tags.getByRole('button', { name: 'Add', exact: true }).last().click()
  await row(page, '/UserPoolTags/stage').getByRole('textbox').fill('test')
  await row(page, '/UserPoolTags/stage').getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('New name for stage').fill('environment')
  await page.keyboard.press('Enter')
  await row(page, '/UserPoolTags/environment').waitFor()
  await textIs(page, '{\n  "PoolName": "shop",\n  "UserPoolTags": {\n    "environment": "test"\n  },\n  "Schema": [\n    {\n      "Name": "seats",\n      "AttributeDataType": "String"\n    }\n  ]\n}\n')
  quiet()
  await close()
})

test('what does not fit says so and can be replaced; what the API does not know survives', async () => {
  const { page, quiet, close } = await it.open()
  const text = '{\n  "PoolName": "shop",\n  "Policies": [1, 2],\n  "Colour": "red"\n}\n'
  await openForm(page, text)
  await says(row(page, '/Policies').locator('.field-misfit'), '[1, 2]')
  await says(row(page, '/Policies'), 'object')
  await says(row(page, '/Colour'), 'red')
  await row(page, '/Policies').getByRole('button', { name: 'Replace it' }).click()
  await row(page, '/Policies').locator('.field-misfit').waitFor({ state: 'detached' })
  await textIs(page, text.replace('[1, 2]', '{}'))
  quiet()
  await close()
})

test('broken text is not edited by a form, which says what to do', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop" "Mfa')
  await page.getByRole('tab', { name: 'Form' }).click()
  await says(page.locator('#request-view'), 'cannot be shown as a form')
  await page.getByRole('button', { name: 'Fix it as text' }).click()
  await page.locator('.cm-content').waitFor()
  quiet()
  await close()
})

test('a problem leads to its field, and a member is found by its words', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{\n  "PoolName": "shop",\n  "LambdaConfig": {\n    "PreTokenGenerationConfig": {\n      "LambdaVersion": "V9",\n      "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:f"\n    }\n  }\n}\n')
  await page.locator('.form').getByRole('button', { name: 'LambdaConfig', exact: true }).click()
  await page.locator('.problem-go').filter({ hasText: 'V9' }).first().click()
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.closest('.field-row')?.dataset.pointer === '/LambdaConfig/PreTokenGenerationConfig/LambdaVersion')
  await says(page.locator('.reference .reference-name'), 'LambdaVersion')
  await page.getByLabel('Find a member').fill('deletion')
  await row(page, '/DeletionProtection').waitFor()
  await row(page, '/LambdaConfig').waitFor({ state: 'detached' })
  quiet()
  await close()
})

test('no member is named in the code of the form', async () => {
  const contract = new URL('../../../internal/contract/types/', import.meta.url)
  const names = new Set()
  for (const file of await readdir(contract)) {
    for (const name of Object.keys(JSON.parse(await readFile(new URL(file, contract), 'utf8')).properties ?? {})) names.add(name)
  }
  // Words that are also everyday ones of the code.
  for (const word of ['Name', 'Type', 'Region', 'From', 'Status', 'Domain', 'Id', 'Required']) names.delete(word)
  for (const file of ['form-view.tsx', 'form-body.tsx', 'field-row.tsx', 'scalar-control.tsx', 'form.ts']) {
    const code = await readFile(new URL(file, import.meta.url), 'utf8')
    assert.deepEqual([...names].filter((name) => new RegExp(`\\b${name}\\b`).test(code)), [], file)
  }
})

test('a member is found by what people call it, the best first', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{"PoolName": "shop"}')
  for (const [words, first] of [
    ['sign in with email', 'UsernameAttributes'], ['mfa', 'MfaConfiguration'], ['UsernameAttr', 'UsernameAttributes'], ['2FA', 'MfaConfiguration'], ['invite', 'AdminCreateUserConfig'],
  ]) {
    await page.getByLabel('Find a member').fill(words)
    await page.waitForFunction((first) => document.querySelector('user-pool-playground').shadowRoot.querySelector('.form > .field-row')?.dataset.pointer === first, `/${first}`)
  }
  await page.getByLabel('Find a member').fill('')
  await page.getByLabel('Topic').selectOption('Cannot be changed later')
  const rows = await page.locator('.form > .field-row').evaluateAll((all) => all.map(({ dataset }) => dataset.pointer))
  assert.ok(rows.includes('/Schema') && !rows.includes('/MfaConfiguration'), `${rows}`)
  await says(page.locator('.form > .field-row[data-pointer="/Schema"]'), 'add only')
  quiet()
  await close()
})

test('a fix in the form leads to what it added, also while something else is looked for, and undo takes it back', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{"PoolName": "shop", "MfaConfiguration": "ON"}')
  await page.getByLabel('Find a member').fill('MfaConf')
  await row(page, '/MfaConfiguration').locator('.fix').filter({ hasText: 'to fill in' }).click()
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.closest('.field-row')?.dataset.pointer.startsWith('/SmsConfiguration'))
  await says(page.locator('.reference .reference-name'), /SmsConfiguration|SnsCallerArn/)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await row(page, '/MfaConfiguration').locator('.fix').first().waitFor()
  quiet()
  await close()
})

test('no field moves under a pointer, and none when another one is chosen', async () => {
  const { page, quiet, close } = await it.open()
  await openForm(page, '{\n  "PoolName": "shop"\n}\n')
  const places = () => page.locator('.field-row').evaluateAll((rows) => rows.map((row) => row.offsetTop))
  const before = await places()
  const fields = page.locator('.field-row > :is(input, select)')
  for (let i = 0; i < 4; i++) {
    await fields.nth(i).hover()
    assert.deepEqual(await places(), before)
    await fields.nth(i).focus()
    assert.deepEqual(await places(), before)
  }
  quiet()
  await close()
})
