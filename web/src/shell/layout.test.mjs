import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { test } from 'node:test'
import { comesTrue, copyLink, mod, says, show, stage, write } from '../../test/stage.mjs'

const it = stage()
/** Where make pictures wants pictures; the walk is a test without them, too. */
const folder = process.env.PICTURES
const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "YES",\n  "Colour": "red"\n}\n'
const good = '{\n  "PoolName": "shop",\n  "AutoVerifiedAttributes": ["email"]\n}\n'
if (folder) await mkdir(folder, { recursive: true })

test('nothing is wider than a narrow screen, and fingers have room', async () => {
  for (const width of [360, 320]) {
    const { page, quiet, close } = await it.open({ width, height: 740 })
    for (const text of [null, bad]) {
      if (text) {
        await show(page, 'Request')
        await write(page, text)
        await page.locator('.tabs .dot.bad').waitFor()
      }
      const views = [['Request', 'Form'], ['Request', 'Plain text'], ['Request', 'JSON'], ['Reply', 'In words'], ['Reply', 'Compare'], ['Reply', 'Update'], ['Reply', 'Try'], ['Reply', 'Export'], ['Reply', 'HTTP'], ['Reply', 'Reply'], ['Problems'], ['Reference']]
      for (const [pane, view] of views) {
        await show(page, pane)
        if (view) await page.getByRole('tab', { name: view, exact: true }).click()
        if (view === 'Form') await page.locator('.field-row').first().waitFor()
        if (view === 'Try') await page.locator('.try-end, .try-stop, .call-problems').first().waitFor()
        if (pane === 'Problems') await page.getByRole('button', { name: 'Why' }).first().click()
        const wider = await page.evaluate(() => {
          const root = document.querySelector('user-pool-playground').shadowRoot
          return [...root.querySelectorAll('.top, .pane, .pane-head, .pane-body, .lines, .exception, .cm-scroller, .tabs, .form, .form-bar, .words, .compared, .compare-bar, .update, .try, .try-part, .exported, .plain')]
            .filter((part) => part.clientWidth > 0 && (part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth + 1))
            .map((part) => part.className)
        })
        assert.deepEqual(wider, [], `${pane} ${view ?? ''} at ${width} px`)
        const small = await page.evaluate(() => {
          const root = document.querySelector('user-pool-playground').shadowRoot
          return [...root.querySelectorAll('.tabs button, .top .button, .pane-head .button, .compare-bar select, .export-bar select, .export-bar .button, .problem .button, .problem-go, .field-row .button, .field-fold, .field-row input, .field-row select')]
            .filter((button) => button.getClientRects().length > 0 && button.getBoundingClientRect().height < 44)
            .map((button) => button.textContent)
        })
        assert.deepEqual(small, [], `${pane} ${view ?? ''} at ${width} px`)
      }
    }
    quiet()
    await close()
  }
})

test('why a problem is one comes into sight where it was below the edge', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop!", "MfaConfiguration": "ON", "AliasAttributes": ["email"], "UsernameAttributes": ["email"], "Foo": 1}')
  await page.locator('.problem').nth(3).waitFor()
  for (const at of [0, 1, 3]) {
    await page.locator('.problem').nth(at).getByRole('button', { name: 'Why' }).click()
    await comesTrue(page, (at) => {
      const details = document.querySelector('user-pool-playground').shadowRoot.querySelectorAll('.problem')[at].querySelector('.problem-details')
      if (!details) return false
      const [list, { top, bottom }] = [details.closest('.pane-body').getBoundingClientRect(), details.getBoundingClientRect()]
      return top >= list.top - 1 && (bottom <= list.bottom + 1 || top <= list.top + 1)
    }, at)
  }
  quiet()
  await close()
})

test('the editor does not make a phone zoom in', async () => {
  const { page, close } = await it.open({ width: 360, height: 740 })
  assert.equal(await page.locator('.cm-content').evaluate((content) => getComputedStyle(content).fontSize), '16px')
  await close()
})

