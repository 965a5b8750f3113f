// The page as one file, opened from the disk: everything that the hosted page does, without a request.

import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { copyLink, dist, says, shownText, stage, write } from './stage.mjs'

const it = stage()

/** Opens a copy that lies alone in a folder, and records what it asks for. */
async function openFile(hash = '') {
  const copy = path.join(it.folder, 'alone', 'My playground.html')
  cpSync(path.join(dist, 'user-pool-playground.html'), copy)
  const base = pathToFileURL(copy).href
  const asked = new Set()
  const opened = await it.open({ base, address: hash || base, prepare: async (_page, context) => {
    context.on('request', (request) => asked.add(request.url().split('#')[0]))
    await context.setOffline(true)
  } })
  return { ...opened, base, quiet() {
    opened.quiet()
    assert.deepEqual([...asked].filter((url) => url !== base && !/^(?:data|blob):/.test(url)), [])
  } }
}

test('edit, complete, fill in the form, import, export, keep', async () => {
  const { page, quiet, close } = await openFile()
  await says(page.locator('.lines .line'), 'my-app')
  await write(page, '{ "PoolName": "in a file", "MfaConfiguration": "" }')
  await says(page.locator('.lines .exception, .problem-message'), 'MfaConfiguration')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Space')
  await says(page.locator('.cm-tooltip-autocomplete'), 'OPTIONAL')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Form' }).click()
  await page.locator('.field-row[data-pointer="/PoolName"]').getByRole('textbox').fill('by form')
  await page.getByRole('tab', { name: 'JSON' }).click()
  assert.match(await shownText(page), /"PoolName": "by form"/)

  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text').fill('{"UserPool": {"Id": "eu-west-1_AbCdEf123", "Name": "from-an-answer"}}')
  await page.getByRole('button', { name: 'Use this request' }).click()
  await says(page.locator('.lines .line'), '"from-an-answer"')

  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text').fill('Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: from-a-template\n')
  await says(page.locator('.import-request'), 'from-a-template')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Export' }).click()
  await page.getByLabel('Export to').selectOption('terraform')
  await says(page.getByRole('region', { name: "The request in the tool's words" }), 'resource "aws_cognito_user_pool"')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()])
  assert.match(await readFile(await download.path(), 'utf8'), /^resource "aws_cognito_user_pool"/)

  await page.reload()
  await says(page.locator('.cm-content'), 'from-an-answer')
  await page.getByRole('button', { name: 'Help' }).click()
  assert.equal(await page.locator('a[href]:not([href^="https:"])').count(), 0, 'a link leads to what does not lie beside the file')
  assert.equal(await page.locator('.offline-state').count(), 0)
  quiet()
  await close()
})

test('what is shared is the part that goes behind the address of any copy', async () => {
  const first = await openFile()
  await write(first.page, '{ "PoolName": "shared 𝒳" }')
  await copyLink(first.page)
  const copied = await first.page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /^#v1\.[\w-]+$/)
  assert.equal(first.page.url(), first.base + copied)
  assert.equal(await first.page.getByRole('button', { name: 'Copy to embed' }).count(), 0)
  await first.page.reload()
  await says(first.page.locator('.cm-content'), '"shared 𝒳"')
  first.quiet()
  await first.close()

  const second = await openFile(copied)
  await says(second.page.locator('.cm-content'), '"shared 𝒳"')
  second.quiet()
  await second.close()
})

test('an engine that crashes in a file is restarted', async () => {
  const { page, close } = await openFile()
  await write(page, '{ "PoolName": "before" }')
  await says(page.locator('.lines .line'), '"before"')
  await page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error('out of memory') }) })
  await says(page.getByRole('alert'), 'The engine was restarted')
  await write(page, '{ "PoolName": "after" }')
  await says(page.locator('.lines .line'), '"after"')
  await close()
})

test('a file that was not saved whole says so', async () => {
  const whole = await readFile(path.join(dist, 'user-pool-playground.html'), 'utf8')
  const file = path.join(it.folder, 'cut.html')
  for (const end of [whole.indexOf('id="engine.wasm"') - 20, whole.indexOf('id="engine.wasm"') + 100_000, whole.indexOf('id="engine.wasm"') + 100_001]) {
    await writeFile(file, whole.slice(0, end))
    const base = pathToFileURL(file).href
    const { page, close } = await it.open({ wait: false, base, address: base })
    await says(page.getByRole('alert'), 'A part of this file is missing')
    await close()
  }
})
