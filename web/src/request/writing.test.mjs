// What helps while writing: completion, the reference, fixes.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { focused, mod, says, show, shownText, stage, takeCompletion, write } from '../../test/stage.mjs'

const it = stage()

/** Puts a text into the editor with the cursor at the mark. */
async function writeAt(page, marked) {
  const [before, after] = marked.split('▮')
  await write(page, before + after)
  for (let step = 0; step < [...after].length; step++) await page.keyboard.press('ArrowLeft')
}

test('both of two members that clash are underlined, and each says what it has to do with it', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "AliasAttributes": ["email"], "UsernameAttributes": ["email"]}')
  const words = (selector) => page.locator(selector).allTextContents().then((parts) => parts.join(''))
  await page.locator('.cm-related-error').first().waitFor()
  assert.equal(await words('.cm-lintRange-error'), '["email"]')
  assert.equal(await words('.cm-related-error'), '["email"]')
  assert.equal(await page.locator('.cm-related-error').first().getAttribute('title'), 'The other one.')
  await write(page, '{"PoolName": "shop"}')
  await page.locator('.cm-related').first().waitFor({ state: 'detached' })
  quiet()
  await close()
})

test('completion writes a member with its value, and nothing has to be typed that is known', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '')
  await page.keyboard.type('{')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"Po')
  await says(page.locator('.cm-completionLabel'), 'PoolName')
  await takeCompletion(page)
  await page.keyboard.type('shop')
  assert.equal(await shownText(page), '{\n  "PoolName": "shop"\n}')

  await page.keyboard.press('End')
  await page.keyboard.type(',')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"Mfa')
  await says(page.locator('.cm-completionMatchedText'), 'Mfa')
  await takeCompletion(page)
  // The values come up by themselves.
  await says(page.locator('.cm-tooltip-autocomplete'), 'OPTIONAL')
  await page.keyboard.type('OF')
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('.cm-tooltip-autocomplete li').length === 1)
  await takeCompletion(page)
  assert.equal(await shownText(page), '{\n  "PoolName": "shop",\n  "MfaConfiguration": "OFF"\n}')
  await says(page.locator('.reply .status'), '200')
  quiet()
  await close()
})

test('completion comes on demand in broken text, and Escape leaves it', async () => {
  const { page, quiet, close } = await it.open()
  await writeAt(page, '{"PoolName": "shop" "Policies": {"PasswordPolicy": {▮')
  await page.keyboard.press('Control+Space')
  await says(page.locator('.cm-tooltip-autocomplete'), 'MinimumLength')
  await page.keyboard.press('Escape')
  await page.locator('.cm-tooltip-autocomplete').waitFor({ state: 'detached' })
  assert.equal(await shownText(page), '{"PoolName": "shop" "Policies": {"PasswordPolicy": {')
  quiet()
  await close()
})

test('resting on a member tells what is known of it, and the reference follows the cursor', async () => {
  const { page, quiet, close } = await it.open()
  await writeAt(page, '{"PoolName": "shop", "MfaConf▮iguration": "OFF"}')
  await says(page.locator('.reference .reference-name'), 'MfaConfiguration')
  await says(page.locator('.reference'), 'Rules')
  await says(page.locator('.reference'), 'since 2016')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await says(page.locator('.reference .reference-name'), 'PoolName')
  await says(page.locator('.reference-limits'), '128')

  await page.keyboard.press('Alt+F1')
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.id === 'reference-body')

  await page.getByText('"MfaConfiguration"').first().hover()
  await says(page.locator('.cm-reference .reference-name'), 'MfaConfiguration')
  quiet()
  await close()
})

test('what comes up over the text is whole, beyond the edges of its pane too', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('separator', { name: 'Width of the request' }).focus()
  await page.keyboard.press('Home')
  const whole = (selector) => page.waitForFunction((selector) => {
    const root = document.querySelector('user-pool-playground').shadowRoot
    const tooltip = root.querySelector(selector)
    if (!tooltip) return false
    const { left, top, right, bottom } = tooltip.getBoundingClientRect()
    const corners = [[left, top], [right, top], [left, bottom], [right, bottom]]
    const inwards = (x, y) => [x + (x === left ? 10 : -10), y + (y === top ? 10 : -10)]
    return right > root.querySelector('.request').getBoundingClientRect().right &&
      corners.every(([x, y]) => tooltip.contains(root.elementFromPoint(...inwards(x, y))))
  }, selector)
  await writeAt(page, '{"PoolName": "shop", ▮}')
  await page.keyboard.type('"')
  await whole('.cm-tooltip-autocomplete')
  await page.keyboard.press('Escape')
  await write(page, '{"MfaConfiguration": "ON"}')
  await page.getByText('"MfaConfiguration"').first().hover()
  await whole('.cm-tooltip-hover')
  quiet()
  await close()
})

