// Links: they carry the request and the views, need no server, and never cost what was written.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { moduleOf } from '../../test/module.mjs'
import { copyLink, says, shownText, stage, write } from '../../test/stage.mjs'

const it = stage()
const mine = '{ "PoolName": "mine" }'
const shared = `{ "PoolName": "shared", "UserPoolTags": { "mood": "𝒳" } }`
const link = (payload) => `#v1.${deflateRawSync(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url')}`

test('what is written into a link is read out of it', async () => {
  const { readLink, writeLink } = await moduleOf('share/link.ts')
  const { usual } = await moduleOf('surroundings/surroundings.ts')
  for (const linked of [
    { request: shared, surroundings: usual, parameters: {}, requestView: 'json', replyView: 'pool' },
    { request: 'Resources: {}', surroundings: usual, parameters: { Stage: 'live', '': 'é' }, requestView: 'json', replyView: 'pool' },
    { request: '', surroundings: { ...usual, region: 'eu-west-1', asOf: '2019-06-30', view: 'describe', sesIdentities: ['example.com'] }, parameters: {}, requestView: 'form', replyView: 'words', views: { words: { any: ['thing', 1] } } },
    { request: '{ "PoolName": "💥\u0000\ud83d" }'.replace('\ud83d', ''), surroundings: usual, parameters: {}, requestView: 'json', replyView: 'wire' },
    { request: 'x'.repeat(500_000), surroundings: usual, parameters: {}, requestView: 'json', replyView: 'compare' },
    { request: 'b', surroundings: usual, parameters: {}, requestView: 'json', replyView: 'export', tool: 'terraform' },
  ]) assert.deepEqual(await readLink(await writeLink({ tool: '', kept: null, views: {}, ...linked })), { tool: '', kept: null, views: {}, ...linked })
})

test('Share copies a link that opens with the request, the surroundings and the views', async () => {
  const first = await it.open()
  await write(first.page, shared)
  await first.page.getByRole('tab', { name: 'In words' }).click()
  await first.page.getByRole('button', { name: /^Surroundings: / }).click()
  await first.page.getByLabel('Region').fill('eu-west-1')
  await first.page.keyboard.press('Escape')
  await copyLink(first.page)
  const copied = await first.page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /^http:\/\/[^#]+#v1\.[\w-]+$/)
  assert.equal(await first.page.getByLabel('Link to this request').inputValue(), copied)
  await first.page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await says(first.page.locator('.share'), 'Copied')
  assert.equal(await first.page.evaluate(() => navigator.clipboard.readText()), `[CreateUserPool request](${copied})`)
  first.quiet()
  await first.close()

  const second = await it.open({ address: new URL(copied).hash })
  await says(second.page.locator('.cm-content'), '𝒳')
  await says(second.page.locator('.chip:visible'), 'eu-west-1')
  assert.equal(await second.page.getByRole('tab', { name: 'In words' }).getAttribute('aria-selected'), 'true')
  second.quiet()
  await second.close()
})

test('opening a link keeps the draft, and a reload after an edit does not bring the link back', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, mine)
  await says(page.locator('.lines .line'), '"mine"')
  await page.goto(new URL(link({ request: shared }), it.base).href)
  await says(page.locator('.lines .line'), 'shared')
  await page.reload()
  await says(page.locator('.lines .line'), 'shared')

  await write(page, shared.replace('shared', 'edited'))
  await says(page.locator('.lines .line'), 'edited')
  assert.equal(new URL(page.url()).hash, '')
  await page.reload()
  await says(page.locator('.lines .line'), 'edited')
  await page.getByRole('button', { name: 'Restore my draft' }).click()
  await says(page.locator('.lines .line'), '"mine"')
  assert.equal(await shownText(page), mine)
  await page.locator('.banner').getByRole('button', { name: 'Undo' }).click()
  await says(page.locator('.lines .line'), 'edited')
  quiet()
  await close()
})

test('going back from a link brings back what was written before', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, mine)
  await says(page.locator('.lines .line'), '"mine"')
  await page.evaluate((hash) => { location.hash = hash }, link({ request: shared }))
  await says(page.locator('.lines .line'), 'shared')
  await page.goBack()
  await says(page.locator('.lines .line'), '"mine"')
  assert.equal(await shownText(page), mine)
  await page.goForward()
  await says(page.locator('.lines .line'), 'shared')
  quiet()
  await close()
})

