// Texts in other languages than JSON, from the paste to the reply.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, check } from '../../test/axe.mjs'
import { moduleOf } from '../../test/module.mjs'
import { copyLink, mod, says, show, shownText, stage, takeCompletion, write } from '../../test/stage.mjs'

const it = stage()
const { isRequest } = await moduleOf('core/client/reading.ts')

const template = `Parameters:
  Stage:
    Type: String
  Length:
    Type: Number
    Default: 12
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: !Sub "shop-\${Stage}"
      MfaConfiguration: "OFF"
      Policies:
        PasswordPolicy:
          MinimumLength: !Ref Length
          TemporaryPasswordValidityDays: 30
`
const faulty = template.replace('Days: 30', 'Days: 400')
const terraform = `# The shop's users.
resource "aws_cognito_user_pool" "shop" {
  name                = "from terraform"
  deletion_protection = "ACTIVE"
}
`
const twoPools = `Resources:
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: customers
  Staff:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: staff
`

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.press(`${mod}+V`)
}

/** Pastes a text whose language is known, and waits for the line that says so: it moves the text down. */
async function pasteKnown(page, text) {
  await paste(page, text)
  await page.locator('.language-bar .language-chip').waitFor()
}

/** The line numbers whose text has an underlined part. */
const underlined = (page) => page.locator('.cm-line').evaluateAll((lines) => lines.flatMap((line, at) => line.querySelector('.cm-lintRange') ? [at + 1] : []))

test('a request is told from what the engine has to be asked about', () => {
  for (const text of ['{"PoolName": "p"}', ' \n{"Policies": {"a": [1, "}"]}, "PoolName" : "p"', '\uFEFF{"PoolName":1}']) assert.ok(isRequest(text), text)
  for (const text of ['', '{}', '{', '[{"PoolName": "p"}]', 'x {"PoolName": "p"}', '{"UserPool": {"PoolName": "p"}}', '{"a": "PoolName"}', '{"PoolName"', `{'PoolName': 'p'}`, '{"PoolName": "p", "x": True}', '{} {"PoolName": 1}', '"PoolName": 1']) assert.ok(!isRequest(text), text)
})

test('what is told to be a request is one to the engine, too', async () => {
  const { loadEngine } = await import('../../dist/engine.js')
  const engine = await loadEngine()
  const { rules } = engine.contract()
  let told = 0
  for (const text of [...rules.flatMap(({ bad, good }) => [bad, good]).filter(Boolean), '{"PoolName": "p", }', '{"PoolName": "p", "x": {"AWS::Cognito::UserPool": 1}}', `{"PoolName": 'p'}`, '{"PoolName": "p"} x', '{"PoolName": "p", "Policies": {"UserPool": {"Id": 1}}}']) {
    if (!isRequest(text)) continue
    told++
    const { language, request, problems, reply } = await engine.check(text)
    assert.deepEqual([language, request], ['request', text])
    assert.deepEqual([problems, reply.body], [engine.evaluate(text).problems, engine.evaluate(text).reply.body], text)
  }
  assert.ok(told > 50, `only ${told}`)
})

test('a pasted template is answered as it stands: its language, its reply, and places both ways', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, template)
  await says(page.locator('.language-bar .language-chip'), 'CloudFormation')
  await says(page.locator('.lines .line'), '"MinimumLength": 12')
  assert.equal(await shownText(page), template)
  assert.equal(await page.locator('.banner').count(), 0)
  await page.locator('.cm-token-name').first().waitFor()
  assert.equal(await page.getByRole('tab', { name: 'Text', exact: true }).count(), 1)

  // From the reply to the text.
  await page.locator('.line', { hasText: '"MinimumLength"' }).first().click()
  await says(page.locator('.cm-origin'), '!Ref Length')
  // And back: what the cursor stands in is marked in the reply and told of.
  await page.getByText('MfaConfiguration').first().click()
  await says(page.locator('.line[data-from-cursor]'), '"MfaConfiguration": "OFF"')
  await says(page.locator('.reference .reference-name'), 'MfaConfiguration')
  await page.getByText('TemporaryPasswordValidityDays').first().hover()
  await says(page.locator('.cm-reference .reference-name'), 'TemporaryPasswordValidityDays')
  quiet()
  await close()
})