test('everything that can be fixed safely is fixed at once, and undone at once', async () => {
  const { page, quiet, close } = await it.open()
  const text = `{ PoolName: 'shop', // mine\n  "mfaConfiguration": "off", }`
  await write(page, text)
  const button = page.getByRole('button', { name: /^Fix \d+ safely$/ })
  await button.click()
  await says(page.locator('.reply .status'), '200')
  assert.equal(await shownText(page), '{ "PoolName": "shop", \n  "MfaConfiguration": "OFF" }')
  assert.equal(await button.count(), 0)
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await shownText(page), text)
  quiet()
  await close()
})

test('keys go in over, around and beside what is selected, and so does what no key types', async () => {
  const { page, quiet, close } = await it.open()
  const { keyboard } = page
  await write(page, '{"PoolName": shop}')
  for (const key of ['ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft']) await keyboard.press(key)
  await keyboard.press('"')
  assert.equal(await shownText(page), '{"PoolName": "shop"}')
  await keyboard.press('e')
  assert.equal(await shownText(page), '{"PoolName": "e"}')
  // As an input method puts it in, without a key of its own.
  await keyboard.insertText('as')
  await keyboard.press('t')
  assert.equal(await shownText(page), '{"PoolName": "east"}')
  await keyboard.press('"')
  assert.equal(await shownText(page), '{"PoolName": "east"}', 'what closes is typed over')
  await says(page.locator('.lines'), 'east')
  quiet()
  await close()
})

test('the focus leaves the editor for good where the cursor stands between two lines of a wrapped one', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, `{"PoolName": "shop", "EmailVerificationMessage": "${'so many words that the line is wrapped '.repeat(8)}{####}"}`)
  await page.keyboard.press(`${mod}+Home`)
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  assert.equal(await focused(page, '.cm-content'), false)
  // The editor learns of it a moment later.
  await page.waitForTimeout(200)
  assert.equal(await focused(page, '.cm-content'), false)
  await page.keyboard.press('Shift+Tab')
  assert.equal(await focused(page, '.cm-content'), true)
  quiet()
  await close()
})

test('Enter is a new line where nobody has asked for what could stand there', async () => {
  const { page, quiet, close } = await it.open()
  for (const { typed, comes } of [
    { typed: ['{', '"PoolName": "shop",', '"UserPoolTier": "LITE"', ''], comes: /"UserPoolTier": "LITE"\s+\}$/ },
    { typed: ['{', '"PoolName": "shop"', ''], comes: /"PoolName": "shop"\s+\}$/ },
    { typed: ['{', '"DeletionProtection": "ACTIVE",', '"LambdaConfig": {', ''], comes: /"LambdaConfig": \{\s+\}\s+\}$/ },
  ]) {
    await write(page, '')
    for (const [at, line] of typed.entries()) {
      if (at > 0) await page.keyboard.press('Enter')
      await page.keyboard.type(line)
      await page.waitForTimeout(350)
    }
    assert.match(await shownText(page), comes, typed.join('⏎'))
  }
  quiet()
  await close()
})

test('what a completion opened is chosen from with Enter, and an offer with Tab', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{\n  "PoolName": "shop",\n  \n}')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.type('"MfaC')
  await page.locator('.cm-tooltip-autocomplete li[aria-selected]').waitFor()
  await takeCompletion(page)
  await page.locator('.cm-tooltip-autocomplete li').filter({ hasText: 'OPTIONAL' }).waitFor()
  await page.keyboard.type('OPT')
  await page.locator('.cm-tooltip-autocomplete li[aria-selected]').filter({ hasText: 'OPTIONAL' }).waitFor()
  await takeCompletion(page)
  await page.waitForTimeout(350)
  assert.equal(await page.locator('.cm-tooltip-autocomplete').count(), 0)
  await page.keyboard.press('Enter')
  assert.match(await shownText(page), /"OPTIONAL"\s+\}$/)
  quiet()
  await close()
})

