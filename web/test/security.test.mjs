// A text is a text and never markup, wherever it comes in and wherever it is shown; and nothing goes to another origin. The
// stage fails a test for each report of the security policy and each request that leaves.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { moduleOf } from './module.mjs'
import { all, payloads } from './payloads.mjs'
import { copyLink, says, stage, write } from './stage.mjs'

const it = stage()
const link = (payload) => `#v1.${deflateRawSync(JSON.stringify(payload)).toString('base64url')}`
const each = (make) => Object.fromEntries(all.map(make))

/** What the service takes in a message. */
const sayable = all.filter((payload) => !/[\u0000-\u001f\u2028-\u202e\u2066]|[\ud800-\udfff]/.test(payload))

/** A request that is taken, with a payload wherever one may stand. */
const taken = JSON.stringify({
  PoolName: 'taken',
  EmailVerificationSubject: all.slice(0, 2).join(' '),
  EmailVerificationMessage: `{####} ${sayable.join(' ')}`,
  AdminCreateUserConfig: { InviteMessageTemplate: { EmailSubject: payloads['an image'], EmailMessage: `{username} {####} ${sayable.join('<br>')}`, SMSMessage: `{username} {####} ${payloads['a handler']}` } },
  EmailConfiguration: { ReplyToEmailAddress: 'a@example.com' },
}, null, 2)

/** One that is refused, with payloads as names, as values of the wrong kind, and as names of tags. */
const refused = `{
  "PoolName": ${JSON.stringify(payloads['an image'])},
  "MfaConfiguration": ${JSON.stringify(payloads['an end of an attribute'])},
  "LambdaConfig": { "PreSignUp": ${JSON.stringify(payloads['an address that runs'])} },
  "EmailConfiguration": { "SourceArn": ${JSON.stringify(payloads['an address that is a page'])}, "From": ${JSON.stringify(payloads['a link that runs'])} },
  "AliasAttributes": ${JSON.stringify(all)},
  "Schema": [{ "Name": ${JSON.stringify(payloads.braces)}, "AttributeDataType": ${JSON.stringify(payloads.entities)} }],
  "UserPoolTags": { "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } },
  ${all.map((payload) => `${JSON.stringify(payload)}: ${JSON.stringify(payload)}`).join(',\n  ')}
}`

/** Fails when anything in the page, or in the frame, is more than text. */
async function harmless(page, where) {
  const found = await page.evaluate(() => {
    const root = document.querySelector('user-pool-playground')?.shadowRoot ?? document
    const of = [...root.querySelectorAll('*')]
    const wrong = of.filter((element) => element.matches('script, iframe, object, embed, img:not(.cm-widgetBuffer), base, meta, style, template, math, form:not([method=dialog]), link')
      || element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style' && /url\(/.test(element.getAttribute('style')))
      || ['href', 'src', 'action', 'formaction'].some((name) => /^\s*(?:javascript|data|vbscript):/i.test(element.getAttribute(name) ?? '')))
    return { wrong: wrong.map((element) => element.outerHTML.slice(0, 200)), pwned: globalThis.__pwned ?? null, polluted: ({}).polluted ?? null, prototype: Object.keys(Object.prototype) }
  })
  assert.deepEqual(found, { wrong: [], pwned: null, polluted: null, prototype: [] }, where)
}

/** Opens a page in which no dialog may come up. */
async function visit(options) {
  const dialogs = []
  const visited = await it.open({ ...options, async prepare(page, context) {
    page.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss() })
    await options?.prepare?.(page, context)
  } })
  return { ...visited, async close() { assert.deepEqual(dialogs, []); await visited.close() } }
}

