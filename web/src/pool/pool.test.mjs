// The user pool, line by line.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { mod, says, show, stage, write } from '../../test/stage.mjs'

const it = stage()
const request = (name) => `{\n  "PoolName": "${name}"\n}`

test('what every pool has is folded, opens by click and by key, and is copied whole', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, request('shop'))
  await says(page.locator('.lines .line'), '"shop"')
  const sub = page.locator('.line').filter({ hasText: '"Name": "sub", …' })
  await sub.waitFor()
  const folded = page.locator('.line[data-folded=true]')
  assert.equal(await folded.count(), 20)
  await page.getByRole('button', { name: 'Copy' }).click()
  assert.equal(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).UserPool.SchemaAttributes[0].AttributeDataType, 'String')

  await sub.click()
  await page.locator('.line[data-folded=false]').waitFor()
  assert.equal(await folded.count(), 19)
  await page.locator('.lines').press('ArrowLeft')
  await sub.waitFor()
  await page.locator('.lines').press('ArrowRight')
  await page.locator('.line[data-folded=false]').waitFor()
  await page.getByRole('button', { name: 'Expand all' }).click()
  await folded.first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Expand all' }).click()
  await sub.waitFor()
  quiet()
  await close()
})

test('no line looks chosen at first, and a chosen one stays chosen while the request changes', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, request('shop'))
  await says(page.locator('.lines .line'), '"shop"')
  const chosen = page.locator('.line[aria-selected=true]')
  assert.equal(await chosen.count(), 0)
  await page.locator('.line').filter({ hasText: '"shop"' }).click()
  assert.equal(await chosen.getAttribute('aria-describedby'), 'origin-details')
  await page.keyboard.press('ArrowUp')
  assert.equal(await page.locator('.line[aria-describedby]').count(), 1)
  await page.keyboard.press('ArrowDown')
  await write(page, request('store'))
  await says(chosen, '"store"')
  await write(page, '{"PoolName": 1}')
  await page.locator('.exception').waitFor()
  await write(page, request('again'))
  await says(chosen, '"again"')
  quiet()
  await close()
})

test('lines that change one at a time read as those of a page just opened', async () => {
  const { page, quiet, close } = await it.open()
  const reply = async ({ PoolName }) => {
    await says(page.locator('.lines .line'), `"${PoolName}"`)
    // The visit's own time is in the dates.
    return (await page.locator('.lines code').allInnerTexts()).join('\n').replace(/(?<=Date": )[\d.]+/g, 'now')
  }
  const requests = [
    { PoolName: 'one' },
    { PoolName: 'two' },
    { PoolName: 'three', UserPoolTags: { a: '1', b: '2' } },
    { PoolName: 'four', UserPoolTags: { A: '0', a: '2', b: '1' } },
    { PoolName: 'five', Policies: { PasswordPolicy: { MinimumLength: 12 } }, UserPoolTags: { A: '0', a: '2' } },
    { PoolName: 'six', Policies: { PasswordPolicy: { MinimumLength: 13 } }, UserPoolTags: { A: '0', a: '3' } },
    { PoolName: 'seven', Policies: { PasswordPolicy: { MinimumLength: 13 } } },
  ]
  const changed = []
  for (const request of requests) {
    await write(page, JSON.stringify(request))
    changed.push(await reply(request))
  }
  for (const [at, request] of requests.entries()) {
    await write(page, JSON.stringify(request))
    await page.reload()
    assert.equal(changed[at], await reply(request))
  }
  quiet()
  await close()
})

test('on a phone every origin filter is in sight', async () => {
  for (const width of [360, 320]) {
    const { page, quiet, close } = await it.open({ width, height: 740 })
    await show(page, 'Reply')
    const out = await page.locator('.filter').evaluateAll((all) => all.filter((filter) => filter.getBoundingClientRect().right > innerWidth).length)
    assert.equal(out, 0)
    quiet()
    await close()
  }
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
  assert.equal(pool.UserPool.Name, 'my-app')
  quiet()
  await close()
})

test('a default is explained by its member, and written into the request by key and by button', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop"}')
  await says(page.locator('.lines .line'), '"shop"')
  const line = page.locator('.lines .line').filter({ hasText: 'DeletionProtection' })
  await line.click()
  await says(page.locator('.reference .reference-name'), 'DeletionProtection')
  await page.locator('.lines').focus()
  await page.keyboard.press('Enter')
  await says(page.locator('.cm-content'), '"DeletionProtection": "INACTIVE"')
  await page.locator('.lines .line').filter({ hasText: 'verified_email' }).click()
  await page.getByRole('button', { name: 'Write it into the request' }).click()
  await says(page.locator('.cm-content'), 'RecoveryMechanisms')
  await says(page.locator('.reply .status'), '200')
  quiet()
  await close()
})

test('the reference is never blank', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{\n  "PoolName": "shop",\n  "LambdaConfig": {\n\n  },\n  "Nothing": 1\n}')
  await says(page.locator('.reply .status'), '200')
  for (const [line, name] of [[1, 'CreateUserPool'], [2, 'PoolName'], [4, 'LambdaConfig'], [6, 'CreateUserPool']]) {
    await page.locator('.cm-content').focus()
    await page.keyboard.press(`${mod}+Home`)
    for (let each = 1; each < line; each++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    if (line === 2) await page.keyboard.press('ArrowLeft')
    await says(page.locator('.reference .reference-name'), name)
  }
  quiet()
  await close()
})

test('an empty editor has the answer to an empty request, and no trace of the one before', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "", "MfaConfiguration": "ON" }')
  await says(page.locator('.exception-type'), 'InvalidParameterException')
  await page.locator('.request .cm-content').focus()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.press('Delete')
  await says(page.locator('.exception-type'), 'SerializationException')
  await says(page.locator('.exception'), 'Nothing is written yet')
  assert.equal(await page.locator('.broken-notice').count(), 0)
  assert.doesNotMatch(await page.locator('.reply').innerText(), /InvalidParameterException/)
  await says(page.locator('.problem-message'), 'There is no request yet')
  await page.locator('.exception').getByRole('button', { name: 'Start with a pool name' }).click()
  await says(page.locator('.exception-type'), 'InvalidParameterException')
  quiet()
  await close()
})
