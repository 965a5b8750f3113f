import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comesTrue, mod, says, shownText, stage, write } from '../../test/stage.mjs'

const it = stage()
const small = '{\n  "PoolName": "shop"\n}'
const answer = JSON.stringify({ UserPool: { Id: 'eu-west-1_AbCdEf123', Name: 'from-an-answer', MfaConfiguration: 'OFF', DeletionProtection: 'ACTIVE' } }, null, 2)

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.press(`${mod}+V`)
}

const dropOn = (page, selector, { text, file }) => page.locator(selector).evaluate((target, { text, file }) => {
  const dataTransfer = new DataTransfer()
  if (file) dataTransfer.items.add(new File([file], 'pool.json', { type: 'application/json' }))
  else dataTransfer.setData('text/plain', text)
  target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }))
}, { text, file })

test('a pasted answer is answered as it stands; turning it into a request is one edit, and undo brings the text back', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, small)
  await says(page.locator('.lines .line'), '"shop"')
  assert.equal(await page.locator('.banner').count(), 0)
  await paste(page, answer)
  await says(page.locator('.lines .line'), '"from-an-answer"')
  assert.equal(await shownText(page), answer)

  await page.getByRole('button', { name: 'Turn into a request' }).click()
  await says(page.locator('.import-request'), '"PoolName": "from-an-answer"')
  await says(page.locator('.dropped'), '/UserPool/Id')
  assert.equal(await shownText(page), answer)
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.lines .line'), '"from-an-answer"')
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelector('.cm-content').innerText.includes('"PoolName": "from-an-answer"'))
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await shownText(page), answer)
  quiet()
  await close()
})

test('a dropped file is opened, in whatever language it is, and undo brings the text back', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  await dropOn(page, '.cm-content', { file: answer })
  await says(page.locator('.banner'), '“pool.json” took the place of your text')
  await says(page.locator('.lines .line'), '"from-an-answer"')
  assert.equal(await shownText(page), answer)
  await page.locator('.banner').getByRole('button', { name: 'Undo' }).click()
  assert.equal(await shownText(page), small)
  await dropOn(page, '.reply', { file: '{"PoolName": "a file"}' })
  await says(page.locator('.lines .line'), '"a file"')
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await shownText(page), small)
  quiet()
  await close()
})

test('Import… converts what is pasted or a file, and says where it is no user pool', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  await page.getByRole('button', { name: 'Import…' }).click()
  const use = page.getByRole('button', { name: 'Use this request' })
  await page.getByLabel('The text', { exact: true }).fill('{\n  "UserPool": 3\n}')
  await says(page.locator('.import-problems'), 'This UserPool is no object')
  await says(page.locator('.import-problems'), 'Ln 2, Col 15')
  assert.ok(await use.isDisabled())
  await page.locator('.import input[type=file]').setInputFiles({ name: 'pool.json', mimeType: 'application/json', buffer: Buffer.from(answer) })
  await says(page.locator('.import-request'), 'from-an-answer')
  await page.keyboard.press('Escape')
  await page.locator('.import[open]').waitFor({ state: 'detached' })
  assert.equal(await shownText(page), small)
  quiet()
  await close()
})

const command = `aws cognito-idp create-user-pool --region eu-west-1 \\
  --pool-name 'from a shell' --policies PasswordPolicy={MinimumLength=12} --sms-configuration file://sms.json`

const programs = (page) => {
  const asked = []
  page.on('request', (request) => { if (request.url().endsWith('.wasm')) asked.push(new URL(request.url()).pathname) })
  return asked
}

test('a pasted command is read by what is fetched only then, and what cannot be carried is listed with its place', async () => {
  const asked = []
  const { page, quiet, close } = await it.open({ prepare: (page) => asked.push(programs(page)) })
  await write(page, small)
  await says(page.locator('.lines .line'), '"shop"')
  assert.deepEqual(asked[0].filter((path) => path.includes('readers')), [])
  await paste(page, command)
  await says(page.locator('.language-bar'), 'AWS CLI')
  await says(page.locator('.lines .line'), '"from a shell"')
  await page.getByRole('button', { name: 'Turn into a request' }).click()
  await says(page.locator('.import-kind'), 'Recognised: AWS CLI')
  await says(page.locator('.import-request'), '"PoolName": "from a shell"')
  await says(page.locator('.import-problems'), 'file://sms.json is left out')
  await page.locator('.dropped').getByRole('button', { name: '--region' }).click()
  assert.equal(await page.getByLabel('The text', { exact: true }).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), '--region')
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.pane-head .language-chip'), 'Request (JSON)')
  await says(page.locator('.lines .line'), '"from a shell"')
  assert.match(await shownText(page), /"MinimumLength": 12/)
  assert.equal(asked[0].filter((path) => path.includes('readers')).length, 1)
  quiet()
  await close()
})