test('a problem is underlined at its line, gone to and walked in the text that one has', async () => {
  const { page, quiet, close } = await it.open()
  await pasteKnown(page, faulty)
  await says(page.locator('.problem'), 'TemporaryPasswordValidityDays')
  await says(page.locator('.exception'), 'temporaryPasswordValidityDays')
  assert.ok((await underlined(page)).includes(16))
  await page.locator('.problem', { hasText: 'TemporaryPasswordValidityDays' }).locator('.problem-go').click()
  await says(page.locator('.cursor'), 'Ln 16')
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+Home`)
  await page.keyboard.press('F8')
  assert.doesNotMatch(await page.locator('.cursor').innerText(), /Ln 1,/)
  quiet()
  await close()
})

test('a fix is written in the language of the text', async () => {
  const { page, quiet, close } = await it.open()
  const both = twoPools.replace('customers\n', 'customers\n      AliasAttributes: [email]\n      UsernameAttributes: [email]\n')
  await pasteKnown(page, both)
  await says(page.locator('.exception'), 'Only one of')
  await page.locator('.problem').getByRole('button', { name: 'Remove UsernameAttributes' }).click()
  await says(page.locator('.lines .line'), '"AliasAttributes"')
  assert.equal(await shownText(page), both.replace('      UsernameAttributes: [email]\n', ''))
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await shownText(page), both)
  quiet()
  await close()
})

test('what could be written is offered in the words of the text’s tool', async () => {
  const { page, quiet, close } = await it.open()
  const pool = (more) => `resource "aws_cognito_user_pool" "p" {\n  name = "shop"\n${more}}\n`
  await pasteKnown(page, pool('\n'))
  await page.locator('.cm-content').press(`${mod}+End`)
  for (const key of ['ArrowUp', 'ArrowUp', 'End']) await page.keyboard.press(key)
  await page.keyboard.type('  passw')
  const offered = page.locator('.cm-tooltip-autocomplete li')
  await says(offered, 'password_policy')
  await takeCompletion(page)
  await page.keyboard.type('minimum')
  await says(offered, 'minimum_length')
  await takeCompletion(page)
  await page.keyboard.type('12')
  await page.keyboard.press('Escape')
  await says(page.locator('.lines .line'), '"MinimumLength": 12')
  assert.match(await shownText(page), /\n {2}password_policy \{\n {4}minimum_length = 12\n {2}\}/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type('\nmfa_conf')
  await says(offered, 'mfa_configuration')
  await takeCompletion(page)
  await says(offered, 'OPTIONAL')
  // In the quotes that a person types, too.
  await pasteKnown(page, pool('  mfa_configuration = \n'))
  await page.locator('.cm-content').press(`${mod}+End`)
  for (const key of ['ArrowUp', 'ArrowUp', 'End']) await page.keyboard.press(key)
  await page.keyboard.type('"')
  await says(offered, 'OPTIONAL')
  await page.keyboard.type('OP')
  await says(offered, 'OPTIONAL')
  await takeCompletion(page)
  assert.match(await shownText(page), /\n {2}mfa_configuration = "OPTIONAL"\n/)
  quiet()
  await close()
})

test('a new line begins where it belongs, and Enter behind a whole value is one', async () => {
  const { page, quiet, close } = await it.open()
  const typed = async (text, keys) => {
    await pasteKnown(page, text)
    await page.locator('.cm-content').press(`${mod}+End`)
    for (const key of keys) {
      if (key === '\n') await page.keyboard.press('Enter')
      else await page.keyboard.type(key)
      // What comes up has to be there before the next key, and takes none in its first moment.
      await page.waitForTimeout(350)
    }
    return (await page.locator('.request .cm-content').innerText()).replaceAll('\u200b', '').trimEnd().slice(text.length).replace(/\n+/g, '\n')
  }
  assert.equal(
    await typed('Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop', ['\n', 'Schema:', '\n', '- Name: tenant', '\n', 'Mutable: true', '\n', 'Required: false']),
    '\n      Schema:\n        - Name: tenant\n          Mutable: true\n          Required: false',
  )
  assert.equal(
    await typed('resource "aws_cognito_user_pool" "pool" {\n  name = "shop"', ['\n', 'password_policy {', '\n', 'minimum_length = 12']),
    '\n  password_policy {\n    minimum_length = 12\n  }',
  )
  assert.equal(
    await typed('import boto3\nclient = boto3.client("cognito-idp")\nclient.create_user_pool(PoolName="shop"', [',', '\n', 'Policies={', '\n', '"PasswordPolicy": 1']),
    ',\n    Policies={\n        "PasswordPolicy": 1\n    }',
  )
  quiet()
  await close()
})

test('a page with pools in several languages is read, one at a time', async () => {
  const { page, quiet, close } = await it.open()
  await pasteKnown(page, `# Pools\n\n\`\`\`yaml\n${twoPools.slice(0, twoPools.indexOf('  Staff'))}\`\`\`\n\nOr:\n\n\`\`\`hcl\n${terraform}\`\`\`\n`)
  await says(page.locator('.lines .line'), '"customers"')
  await page.getByText('deletion_protection').first().click()
  await says(page.locator('.lines .line'), '"from terraform"')
  assert.equal(await page.locator('.language-unknown').count(), 0)
  quiet()
  await close()
})

