import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from './module.mjs'
import { mod, says, stage, write } from './stage.mjs'

const it = stage()
const { looksLikeAnswer } = await moduleOf('state/answer.ts')
const small = '{\n  "PoolName": "shop"\n}'
const answer = JSON.stringify({ UserPool: { Id: 'eu-west-1_AbCdEf123', Name: 'from-an-answer', MfaConfiguration: 'OFF', DeletionProtection: 'ACTIVE' } }, null, 2)

const shownText = async (page) => (await page.locator('.cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n')

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

test('answers are told from requests and from other documents', () => {
  for (const text of [answer, '{"Id":"eu-west-1_AbCdEf123"}', '{"Arn":"arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x"}', ' {"SchemaAttributes":[]}']) {
    assert.ok(looksLikeAnswer(text), text)
  }
  for (const text of ['', '{', '[]', small, '{"PoolName":"p","UserPool":{}}', '{"PoolName":"p","SchemaAttributes":[]}', '{"Version":"2012-10-17","Id":"policy","Statement":[]}', '{"UserPool":null}', '{"UserPool":"p"}']) {
    assert.ok(!looksLikeAnswer(text), text)
  }
})

test('a pasted answer is offered to be imported; agreeing is one edit, and undo brings the text back', async () => {
  const { page, quiet, close } = await it.open()
  await paste(page, small)
  await says(page.locator('.lines .line'), '"shop"')
  assert.equal(await page.locator('.banner.offer').count(), 0)
  await paste(page, answer)
  await page.getByRole('button', { name: 'Keep as it is' }).click()
  await page.locator('.banner.offer').waitFor({ state: 'detached' })
  assert.equal(await shownText(page), answer)

  await paste(page, answer)
  await page.getByRole('button', { name: 'Turn into a request' }).click()
  await says(page.locator('.import-request'), '"PoolName": "from-an-answer"')
  await says(page.locator('.dropped'), '/UserPool/Id')
  assert.equal(await shownText(page), answer)
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.lines .line'), '"from-an-answer"')
  assert.match(await shownText(page), /"PoolName": "from-an-answer"/)
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await shownText(page), answer)
  quiet()
  await close()
})

test('a dropped answer is offered and leaves the editor alone; another file is opened', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  for (const dropped of [{ file: answer }, { text: answer }]) {
    await dropOn(page, '.cm-content', dropped)
    await says(page.locator('.banner.offer'), 'What you dropped')
    assert.equal(await shownText(page), small)
    await page.getByRole('button', { name: 'Keep as it is' }).click()
    await page.locator('.banner.offer').waitFor({ state: 'detached' })
  }
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
  await page.getByLabel('The answer').fill('{\n  "UserPool": 3\n}')
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
