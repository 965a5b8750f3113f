import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, check } from '../../test/axe.mjs'
import { run } from '../../test/command.mjs'
import { moduleOf } from '../../test/module.mjs'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()
const dist = new URL('../../dist/', import.meta.url)
const { loadEngine } = await import(new URL('engine.js', dist).href)
const { rules } = (await loadEngine()).contract()
const { rulesHtml } = await moduleOf('rules/page.ts')
const { escape } = await moduleOf('core/escape.ts')

test('no text becomes markup', async () => {
  assert.equal(escape(`<a href="x" title='y'>&amp;`), '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;')
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>{a}$&`
  const json = JSON.stringify({ [hostile]: hostile })
  const html = await rulesHtml({
    shapes: { [hostile]: { type: 'structure', members: [{ name: hostile, shape: 'x', description: hostile, default: json, since: hostile, evidence: 'observed', defaultEvidence: 'observed', links: [hostile] }] } },
    rules: [{
      id: hostile, fields: [hostile], stage: 'semantics', severity: 'error', exception: { type: hostile, message: hostile }, message: hostile, general: hostile, why: hostile,
      evidence: 'observed', links: ['javascript:alert(1)', `https://example.com/${hostile}`], since: hostile, bad: json, good: '{}', around: { region: hostile },
    }],
  })
  assert.doesNotMatch(html, /<script|<img|href="javascript/)
})

test('every code that the command can print has its place on the page, rules in the service\'s order', async () => {
  const { page, quiet, close } = await it.open()
  await page.goto(`${it.base}/rules.html`)
  const ids = await page.locator('article.rule').evaluateAll((all) => all.map(({ id }) => id))
  const { stdout } = await run('.', ['rules', '--format', 'json'])
  assert.deepEqual([...ids].sort(), JSON.parse(stdout).map(({ id }) => id).sort())
  assert.deepEqual(rules.filter(({ id }) => !ids.includes(id)), [])
  // A sentence with blanks is nobody's problem: each is that of its own example.
  assert.deepEqual(await page.locator('.said var').allInnerTexts(), [])
  const refused = rules.filter(({ stage, bad }) => stage === 'semantics' && bad !== undefined).map(({ id }) => id)
  assert.deepEqual(ids.slice(0, refused.length), refused)
  assert.deepEqual(await page.locator('[style], style, script:not([src])').count(), 0)
  const dead = await page.locator('a[href^="#"]').evaluateAll((links) => links.filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.hash))
  assert.deepEqual(dead, [])
  quiet()
  await close()
})