test('a parameter is set, kept and taken back; what stays unknown is listed and gone to', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, template)
  await page.getByRole('button', { name: /^Parameters/ }).click()
  const stageField = page.getByLabel('Stage', { exact: true })
  assert.equal(await stageField.getAttribute('placeholder'), 'unknown')
  assert.equal(await page.getByLabel('Length', { exact: true }).getAttribute('placeholder'), '12')
  await says(page.locator('.unknown-list'), 'Stage')
  // What can be set is counted.
  assert.equal(await page.locator('#parameters-opener .count').innerText(), String(await page.locator('.parameter').count()))
  await stageField.fill('live')
  await says(page.locator('.lines .line'), '"shop-live"')
  await page.locator('.unknown-list').waitFor({ state: 'detached' })
  await page.reload()
  await says(page.locator('.lines .line'), '"shop-live"')
  await page.getByRole('button', { name: /^Parameters/ }).click()
  await page.getByRole('button', { name: 'Unset Stage' }).click()
  await page.locator('.unknown-list .text-link').click()
  await says(page.locator('.cursor'), 'Ln 11')
  await page.getByRole('button', { name: 'Show Length in the text' }).click()
  await says(page.locator('.cursor'), 'Ln 4')
  // What a script is called with has numbers for names.
  await write(page, 'aws cognito-idp create-user-pool --pool-name "$1"\n')
  await page.getByLabel('$1', { exact: true }).fill('shop')
  await says(page.locator('.lines .line'), '"shop"')
  quiet()
  await close()
})

test('Terraform is answered, and so are its words, its comparison and its export', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, terraform)
  await says(page.locator('.language-bar .language-chip'), 'Terraform')
  await says(page.locator('.lines .line'), '"from terraform"')
  await says(page.locator('.cm-token-comment'), "The shop's users")
  await page.getByRole('tab', { name: 'In words' }).click()
  await says(page.locator('.words'), 'delet')
  await page.getByRole('tab', { name: 'Export' }).click()
  await says(page.locator('.exported .raw'), 'from terraform')
  await page.getByRole('tab', { name: 'Compare' }).click()
  await page.locator('#baseline').selectOption({ label: 'to “Only a name”' })
  await says(page.locator('.compared-line'), 'from terraform')
  quiet()
  await close()
})

test('the form shows the values and leads to their places', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, template)
  await says(page.locator('.language-bar .language-chip'), 'CloudFormation')
  await page.getByRole('tab', { name: 'Form' }).click()
  await says(page.locator('.form-elsewhere'), 'The form writes requests in JSON')
  await page.locator('.form-elsewhere').getByRole('button', { name: 'MinimumLength' }).click()
  await says(page.locator('.cursor'), 'Ln 15')
  quiet()
  await close()
})

test('an export writes unknown values as the text has them in its own language, and says of others that they are left out', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, template)
  await says(page.locator('.language-bar .language-chip'), 'CloudFormation')
  await page.getByRole('tab', { name: 'Export' }).click()
  await says(page.locator('.export-notes'), 'known only at deployment, and left out')
  await page.getByLabel('Export to').selectOption('cloudformation-yaml')
  await says(page.locator('.export-notes'), 'known only at deployment, and written as the text has')
  quiet()
  await close()
})