async function throughAllViews(page, where) {
  for (const view of ['Form', 'Plain text', 'JSON']) {
    await page.getByRole('tab', { name: view, exact: true }).click()
    if (view === 'Form') await page.locator('.form').first().waitFor()
    await harmless(page, `${where}: ${view}`)
  }
  for (const view of ['In words', 'Compare', 'Update', 'Export', 'HTTP', 'Reply']) {
    await page.getByRole('tab', { name: view, exact: true }).click()
    if (view === 'In words') await page.locator('.words, .placeholder-title').first().waitFor()
    if (view === 'Export') {
      const choice = page.getByLabel('Export to')
      await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('#export-target option').length > 1)
      for (const target of await choice.locator('option').evaluateAll((options) => options.map(({ value }) => value))) {
        await choice.selectOption(target)
        await page.locator('.exported').waitFor()
      }
    }
    await harmless(page, `${where}: ${view}`)
  }
  // The reference follows the cursor.
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
  for (let line = 0; line < 12; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('Escape')
  await harmless(page, `${where}: reference`)
}

test('payloads in a link are text in every view', async () => {
  const { page, context, close } = await visit({
    address: link({ request: taken, options: { region: all[0], accountId: all[1], view: all[2], asOf: all[3], smsRole: all[4], sesIdentities: all, __proto__: { polluted: true } }, view: '__proto__', reply: 'constructor' }),
  })
  await says(page.locator('.reply .status'), '200')
  const reply = await page.locator('.lines').innerText()
  for (const name of ['an image', 'a link that runs', 'braces', 'a style', 'entities']) assert.ok(reply.includes(payloads[name]) || reply.includes(JSON.stringify(payloads[name]).slice(1, -1)), name)
  await throughAllViews(page, 'taken')
  await page.getByRole('tab', { name: 'In words' }).click()
  await says(page.locator('.email-body'), 'javascript')
  await copyLink(page)
  await page.getByRole('button', { name: 'Copy to embed' }).click()
  await says(page.locator('.share'), 'Copied')
  // What is copied to embed is, as a page, no more than the request.
  const markup = await page.evaluate(() => navigator.clipboard.readText())
  const copied = await (await context.newPage()).evaluate((markup) => {
    const made = new DOMParser().parseFromString(markup, 'text/html')
    return { text: made.querySelector('user-pool-playground').textContent, elements: [...made.querySelectorAll('body *, head *')].map(({ localName }) => localName) }
  }, markup)
  assert.deepEqual(copied.elements, ['script', 'user-pool-playground', 'pre'])
  assert.equal(copied.text, taken)
  await close()
})

test('payloads as names and as wrong values are text in problems, in exceptions and in every view', async () => {
  const { page, close } = await visit({ address: link({ request: refused }) })
  await says(page.locator('.reply .status'), '400')
  const problems = await page.locator('.problems').innerText()
  for (const name of ['an image', 'a handler', 'braces', 'the constructor']) assert.ok(problems.includes(payloads[name]), name)
  await throughAllViews(page, 'refused')
  await close()
})

test('payloads behind the # and the ? are not even looked at, or told as damaged', async () => {
  const { page, close } = await visit({ address: `?${new URLSearchParams(each((payload, index) => [index % 2 ? 'view' : payload, payload]))}#${all[0]}` })
  for (const payload of all) {
    await page.evaluate((hash) => { location.hash = hash }, `v1.${payload}`)
    await says(page.getByRole('alert'), 'The link could not be opened')
    await page.getByRole('button', { name: 'Dismiss' }).click()
  }
  await harmless(page, 'address')
  await close()
})