test('axe finds nothing on the rules page, and nothing is wider', async () => {
  const { page, close } = await it.open({ address: 'rules.html', bypassCSP: true, wait: false })
  await page.evaluate(axe)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await check(page, `${width} px`)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`)
  }
  await close()
})

test('a problem leads to its rule, in a tab of its own', async () => {
  const { page, context, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "AliasAttributes": ["email"], "UsernameAttributes": ["email"]}')
  const problem = page.locator('.problem').filter({ hasText: 'a pool can have only one of them' })
  await problem.getByRole('button', { name: 'Why' }).click()
  const link = problem.getByRole('link', { name: 'About this rule' })
  assert.equal(await link.getAttribute('href'), 'rules.html#alias-and-username-attributes')
  assert.equal(await link.getAttribute('rel'), 'noopener')
  const opened = context.waitForEvent('page')
  await link.click()
  await (await opened).locator('article.rule:target').waitFor()
  await page.getByRole('button', { name: 'Help' }).click()
  assert.equal(await page.locator('dialog').getByRole('link', { name: /All rules/ }).getAttribute('href'), 'rules.html')
  quiet()
  await close()
})

test('rules are found by word, by member and by the error message that somebody has, and their requests open', async () => {
  const { page, quiet, close } = await it.open({ address: 'rules.html', wait: false })
  const shown = () => page.locator('article.rule:visible').evaluateAll((all) => all.map(({ id }) => id))
  const field = page.getByLabel('Find a rule')
  await field.fill('DeletionProtection nothing of the kind')
  await says(page.locator('#rule-search-said'), 'No known message')
  await field.fill('/UsernameAttributes')
  await says(page.locator('#rule-search-said'), 'rules.')
  assert.ok((await shown()).includes('alias-and-username-attributes'))
  await field.fill("botocore.errorfactory.InvalidParameterException: Attribute custom:tenant cannot have a max length shorter than it's min length")
  await says(page.locator('#rule-search-said'), 'MinLength cannot be more than MaxLength')
  assert.deepEqual(await shown(), ['schema-string-length-order'])
  await page.locator('article.rule:visible .bad .open-it').click()
  await says(page.locator('.exception-message'), 'cannot have a max length shorter')
  quiet()
  await close()
})

test('a search stands in the address, and a link to it finds the same', async () => {
  const { page, quiet, close } = await it.open({ address: 'rules.html', wait: false })
  const shown = () => page.locator('article.rule:visible').evaluateAll((all) => all.map(({ id }) => id))
  await page.getByLabel('Stage').selectOption('semantics')
  await page.getByLabel('Find a rule').fill('sms role')
  await page.waitForURL(/#\?q=sms\+role&stage=semantics$/)
  const found = await shown()
  assert.ok(found.length > 0)
  await page.reload()
  assert.equal(await page.getByLabel('Find a rule').inputValue(), 'sms role')
  assert.deepEqual(await shown(), found)
  await page.getByLabel('Find a rule').fill('')
  await page.getByLabel('Stage').selectOption('')
  await page.waitForURL(/rules\.html$/)
  quiet()
  await close()
})

test('on a phone the index is folded, and the way back to the playground is said', async () => {
  const { page, quiet, close } = await it.open({ address: 'rules.html', wait: false, width: 360, height: 800 })
  const first = page.locator('article.rule').first()
  assert.ok((await first.boundingBox()).y < 800)
  await page.getByText('Index of all rules').click()
  await page.locator('.contents').getByRole('link').first().click()
  await page.locator('article.rule:target').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Back to the playground' }).getAttribute('href'), './')
  quiet()
  await close()
})

test('a request opens in its place, with its surroundings', async () => {
  const { page, quiet, close } = await it.open({ address: 'rules.html', wait: false })
  const rule = page.locator('article.rule:has(.around)').first()
  const example = rule.locator('.example.bad')
  await example.getByRole('button', { name: 'Try it here' }).click()
  const frame = example.locator('iframe').contentFrame()
  await frame.locator('.reply .status.bad').waitFor({ state: 'attached' })
  assert.equal(await example.locator('pre').count(), 0)
  assert.ok(await rule.locator('.example.good pre').count() > 0)
  await rule.locator('.example.good').getByRole('button', { name: 'Try it here' }).click()
  await rule.locator('.example.good iframe').contentFrame().locator('.reply .status.good').waitFor({ state: 'attached' })
  quiet()
  await close()
})

test('rules are filtered by stage, evidence and member, together with words', async () => {
  const { page, quiet, close } = await it.open({ address: 'rules.html', wait: false })
  const shown = () => page.locator('article.rule:visible').evaluateAll((all) => all.map(({ id }) => id).sort())
  const by = (holds) => rules.filter(holds).map(({ id }) => id).sort()
  await page.getByLabel('Stage').selectOption('account')
  assert.deepEqual(await shown(), by(({ stage }) => stage === 'account'))
  await page.getByLabel('Stage').selectOption('semantics')
  await page.getByLabel('Evidence').selectOption('observed')
  assert.deepEqual(await shown(), by(({ stage, evidence }) => stage === 'semantics' && evidence === 'observed'))
  await page.locator('.rule-filters').getByRole('combobox').nth(2).selectOption('MfaConfiguration')
  const left = by(({ stage, evidence, fields }) => stage === 'semantics' && evidence === 'observed' && fields.some((field) => field.split('/')[1] === 'MfaConfiguration'))
  assert.ok(left.length > 0)
  assert.deepEqual(await shown(), left)
  await says(page.locator('#rule-search-said'), /rule/)
  // What stands beside a group's name tells the same.
  for (const part of ['.groups', '.contents']) {
    const counts = await page.locator(`${part} .count:visible`).allInnerTexts()
    assert.match(counts.join(), /^\d+ of \d+(?:,\d+ of \d+)*$/)
    assert.equal(counts.reduce((sum, count) => sum + parseInt(count, 10), 0), left.length)
  }
  await page.getByLabel('Find a rule').fill('sms')
  assert.ok((await shown()).every((id) => left.includes(id)))
  await page.getByLabel('Find a rule').fill('zzzz')
  await says(page.locator('#rule-search-said'), 'No rule')
  assert.equal(await page.locator('.contents').isVisible(), false)
  quiet()
  await close()
})

test('each rule has its Markdown and its line in llms.txt', async () => {
  const [index, page] = await Promise.all(['llms.txt', 'rules.html'].map(async (name) => (await fetch(`${it.base}/${name}`)).text()))
  for (const { id, general, why, exception, bad } of rules) {
    const answer = await fetch(`${it.base}/rule-${id}.md.txt`)
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8', id)
    const text = await answer.text()
    for (const part of [`# ${id}\n`, general, why, exception?.type ?? '', exception?.message ?? '']) assert.ok(text.includes(part), `${id}: ${part}`)
    if (bad !== undefined) assert.deepEqual(JSON.parse(/```json\n([^]*?)\n```/.exec(text)[1]), JSON.parse(bad), id)
    assert.ok(index.includes(`- [${id}](rule-${id}.md.txt): ${general}\n`), id)
    assert.ok(page.includes(`href="rule-${id}.md.txt"`), id)
  }
})