test('half-written YAML keeps the last reply and says where it breaks', async () => {
  const { page, quiet, close } = await it.open()
  await pasteKnown(page, twoPools)
  await says(page.locator('.lines .line'), '"customers"')
  await page.getByText('UserPoolName').last().click()
  await says(page.locator('.lines .line'), '"staff"')
  await page.keyboard.press(`${mod}+End`)
  // At once: while it is typed, the editor closes the bracket, and the text is whole.
  await page.keyboard.insertText('      AliasAttributes: [email')
  await says(page.locator('.broken-notice'), 'CloudFormation')
  await says(page.locator('.lines .line'), '"staff"')
  assert.ok(await page.locator('.problem.error').count() > 0)
  await page.keyboard.insertText(']')
  await page.locator('.broken-notice').waitFor({ state: 'detached' })
  await says(page.locator('.lines .line'), '"email"')
  quiet()
  await close()
})

test('of several pools the one is read where the cursor is, and choosing one goes there', async () => {
  const { page, quiet, close } = await it.open()
  await pasteKnown(page, twoPools)
  await says(page.locator('.lines .line'), '"customers"')
  await page.getByText('UserPoolName').last().click()
  await says(page.locator('.lines .line'), '"staff"')
  await page.mouse.move(0, 0) // what is told of the member under the pointer would lie over the other
  await page.getByText('UserPoolName').first().click()
  await says(page.locator('.lines .line'), '"customers"')
  const pools = page.getByLabel('User pool', { exact: true })
  assert.equal(await pools.locator('option:checked').innerText(), 'Customers')
  await pools.selectOption('Staff')
  await says(page.locator('.lines .line'), '"staff"')
  await says(page.locator('.cursor'), 'Ln 6')
  // A place in none of them leaves the choice alone.
  await page.keyboard.press(`${mod}+Home`)
  await page.waitForTimeout(150)
  assert.equal(await pools.locator('option:checked').innerText(), 'Staff')
  quiet()
  await close()
})

test('a link carries the text with what was set, and a request after it is one again', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, template)
  await page.getByRole('button', { name: /^Parameters/ }).click()
  await page.getByLabel('Stage', { exact: true }).fill('linked')
  await says(page.locator('.lines .line'), '"shop-linked"')
  await copyLink(page)
  const link = await page.getByLabel('Link to this request').inputValue()
  await page.keyboard.press('Escape')
  await page.getByLabel('Stage', { exact: true }).fill('')
  await write(page, '{\n  "PoolName": "mine"\n}')
  await says(page.locator('.pane-head .language-chip'), 'Request (JSON)')
  await page.goto('about:blank')
  await page.goto(link)
  await says(page.locator('.lines .line'), '"shop-linked"')
  await says(page.locator('.language-bar .language-chip'), 'CloudFormation')
  assert.equal(await shownText(page), template)
  quiet()
  await close()
})

test('a text in no language says what was looked for, and keeps the last reply', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "before"}')
  await says(page.locator('.lines .line'), '"before"')
  await write(page, 'Dear sirs, we want a user pool.')
  await says(page.locator('.language-unknown'), 'Not recognised')
  await page.locator('.language-unknown summary').click()
  await says(page.locator('.language-unknown'), 'Terraform')
  await says(page.locator('.broken-notice'), 'in no language')
  await says(page.locator('.lines .line'), '"before"')
  quiet()
  await close()
})