test('a bracket typed over all of the text takes its place', async () => {
  const { page, quiet, close } = await it.open()
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+A`)
  await page.keyboard.type('{')
  assert.equal(await shownText(page), '{}')
  await page.keyboard.press(`${mod}+Z`)
  assert.match(await shownText(page), /"PoolName": "my-app"/)
  quiet()
  await close()
})

test('a long line goes on under itself', async () => {
  const { page, quiet, close } = await it.open({ width: 390, height: 844 })
  await show(page, 'Request')
  await write(page, `{\n  "PoolName": "${'shop '.repeat(40)}"\n}`)
  const indents = await page.locator('.cm-line').nth(1).evaluate((line) => {
    const range = document.createRange()
    range.selectNodeContents(line)
    return [...range.getClientRects()].map(({ left }) => Math.round(left - line.getBoundingClientRect().left))
  })
  assert.ok(indents.length > 3 && Math.min(...indents.slice(2)) > Math.min(...indents), `${indents}`)
  quiet()
  await close()
})

test('F8 goes to errors first, the list marks where it is, and what is to be filled in is selected', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{\n  "PoolName": "x",\n  "UsernameAttributes": ["email"],\n  "MfaConfiguration": "ON"\n}')
  await says(page.locator('.reply .status'), '400')
  await page.keyboard.press(`${mod}+Home`)
  await page.keyboard.press('F8')
  await says(page.locator('.problem[aria-current=true]'), 'there is no SmsConfiguration')
  assert.equal(await page.locator('.problem').first().getAttribute('aria-current'), 'true')
  await page.keyboard.press('F8')
  await page.locator('.problem.warning[aria-current=true]').waitFor()
  await page.locator('.exception .fix').filter({ hasText: 'to fill in' }).click()
  await says(page.locator('.reply .status'), '200')
  assert.match(await page.evaluate(() => String(document.querySelector('user-pool-playground').shadowRoot.getSelection?.() ?? getSelection())), /^arn:aws:iam::/)
  assert.match(await shownText(page), /"SmsConfiguration": \{\n {4}"SnsCallerArn"/)
  quiet()
  await close()
})

test('what can go into a block that a completion made is offered at once', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{\n  "PoolName": "shop",\n  \n}')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  for (const [typed, inside] of [['"Polic', 'PasswordPolicy'], ['"Pass', 'MinimumLength']]) {
    await page.keyboard.type(typed)
    await page.locator('.cm-tooltip-autocomplete li[aria-selected]').waitFor()
    await takeCompletion(page)
    await page.locator('.cm-tooltip-autocomplete li').filter({ hasText: inside }).waitFor()
  }
  quiet()
  await close()
})

test('a text that takes the place of another has its errors in sight, and hints that do not fit are left out whole', async () => {
  const { page, quiet, close } = await it.open({ width: 768, height: 1000 })
  const schema = Array.from({ length: 6 }, (_, at) => `{ "Name": "a${at}", "AttributeDataType": "String" }`).join()
  await write(page, `{"PoolName": "shop", "UsernameAttributes": ["email"], "MfaConfiguration": "OPTIONAL", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "shop"}, "Schema": [${schema}]}`)
  await says(page.locator('.reply .status'), '200')
  // Its end is where the text before had a problem.
  await write(page, '{ "PoolName": "shop!", "AliasAttributes": ["email"], "UsernameAttributes": ["email"], "MfaConfiguration": "MAYBE" }')
  await says(page.locator('.reply .status'), '400')
  await says(page.locator('.problem').first(), 'In the reply')
  assert.equal(await page.locator('#problems-body').evaluate((body) => body.scrollTop), 0)
  const cut = await page.locator('#editor-hint').evaluate((hint) => [...hint.children].filter((part) => part.offsetTop < hint.offsetTop + hint.clientHeight && part.getBoundingClientRect().right > hint.getBoundingClientRect().right + 1).length)
  assert.equal(cut, 0)
  quiet()
  await close()
})
