// The static answer as the package makes it: that it says what the live page says, stays small, runs nothing, and can be
// read on a light page and on a dark one.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, check } from '../../test/axe.mjs'
import { payloads } from '../../test/payloads.mjs'
import { stage, write } from '../../test/stage.mjs'
import { loadEngine } from '../../build/package/index.js'

const engine = await loadEngine()
await engine.loadReaders()
const { examples } = engine.contract()
const it = stage()

let page

/** Puts an answer into a page, which is the same for all. */
async function put({ html, css }, look = '') {
  page ??= await (await it.browser.newContext({ viewport: { width: 900, height: 1000 } })).newPage()
  await page.setContent(`<!doctype html><html lang="en"><head><title>Host</title><style>${css}${look}</style></head><body><main><h1>Host</h1>${html}</main></body></html>`)
}

const normal = (text) => text.replace(/\s+/g, ' ').trim()

/** What a list of elements says, by a function that runs in the page. */
const said = async (scope, selector, read) => (await scope.locator(selector).evaluateAll((all, read) => all.map(new Function('element', `return ${read}`)), read)).map((each) => each.map(normal))

test('it is small, and is nothing but HTML and a style sheet', () => {
  const { html, css } = engine.renderStatic(examples.find(({ id }) => id === 'reference-sample').request)
  assert.ok(Buffer.byteLength(html) <= 25_000, `the sample's ${Buffer.byteLength(html)} bytes are more than 25 kB`)
  assert.ok(Buffer.byteLength(css) <= 12_000, `the style sheet's ${Buffer.byteLength(css)} bytes are more than 12 kB`)
  assert.doesNotMatch(html, /<script|<style|<img|\son\w+=|\sstyle=/i)
  assert.doesNotMatch(css, /url\(|@import/)
})

test('it says what the live page says, for every example', async () => {
  const { page: live, quiet, close } = await it.open()
  for (const { id, request } of examples) {
    await write(live, request)
    await live.waitForFunction((name) => [...document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('.lines .line')].some((line) => line.textContent.includes(name)), JSON.stringify(JSON.parse(request).PoolName))
    // The live page's pool is made at the moment of the visit.
    const made = /"CreationDate": ([\d.]+)/.exec(await live.locator('.lines .line').filter({ hasText: '"CreationDate"' }).textContent())[1]
    await put(engine.renderStatic(request, { now: Math.round(Number(made) * 1000) }))
    await page.locator('details').evaluateAll((all) => all.forEach((each) => { each.open = true }))
    const [lines, told] = [
      await said(live, '.lines .line', "[element.querySelector('.mark .word')?.textContent ?? '', element.querySelector('code').textContent.replace(/[›⌄]/, '')]"),
      await said(page, 'pre > span', "[element.querySelector('b').textContent, element.textContent.slice(element.querySelector('b').textContent.length)]"),
    ]
    assert.deepEqual(told, lines, id)

    const status = await live.locator('.reply .status').textContent()
    assert.equal(normal(await page.locator('.up-status').textContent()), normal(status), id)
    const problems = await said(live, '.problem', "[element.querySelector('.severity').textContent, element.querySelector('.problem-message').textContent, element.querySelector('.problem-where .pointer')?.textContent ?? '', element.querySelector('.position').textContent]")
    const listed = await page.locator('.up-problems li').allTextContents()
    assert.equal(listed.length, problems.length, id)
    problems.forEach((words, at) => words.forEach((word) => assert.ok(normal(listed[at]).includes(word), `${id}: ${listed[at]} has ${word}`)))

    await live.getByRole('tab', { name: 'In words' }).click()
    await live.locator('.words').waitFor()
    const spoken = await said(live, '.words-section h3, .words-section > ul > li', '[element.textContent]')
    assert.deepEqual(await said(page, '.up-words .up-title, .up-words > ul > li', '[element.textContent]'), spoken, id)
    const messages = await said(live, '.message', "[element.querySelector('figcaption').textContent, element.querySelector('.email-body, .bubble')?.textContent ?? '']")
    assert.deepEqual(await said(page, '.up-words figure', "[element.querySelector('figcaption').textContent, element.querySelector('figcaption ~ p:not(:has(small))')?.textContent ?? '']"), messages, id)
    await live.getByRole('tab', { name: 'Reply' }).click()
  }
  quiet()
  await close()
})

test('an exception is told in the words of the live page', async () => {
  const { page: live, quiet, close } = await it.open()
  for (const request of ['{"PoolName": "shop", "MfaConfiguration": "ON"}', '{"PoolName": "<b>", "MfaConfiguration": "SOMETIMES", "LambdaConfig": {"PreSignUp": "x"}}']) {
    await write(live, request)
    await live.locator('.exception-type').waitFor()
    const { html, css, problems, reply } = engine.renderStatic(request)
    assert.equal(reply.status, 400)
    assert.ok(problems.length > 0)
    await put({ html, css })
    await live.waitForFunction((message) => document.querySelector('user-pool-playground').shadowRoot.querySelector('.exception-message')?.textContent === message, JSON.parse(reply.body).message)
    assert.equal(await page.locator('.up-type').textContent(), await live.locator('.exception-type').textContent())
    assert.equal(await page.locator('.up-message').textContent(), await live.locator('.exception-message').textContent())
    assert.equal(await page.locator('.up-words').count(), 0)
  }
  quiet()
  await close()
})

test('a text in another language is rendered, and one in none is not', () => {
  const template = 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: from a template\n'
  assert.match(engine.renderStatic(template).html, /from a template/)
  const none = engine.renderStatic('Dear all,')
  assert.equal(none.html, '')
  assert.ok(none.problems.length > 0)
  assert.throws(() => engine.renderStatic(7), TypeError)
  assert.throws(() => engine.renderStatic('{}', { region: 7 }), TypeError)
})

test('what stands open first is said by the view, and problems link to their rules where the site is known', () => {
  const open = (options) => /<details class="up-(\w+)" open>/.exec(engine.renderStatic('{"PoolName": "shop"}', options).html)[1]
  assert.deepEqual([open(), open({ view: 'words' }), open({ view: 'problems' }), open({ view: 'audit' })], ['pool', 'words', 'problems', 'pool'])
  assert.match(engine.renderStatic('{"PoolName": "shop"}', { view: 'describe' }).html, /EstimatedNumberOfUsers/)
  assert.match(engine.renderStatic('{"MfaConfiguration": "ON", "PoolName": "a"}', { site: '/play/' }).html, /<a href="\/play\/rules\.html#mfa-needs-sms">/)
})

test('hostile text stays text, wherever it stands', async () => {
  const allowed = ['A', 'B', 'BR', 'CODE', 'DD', 'DETAILS', 'DIV', 'DL', 'DT', 'EM', 'FIGCAPTION', 'FIGURE', 'I', 'LI', 'P', 'PRE', 'SMALL', 'SPAN', 'SUMMARY', 'UL']
  const attributes = ['aria-label', 'class', 'dir', 'href', 'open', 'tabindex']
  for (const [name, payload] of Object.entries(payloads)) {
    const requests = [
      JSON.stringify({ PoolName: payload, EmailVerificationSubject: payload, EmailVerificationMessage: `{####} ${payload}`, UserPoolTags: { [payload]: payload } }),
      JSON.stringify({ PoolName: 'shop', EmailVerificationSubject: payload.slice(0, 100), EmailVerificationMessage: `{####} ${payload}`, [payload]: payload }),
      JSON.stringify({ PoolName: 'shop', UserPoolTags: { a: payload } }),
      `{"PoolName": ${payload}}`,
      payload,
    ]
    for (const request of requests) {
      const { html, css } = engine.renderStatic(request, { site: payload })
      await put({ html, css })
      const found = await page.evaluate(() => ({
        pwned: globalThis.__pwned ?? null,
        tags: [...document.querySelectorAll('main > :not(h1), main > :not(h1) *')].map(({ tagName }) => tagName),
        attributes: [...document.querySelectorAll('main > :not(h1), main > :not(h1) *')].flatMap((element) => element.getAttributeNames()),
        links: [...document.links].map((link) => link.protocol),
      }))
      assert.equal(found.pwned, null, name)
      assert.deepEqual([...new Set(found.tags)].filter((tag) => !allowed.includes(tag)), [], name)
      assert.deepEqual([...new Set(found.attributes)].filter((each) => !attributes.includes(each)), [], name)
      // A relative address leads nowhere from a page without one.
      assert.deepEqual(found.links.filter((protocol) => protocol !== ':' && !/^https?:$/.test(protocol)), [], name)
    }
  }
})

for (const [look, style] of Object.entries({
  light: 'body { background: #fff; color: #1c1e21; font: 16px/1.6 system-ui; }',
  dark: 'html { color-scheme: dark } body { background: #1b1b1d; color: #e3e3e3; font: 16px/1.6 system-ui; }',
})) {
  test(`it can be read on a ${look} page`, async () => {
    await put(engine.renderStatic(examples[0].request, { site: '/' }), style)
    await page.locator('details').evaluateAll((all) => all.forEach((each) => { each.open = true }))
    await page.evaluate(axe)
    await check(page, look)
    await page.screenshot({ path: new URL(`../../test/screenshots/static-${look}.png`, import.meta.url).pathname, fullPage: true })
  })
}