test('what reads a language is fetched with the first such text; without it the page says so, goes on with JSON, and tries again', async () => {
  const asked = []
  const { page, close } = await it.open({
    prepare: (page) => page.route('**/readers-*.wasm', (route) => { asked.push(route.request().url()); return route.fulfill({ status: 404 }) }),
    expected: [/Failed to load resource/],
  })
  await write(page, '{"PoolName": "json"}')
  await says(page.locator('.lines .line'), '"json"')
  assert.equal(asked.length, 0)
  await paste(page, terraform)
  await says(page.locator('.banner.error'), 'This text is not read yet')
  await says(page.locator('.banner.error'), '404')
  assert.equal(asked.length, 1)
  await page.keyboard.type('# more')
  await page.waitForTimeout(200)
  assert.equal(asked.length, 1, 'it is not fetched with each letter')
  await write(page, '{"PoolName": "json again"}')
  await says(page.locator('.lines .line'), '"json again"')
  assert.equal(await page.locator('.banner.error').count(), 0)
  await paste(page, terraform)
  await says(page.locator('.banner.error'), 'This text is not read yet')
  await page.unroute('**/readers-*.wasm')
  await page.getByRole('button', { name: 'Retry' }).click()
  await says(page.locator('.lines .line'), '"from terraform"')
  assert.equal(await page.getByText('The engine was restarted').count(), 0)
  await close()
})

test('while it is fetched one can write, and a request is answered', async () => {
  let go
  const held = new Promise((resolve) => { go = resolve })
  const { page, quiet, close } = await it.open({ prepare: (page) => page.route('**/readers-*.wasm', async (route) => { await held; await route.continue() }) })
  await write(page, '{"PoolName": "json"}')
  await says(page.locator('.lines .line'), '"json"')
  await paste(page, terraform)
  await says(page.locator('.broken-notice'), 'Fetching what reads this language')
  await write(page, '{"PoolName": "meanwhile"}')
  await says(page.locator('.lines .line'), '"meanwhile"')
  await page.keyboard.press(`${mod}+Z`)
  await says(page.locator('.broken-notice'), 'Fetching what reads this language')
  go()
  await says(page.locator('.lines .line'), '"from terraform"')
  quiet()
  await close()
})

test('a template is turned into a request where somebody wants one', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, terraform)
  await page.getByRole('button', { name: 'Turn into a request' }).click()
  await says(page.locator('.import-request'), '"PoolName": "from terraform"')
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.pane-head .language-chip'), 'Request (JSON)')
  quiet()
  await close()
})

for (const width of [390, 1280]) {
  test(`axe finds nothing in another language at ${width} px`, async () => {
    const { page, close } = await it.open({ width, bypassCSP: true, prepare: (page) => page.addInitScript(axe) })
    await paste(page, template + twoPools.replace('Resources:\n', ''))
    await says(page.locator('.language-bar .language-chip'), 'CloudFormation')
    await page.getByRole('button', { name: /^Parameters/ }).click()
    await page.getByLabel('Stage', { exact: true }).fill('live')
    await page.getByRole('button', { name: 'Unset Stage' }).waitFor()
    await check(page, 'parameters', '.request')
    await show(page, 'Reply')
    await check(page, 'the reply', '.reply')
    await show(page, 'Request')
    await page.getByRole('tab', { name: 'Form' }).click()
    await page.locator('.form-elsewhere').waitFor()
    await check(page, 'form', '.request')
    await page.getByRole('tab', { name: 'Text', exact: true }).click()
    await write(page, 'no language')
    await page.locator('.language-unknown summary').click()
    await check(page, 'not recognised', '.request')
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), true)
    await close()
  })
}

test('a language that was not found out rightly is chosen by hand, and found out again', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, 'create_user_pool(PoolName="from-r", MfaConfiguration="OFF")')
  await says(page.locator('.language-bar .language-chip'), 'Python, boto3')
  await page.getByLabel('Language of the text').selectOption('paws')
  await says(page.locator('.language-bar .language-chip'), 'R, paws')
  await says(page.locator('.reply .status'), '200')
  await page.getByLabel('Language of the text').selectOption('request')
  await says(page.locator('.reply .status'), '400')
  await page.getByLabel('Language of the text').selectOption('')
  await says(page.locator('.language-bar .language-chip'), 'Python, boto3')
  quiet()
  await close()
})