test('a visit that wrote nothing has no draft to restore', async () => {
  const { page, quiet, close } = await it.open({ address: link({ request: shared }) })
  await says(page.locator('.lines .line'), 'shared')
  assert.equal(await page.getByRole('button', { name: 'Restore my draft' }).count(), 0)
  quiet()
  await close()
})

const broken = {
  'cut off': [link({ request: shared }).slice(0, -8), 'damaged'],
  'no base64': ['#v1.%%%', 'damaged'],
  'empty': ['#v1.', 'damaged'],
  'no JSON': [link('{"request":'), 'damaged'],
  'no request': [link({ text: shared }), 'no request'],
  'null': [link('null'), 'no request'],
  'of a later version': ['#v2.abc', 'newer version'],
  'a bomb': [link(JSON.stringify({ request: ' '.repeat(20_000_000) })), 'over 1 MB'],
}

for (const [name, [hash, words]] of Object.entries(broken)) {
  test(`a broken link is told: ${name}`, async () => {
    const { page, quiet, close } = await it.open({ address: hash })
    await says(page.getByRole('alert'), 'The link could not be opened')
    await says(page.getByRole('alert'), words)
    await says(page.locator('.lines .line'), 'my-app')
    assert.equal(new URL(page.url()).hash, '')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    assert.equal(await page.getByRole('alert').count(), 0)
    quiet()
    await close()
  })
}

test('a hostile link is text and nothing else', async () => {
  const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>'
  const { page, quiet, close } = await it.open({
    address: link({ request: `{ "PoolName": ${JSON.stringify(markup)} }`, options: { region: markup, view: markup, asOf: 7, sesIdentities: { length: 3 } }, view: '__proto__', reply: 'constructor' }),
  })
  await says(page.locator('.cm-content'), 'onerror')
  assert.equal(await page.evaluate(() => document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('img, script').length), 0)
  assert.equal(await page.locator('.chip:visible').count(), 0)
  quiet()
  await close()
})

test('where the clipboard is refused, the link can be copied by hand', async () => {
  const { page, close } = await it.open({ prepare: (page) => page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }) })
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  const field = page.getByLabel('Copy link: the browser refused the clipboard')
  await field.waitFor()
  assert.match(await field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), /#v1\.[\w-]+$/)
  await close()
})

test('what is in the clipboard stays there until somebody copies', async () => {
  const { page, quiet, close } = await it.open()
  await page.evaluate(() => navigator.clipboard.writeText('from elsewhere'))
  await page.getByRole('button', { name: 'Share' }).click()
  await says(page.locator('.share-state'), 'address bar')
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'from elsewhere')
  await page.keyboard.press('Enter')
  await says(page.locator('.share-actions'), 'Copied')
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#v1\.[\w-]+$/)
  quiet()
  await close()
})

test('a link too long for mail says so, and the request can be saved', async () => {
  const { page, quiet, close } = await it.open()
  const noise = Array.from({ length: 900 }, (_, index) => `"${Math.sin(index)}": "${Math.cos(index)}"`).join(',')
  await write(page, `{"PoolName": "long", "UserPoolTags": {${noise}}}`)
  await page.getByRole('button', { name: 'Share' }).click()
  await says(page.locator('.share'), 'kB long')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the request' }).click()
  assert.equal((await download).suggestedFilename(), 'create-user-pool.json')
  quiet()
  await close()
})

test('a link and an embed carry what is looked at', async () => {
  const first = await it.open()
  await write(first.page, shared)
  await first.page.getByRole('tab', { name: 'Export' }).click()
  await first.page.getByLabel('Export to').selectOption('curl')
  await first.page.getByRole('button', { name: 'Share' }).click()
  await first.page.getByRole('button', { name: 'Copy to embed' }).click()
  assert.match(await first.page.evaluate(() => navigator.clipboard.readText()), /<user-pool-playground view="export">/)
  const link = await first.page.locator('#share-link').inputValue()
  await first.page.evaluate(() => localStorage.clear())
  const second = await it.open({ address: link })
  await says(second.page.locator('.exported pre'), 'curl')
  assert.equal(await second.page.getByLabel('Export to').inputValue(), 'curl')
  await second.close()
  await first.close()
})