test('a template with several pools asks which, and names what is worked out elsewhere; of a dropped one the pool is known', async () => {
  const { page, quiet, close } = await it.open()
  const template = 'Resources:\n  Customers:\n    Type: AWS::Cognito::UserPool\n    Properties: {UserPoolName: customers}\n  Staff:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: staff\n      LambdaConfig: {PreSignUp: !GetAtt Function.Arn}\n'
  await dropOn(page, '.cm-content', { file: template })
  await says(page.locator('.language-bar'), 'CloudFormation')
  await page.getByLabel('User pool', { exact: true }).selectOption('Staff')
  await says(page.locator('.lines .line'), '"staff"')
  await page.getByRole('button', { name: 'Turn into a request' }).click()
  await says(page.locator('.import-request'), '"PoolName": "staff"')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text', { exact: true }).fill(template)
  const pools = page.getByLabel('The text has 2 user pools. Which one?')
  await pools.waitFor()
  assert.deepEqual(await pools.locator('option').allInnerTexts(), ['Choose…', 'Customers, line 2', 'Staff, line 5'])
  assert.ok(await page.getByRole('button', { name: 'Use this request' }).isDisabled())
  await pools.selectOption('Staff')
  await says(page.locator('.import-request'), '"PoolName": "staff"')
  await says(page.locator('.import-problems'), '!GetAtt Function.Arn is left out')
  await says(page.locator('.import-problems'), 'Ln 9, Col 33')
  await pools.selectOption('Customers')
  await says(page.locator('.import-request'), '"PoolName": "customers"')
  quiet()
  await close()
})

test('a text of another kind says what was looked for', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text', { exact: true }).fill('resource "aws_s3_bucket" "b" {}')
  await says(page.locator('.import-kind'), 'nothing that can be imported')
  await says(page.locator('.import-looked'), 'Found instead: resource "aws_s3_bucket"')
  assert.ok(await page.getByRole('button', { name: 'Use this request' }).isDisabled())
  quiet()
  await close()
})

test('without readers.wasm the page says so, goes on with JSON, and can try again', async () => {
  const { page, close } = await it.open({ prepare: (page) => page.route('**/readers-*.wasm', (route) => route.fulfill({ status: 404 })) })
  await page.getByRole('button', { name: 'Import…' }).click()
  const text = page.getByLabel('The text', { exact: true })
  await text.fill('client.create_user_pool(PoolName="from python")')
  await says(page.locator('.import .field-wrong'), 'readers.wasm, could not be loaded')
  await says(page.locator('.import .field-wrong'), '404')
  await text.fill(answer)
  await says(page.locator('.import-request'), 'from-an-answer')
  await page.unroute('**/readers-*.wasm')
  await page.route('**/readers-*.wasm', (route) => route.abort())
  await text.fill('client.create_user_pool(PoolName="from python")')
  await says(page.locator('.import .field-wrong'), 'The connection failed')
  await page.unroute('**/readers-*.wasm')
  await page.getByRole('button', { name: 'Try again' }).click()
  await says(page.locator('.import-request'), 'from python')
  assert.equal(await page.getByText('The engine was restarted').count(), 0)
  await close()
})

test('a text that says where its pool stands is answered there, and an import sets the surroundings to it', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, answer)
  await says(page.locator('.lines'), '"eu-west-1_')
  await says(page.locator('.surroundings-opener').first(), 'eu-west-1')
  await paste(page, small)
  await says(page.locator('.lines'), '"us-east-1_')
  await page.getByRole('button', { name: 'Import…', exact: true }).first().click()
  await page.getByLabel('The text', { exact: true }).fill('aws cognito-idp create-user-pool --pool-name cli --region ap-south-1')
  await says(page.locator('.import-place'), 'The text is of ap-south-1.')
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.lines'), '"ap-south-1_')
  quiet()
  await close()
})

test('an import tells what equals the defaults, and the day that it is read as of', async () => {
  const { page, quiet, close } = await it.open()
  await page.evaluate(() => localStorage.setItem('upp.surroundings', '{"asOf":"2017-06-01"}'))
  await page.reload()
  await says(page.locator('.as-of'), '2017-06-01')
  await page.getByRole('button', { name: 'Import…', exact: true }).first().click()
  await page.getByLabel('The text', { exact: true }).fill('{"UserPool": {"Id": "us-east-1_a", "Name": "shop", "DeletionProtection": "INACTIVE", "MfaConfiguration": "OFF"}}')
  await says(page.locator('.import-asof'), 'Read as of 2017-06-01')
  await page.getByRole('button', { name: 'Use the newest API' }).click()
  await page.locator('.import-asof').waitFor({ state: 'detached' })
  await says(page.locator('.import-defaults'), 'MfaConfiguration')
  await page.getByLabel("Write what equals the service's defaults, too").check()
  await page.getByRole('button', { name: 'Use this request' }).click()
  assert.match(await shownText(page), /"MfaConfiguration": "OFF"/)
  await says(page.locator('.banner'), '“shop” took the place of your text')
  quiet()
  await close()
})

test('a text in the dialog is there again when it was not taken', async () => {
  const { page, quiet, close } = await it.open()
  const text = page.getByLabel('The text')
  const open = () => page.getByRole('button', { name: /^Import…/ }).click()
  await open()
  await text.fill('{"UserPool": {"Id": "us-east-1_a", "Name": "shop"}}')
  await page.keyboard.press('Escape')
  await text.waitFor({ state: 'detached' })
  await open()
  assert.match(await text.inputValue(), /shop/)
  // It is selected, so that the next one that is pasted takes its place.
  await comesTrue(page, () => {
    const { activeElement: area } = document.querySelector('user-pool-playground').shadowRoot
    return area?.id === 'import-text' && area.selectionStart === 0 && area.selectionEnd === area.value.length
  })
  await page.keyboard.insertText('{"UserPool": {"Id": "us-east-1_a", "Name": "other"}}')
  assert.doesNotMatch(await text.inputValue(), /shop/)
  await page.getByRole('button', { name: 'Use this request' }).click()
  await text.waitFor({ state: 'detached' })
  await open()
  assert.equal(await text.inputValue(), '')
  quiet()
  await close()
})