test('what only a deployment tells is named in words, among what is for ever, and where the pool is tried and updated', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, 'resource "aws_cognito_user_pool" "p" {\n  name = var.name\n  username_attributes = var.signin\n  deletion_protection = "ACTIVE"\n  password_policy {\n    minimum_length = var.least\n    require_numbers = true\n  }\n}\n')
  await page.getByRole('tab', { name: 'In words' }).click()
  await says(page.locator('.words'), 'UsernameAttributes is decided at deployment, by var.signin.')
  await says(page.locator('.words'), 'At least as many characters as var.least says, with a digit among them.')
  assert.doesNotMatch(await page.locator('.words').innerText(), /would refuse|People sign in with a user name/)
  await page.getByRole('tab', { name: 'Permanent' }).click()
  await says(page.locator('.door').filter({ hasText: 'UsernameAttributes' }), 'Decided at deployment: var.signin')
  for (const view of ['Try', 'Update']) {
    await page.getByRole('tab', { name: view }).click()
    await says(page.locator('.call-problems').first(), 'var.signin is known only at deployment.')
  }
  await page.getByLabel('Current pool').selectOption('pasted')
  await page.getByRole('textbox', { name: 'Current pool' }).fill('{"UserPool": {"Id": "us-east-1_a", "Name": "shop", "Polices": {}}}')
  await says(page.locator('.call-problems').first(), 'UserPool has no member "Polices"')
  quiet()
  await close()
})

test('where a later call of the tool is refused, the reply does not pass for a success', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, 'resource "aws_cognito_user_pool" "p" {\n  name              = "shop"\n  mfa_configuration = "ON"\n}\n')
  await says(page.locator('.reply .status'), 'then refused')
  await says(page.locator('.pool-later'), 'Terraform then calls SetUserPoolMfaConfig, which the service refuses')
  quiet()
  await close()
})

test('what is set and chosen goes along into the request; what the tool refuses is not sent', async () => {
  const { page, quiet, close } = await it.open()
  const pool = (id, properties) => `  ${id}:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: !Sub "\${Env}-${id.toLowerCase()}"\n${properties}`
  const template = (properties) => `Parameters:\n  Env: { Type: String, Default: dev }\nResources:\n${pool('Staff', '')}${pool('Guests', properties)}`
  await write(page, template(''))
  await page.getByRole('button', { name: /^Parameters/ }).click()
  await page.getByRole('textbox', { name: 'Env' }).fill('prod')
  await page.getByLabel('User pool', { exact: true }).selectOption('Guests')
  await says(page.locator('.lines .line'), '"prod-guests"')
  await page.getByRole('button', { name: 'Turn into a request' }).click()
  await says(page.locator('.import-request'), '"prod-guests"')
  await page.keyboard.press('Escape')
  await write(page, template('      AutoVerifiedAttribute: [email]\n'))
  await says(page.locator('.problem-message'), 'AutoVerifiedAttribute')
  await page.getByLabel('User pool', { exact: true }).selectOption('Guests')
  await says(page.locator('.reply .status'), 'not sent')
  await says(page.locator('.pool-later'), 'CloudFormation refuses this text, so that nothing is sent')
  // It comes before the service, and so before what the service would say.
  await write(page, template('      MfaConfiguration: "MAYBE"\n      AutoVerifiedAttribute: [email]\n'))
  await page.getByLabel('User pool', { exact: true }).selectOption('Guests')
  await says(page.locator('.exception-tool'), 'CloudFormation refuses this text, so that nothing is sent')
  await says(page.locator('.exception-type'), 'InvalidParameterException')
  await says(page.locator('.reply .status'), 'not sent')
  await says(page.locator('.problem').first(), 'AutoVerifiedAttribute')
  await says(page.locator('.problem').first(), 'Nothing is sent')
  await says(page.locator('.problem').nth(1), 'In the reply')
  await write(page, template('      AutoVerifiedAttribute: [email]\n'))
  await page.getByRole('tab', { name: 'Try' }).click()
  await says(page.locator('.try-wrong'), 'CloudFormation refuses this text, so that there would be no pool')
  quiet()
  await close()
})

test('while a text cannot be read, each view says what it shows', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, 'Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n')
  const tab = (name) => page.getByRole('tab', { name, exact: true })
  await tab('Export').click()
  await says(page.locator('.exported'), 'create-user-pool')
  await write(page, 'Nobody wrote a pool here.')
  const label = page.locator('.stale-label')
  await says(label, 'Below: from the last text that could be read')
  for (const name of ['HTTP', 'Permanent']) {
    await tab(name).click()
    await says(label, 'Below: from the last text that could be read')
  }
  await says(page.locator('.reply .placeholder'), 'This view was not open then.')
  quiet()
  await close()
})