test('the splitters move by keys and remember', async () => {
  const { page, quiet, close } = await it.open()
  const splitter = page.getByRole('separator', { name: 'Width of the request' })
  const width = () => page.locator('.request').evaluate((pane) => pane.getBoundingClientRect().width)
  const before = await width()
  await splitter.press('ArrowRight')
  await splitter.press('ArrowRight')
  const wider = await width()
  assert.ok(wider > before)
  await page.reload()
  await page.locator('.reply .status').waitFor()
  assert.equal(await width(), wider)
  await splitter.dblclick()
  assert.equal(await width(), before)
  quiet()
  await close()
})

for (const [name, size] of [['wide', { width: 1360, height: 860 }], ['narrow', { width: 360, height: 740 }]]) {
  test(`pictures: ${name}`, async () => {
    const { page, quiet, close } = await it.open(size)
    const picture = async (what) => {
      if (!folder) return
      for (const theme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: theme })
        await page.screenshot({ path: `${folder}/${name}-${theme}-${what}.png` })
      }
    }
    await picture('request')
    await show(page, 'Reply')
    await page.locator('.line[data-origin=given]').first().click()
    await picture('reply')
    await page.locator('.folded').first().scrollIntoViewIfNeeded()
    await picture('folds')
    await page.getByRole('button', { name: /^Surroundings: / }).click()
    await page.locator('.day').nth(3).click()
    await picture('surroundings')
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.locator('.chip:visible').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Close' }).click()
    await show(page, 'Request')
    await write(page, bad)
    await show(page, 'Reply')
    await says(page.locator('.exception-type'), 'InvalidParameterException')
    await picture('exception')
    await show(page, 'Problems')
    await page.getByRole('button', { name: 'Why' }).first().click()
    await picture('problems')
    await show(page, 'Reference')
    await picture('reference')
    await show(page, 'Request')
    await page.getByRole('tab', { name: 'Form' }).click()
    await page.locator('.field-problems').first().scrollIntoViewIfNeeded()
    await picture('form')
    await page.getByRole('tab', { name: 'JSON' }).click()
    await write(page, good)
    await show(page, 'Reply')
    await page.getByRole('tab', { name: 'In words' }).click()
    await page.locator('.words-section').first().waitFor()
    await picture('words')
    await page.getByRole('tab', { name: 'Compare' }).click()
    await page.locator('#baseline').selectOption({ index: 3 })
    await page.locator('.compared-line').first().waitFor()
    await picture('compare')
    await page.getByRole('tab', { name: 'Try' }).click()
    await page.locator('.try-end').waitFor()
    await page.locator('.try-steps > li').nth(1).locator('> details > summary').click()
    await picture('try')
    await page.getByRole('tab', { name: 'Reply' }).click()
    await copyLink(page)
    await picture('share')
    await page.keyboard.press('Escape')
    await show(page, 'Request')
    await page.locator('.cm-content').focus()
    await page.keyboard.press(`${mod}+Home`)
    await page.keyboard.press('End')
    await page.keyboard.type('"')
    await page.locator('.cm-tooltip-autocomplete').waitFor()
    await picture('completion')
    await page.keyboard.press('Escape')
    await show(page, 'Request')
    await write(page, bad.replace('"shop"', 'shop'))
    await show(page, 'Reply')
    await page.locator('.broken-notice, .exception').first().waitFor()
    await picture('broken')
    quiet()
    await close()
  })
}

test('a fix that is pressed under the reply of a narrow screen leaves the reply in sight, and the focus in it', async () => {
  const { page, quiet, close } = await it.open({ width: 390, height: 800 })
  await write(page, '{ "PoolName": "p", "Policies": { "PasswordPolicy": { "MinimumLength": 4, "RequireNumbers": true } } }')
  await show(page, 'Reply')
  await page.locator('.reply').getByRole('button', { name: 'Change it to 6' }).click()
  await says(page.locator('.lines .line'), '"MinimumLength": 6')
  await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.activeElement?.closest('#reply'))
  quiet()
  await close()
})
