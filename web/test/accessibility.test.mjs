import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, check } from './axe.mjs'
import { notLoaded, mod, show, stage, write } from './stage.mjs'

const it = stage()
const widths = [320, 768, 1280]
const good = '{\n  "PoolName": "shop"\n}'
const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "YES",\n  "Colour": "red"\n}'

const odd = '{\n  "PoolName": "shop",\n  "Policies": [1],\n  "Colour": "red",\n  "MfaConfiguration": "YES",\n  "UserPoolTags": {"a": "b"},\n  "AliasAttributes": ["email"]\n}'

for (const width of widths) {
  test(`axe finds nothing at ${width} px`, async () => {
    const { page, close } = await it.open({ width, bypassCSP: true, prepare: (page) => page.addInitScript(axe) })
    const panes = width < 700 ? ['Request', 'Reply', 'Problems', 'Reference'] : ['Request']
    const everywhere = async (state, part) => {
      for (const pane of panes) {
        await show(page, pane)
        await check(page, `${state}, ${pane}`, part)
      }
      await show(page, 'Request')
    }
    // All of the page once, and after that what a state changes.
    await everywhere('sample')

    await show(page, 'Reply')
    await page.locator('.line[data-origin=default]').first().click()
    await check(page, 'a line chosen', '.reply')
    await show(page, 'Request')

    for (const view of ['In words', 'Permanent', 'Compare', 'Update', 'Try', 'Export', 'Audit', 'HTTP', 'Reply']) {
      await show(page, 'Reply')
      await page.getByRole('tab', { name: view, exact: true }).click()
      if (view === 'In words') {
        await page.getByLabel('Try a password').fill('short')
        await page.locator('#password-outcome .broken').first().waitFor()
      }
      if (view === 'Compare') {
        await page.locator('#baseline').selectOption({ index: 2 })
        await page.locator('.compared-line').first().waitFor()
      }
      if (view === 'Try') {
        await page.locator('.try-end, .try-stop').waitFor()
        for (const part of await page.locator('.try details > summary').all()) if (await part.isVisible()) await part.click()
      }
      await check(page, view, '.reply')
    }
    await show(page, 'Request')

    await write(page, odd)
    for (const view of ['Form', 'Plain text', 'JSON']) {
      await page.getByRole('tab', { name: view, exact: true }).click()
      if (view === 'Form') {
        await page.locator('.field-misfit').first().waitFor()
        await page.locator('.field-problems').first().waitFor()
      }
      await check(page, view, '.request')
    }
    await page.locator('.cm-content').focus()
    await page.keyboard.press(`${mod}+Home`)
    await page.keyboard.press('End')
    await page.keyboard.type('"')
    await page.locator('.cm-tooltip-autocomplete').waitFor()
    await check(page, 'completion', '.request')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Copy link' }).waitFor()
    await check(page, 'share', '.top')
    await page.keyboard.press('Escape')

    await write(page, bad)
    await page.locator('.exception').waitFor({ state: 'attached' })
    await show(page, 'Problems')
    for (const why of await page.getByRole('button', { name: 'Why' }).all()) await why.click()
    await everywhere('exception', '.work')
    await page.locator('.cm-content').focus()
    await page.keyboard.press('F8')
    await page.locator('.cm-tooltip').waitFor()
    await check(page, 'a tooltip', '.request')
    await page.keyboard.press('Escape')

    await write(page, good)
    await page.locator('.lines').waitFor({ state: 'attached' })
    await write(page, good.replace('"shop"', 'shop'))
    await page.locator('.broken-notice').waitFor({ state: 'attached' })
    await everywhere('broken', '.work')

    await write(page, good)
    await page.locator('.broken-notice').waitFor({ state: 'detached' })
    await show(page, 'Reply')
    await page.getByRole('button', { name: /^Surroundings: / }).click()
    await page.locator('.day').nth(9).click()
    await page.getByLabel('Account id').fill('12')
    await page.getByLabel('Only these').check()
    await page.locator('.chip:visible').waitFor()
    await check(page, 'surroundings', '.reply')
    await page.keyboard.press('Escape')
    await show(page, 'Request')

    await page.getByRole('button', { name: 'Examples' }).click()
    await page.locator('#examples:not([hidden])').waitFor()
    await check(page, 'examples', '.top')
    if (width >= 700) await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Import…/ }).click()
    await page.getByLabel('The text').fill('{"UserPool": {"Id": "us-east-1_a", "Name": "shop"}}')
    await page.locator('.dropped').waitFor()
    await check(page, 'import', 'dialog[open]')
    await page.getByLabel('The text').fill('{"UserPool": 3}')
    await page.locator('.import-problems').waitFor()
    await check(page, 'an import that fails', 'dialog[open]')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Help' }).click()
    await page.locator('dialog[open]').waitFor()
    await check(page, 'help', 'dialog[open]')
    await close()
  })
}

test('axe finds nothing when embedded', async () => {
  const { page, close } = await it.open({ height: 480, address: 'embed.html?readonly', bypassCSP: true, prepare: (page) => page.addInitScript(axe) })
  for (const width of widths) {
    await page.setViewportSize({ width, height: 480 })
    for (const pane of width < 700 ? ['Request', 'Reply', 'Problems'] : ['Request']) {
      await show(page, pane)
      await check(page, `embedded, ${pane} at ${width} px`)
    }
  }
  await close()
})

test('axe finds nothing in a failed load', async () => {
  const { page, close } = await it.open({
    bypassCSP: true, wait: false, expected: [notLoaded],
    prepare: async (page) => {
      await page.addInitScript(axe)
      await page.route('**/engine*.wasm*', (route) => route.fulfill({ status: 404 }))
    },
  })
  await page.getByRole('alert').waitFor()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await check(page, `failed at ${width} px`)
  }
  await close()
})