test('payloads in a file, its name and a text to import are text', async () => {
  const { page, close } = await visit()
  const dropped = (name, text) => page.locator('.reply').evaluate((target, { name, text }) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], name))
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }))
  }, { name, text })
  await dropped(payloads['an image'], taken)
  await says(page.locator('.lines .line'), '"taken"')
  await harmless(page, 'dropped')
  await page.getByRole('button', { name: 'Import…' }).click()
  const text = page.getByLabel('The text', { exact: true })
  const texts = {
    'an answer': [JSON.stringify({ UserPool: { Name: payloads['an image'], Id: payloads['an end of an attribute'], ...each((payload) => [payload, payload]) } }), 'Left out'],
    'an exception': [JSON.stringify({ __type: payloads['an image'], message: all.join(' ') }), 'This is an exception'],
    'a template': [`Resources:\n${all.slice(0, 6).map((payload, index) => `  ${JSON.stringify(`${payload} ${index}`)}:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: ${JSON.stringify(payload)}\n      ${JSON.stringify(payload)}: !Ref ${JSON.stringify(payload)}\n`).join('')}`, 'Which one?'],
    'a command': [`aws cognito-idp create-user-pool --pool-name ${payloads['very long']} --${'x'} '${payloads['an image']}' --user-pool-tags '${JSON.stringify({ a: payloads['a base'] })}'`, 'Recognised: AWS CLI'],
    'a call': [`client.create_user_pool(PoolName=${JSON.stringify(payloads['an image'])}, Nobody=${JSON.stringify(payloads.braces)}, UserPoolTags={"a": ${JSON.stringify(payloads['a comment'])}})`, 'Recognised: Python, boto3'],
    'something else': [`resource "aws_${payloads['an image']}" "${payloads['a form']}" {}`, 'nothing that can be imported'],
  }
  for (const [name, [content, words]] of Object.entries(texts)) {
    await text.fill(content)
    await says(page.locator('.import'), words)
    await harmless(page, `import of ${name}`)
  }
  await close()
})

test('payloads typed into fields and kept by the browser are text', async () => {
  const { page, close } = await visit({
    prepare: (page) => page.addInitScript((all) => {
      if (sessionStorage.getItem('put')) return
      sessionStorage.setItem('put', 'once')
      for (const [index, name] of ['draft', 'surroundings', 'layout', 'theme', 'request-view', 'export-target', 'aside'].entries()) localStorage.setItem(`upp.${name}`, all[index])
    }, all),
  })
  await harmless(page, 'kept')
  await page.getByRole('tab', { name: 'In words' }).click()
  await write(page, '{ "PoolName": "p" }')
  const password = page.getByLabel('Try a password')
  for (const payload of all.slice(0, 6)) await password.fill(payload)
  await page.locator('#password-outcome li').first().waitFor()
  await page.getByRole('button', { name: /^Surroundings: / }).click()
  await page.getByLabel('Region').fill(payloads['an end of an attribute'])
  await page.getByLabel('Account id').fill(payloads['an image'])
  await page.getByRole('radio', { name: 'Only these' }).check()
  await page.getByLabel('Verified addresses').fill(all.join('\n'))
  await harmless(page, 'fields')
  await page.reload()
  await page.locator('.reply .status').waitFor()
  await harmless(page, 'fields, kept')
  await close()
})

test('payloads in a rule are text on the page of rules', async () => {
  const { rulesHtml } = await moduleOf('rules/page.ts')
  const html = await rulesHtml({
    shapes: {},
    rules: all.map((payload, index) => ({
      id: `${index} ${payload}`, fields: [payload], stage: 'semantics', severity: 'error', exception: { type: payload, message: payload }, message: payload, general: payload, why: payload,
      evidence: 'observed', links: [payload, `https://example.com/${payload}`], since: payload, bad: JSON.stringify({ [payload]: payload }), good: '{}', around: { region: payload },
    })),
  })
  const { context, close } = await visit()
  // A page without the policy, which lets nothing be parsed.
  const made = await (await context.newPage()).evaluate((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    return {
      elements: [...new Set([...body.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
      handlers: [...body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on') || name === 'style'),
      running: [...body.querySelectorAll('a')].map((link) => link.getAttribute('href')).filter((href) => !/^(?:#|https:|index\.html|\.\/#v1\.[\w-]+$)/.test(href)),
    }
  }, html)
  assert.deepEqual({ ...made, elements: made.elements.filter((name) => /^(?:script|img|svg|iframe|form|style|base|meta|math|template|textarea|button)$/.test(name)) }, { elements: [], handlers: [], running: [] })
  await close()
})
