// Every width from the narrowest phone to a wide screen: nothing scrolls sideways, and no control is cut.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from './stage.mjs'

const it = stage()

const from = 320
const to = 1920
const step = 8
/** Below this one pane is shown at a time. */
const narrow = 700

const refused = '{\n  "PoolName": "a pool with a name",\n  "MfaConfiguration": "ON",\n  "UsernameAttributes": ["email"],\n  "Policies": { "PasswordPolicy": { "MinimumLength": 3 } }\n}\n'

/** What is wrong at each width: what scrolls sideways, and what is cut. Runs in the page. */
function faults(panes) {
  const host = document.querySelector('user-pool-playground')
  const root = host?.shadowRoot ?? document
  const found = new Set()
  for (const pane of panes) {
    if (pane) host.dataset.pane = pane
    if (document.documentElement.scrollWidth > innerWidth + 1) found.add('the page scrolls')
    for (const part of root.querySelectorAll('.top, .pane, .pane-head, .pane-body, .pane-foot, .lines, .exception, .tabs, .form, .form-bar, .words, .doors, .compared, .compare-bar, .exported, .export-bar, .update, .try, .try-part, .audit, .plain, .origin-bar, .problem, .reference-card, main')) {
      if (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible') found.add(`${part.className || part.localName} scrolls`)
    }
    for (const editor of root.querySelectorAll('.cm-editor')) {
      if (editor.clientWidth > 0 && editor.clientHeight < 20) found.add(`${editor.parentElement.className} shows no line`)
    }
    for (const control of root.querySelectorAll('button, input, select, textarea, a, summary')) {
      if (control.closest('.cm-editor') || !control.checkVisibility({ visibilityProperty: true })) continue
      const { left, right, width } = control.getBoundingClientRect()
      if (width === 0 || getComputedStyle(control).clipPath !== 'none') continue
      let [least, most] = [0, innerWidth]
      for (let around = control.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowX === 'visible') continue
        const room = around.getBoundingClientRect()
        least = Math.max(least, room.left)
        most = Math.min(most, room.right)
      }
      if (left < least - 1 || right > most + 1) found.add(`${control.className || control.localName} “${(control.textContent || control.ariaLabel || '').slice(0, 24)}” is cut`)
    }
  }
  return [...found]
}

async function walk(page, name, panes) {
  const wrong = new Map()
  for (let width = from; width <= to; width += step) {
    await page.setViewportSize({ width, height: 800 })
    const found = await page.evaluate(faults, panes && width < narrow ? panes : [''])
    for (const each of found) wrong.set(each, [...wrong.get(each) ?? [], width])
  }
  assert.deepEqual([...wrong].map(([each, widths]) => `${name}, ${widths[0]} to ${widths.at(-1)} px: ${each}`), [])
}

for (const { request, reply, text } of [
  { request: 'JSON', reply: 'Reply' }, { request: 'Form', reply: 'In words' }, { request: 'Plain text', reply: 'Compare' }, { request: 'JSON', reply: 'Update' },
  { request: 'Form', reply: 'Permanent' }, { request: 'JSON', reply: 'Export' }, { request: 'Plain text', reply: 'Try' }, { request: 'JSON', reply: 'Audit' }, { request: 'Form', reply: 'Reply', text: refused },
]) {
  test(`no width cuts or scrolls ${request} and ${reply}${text ? ' of a refused request' : ''}`, async () => {
    const { page, quiet, close } = await it.open({ width: to })
    if (text) {
      await write(page, text)
      await says(page.locator('.reply .status'), '400')
    }
    await page.getByRole('tab', { name: request, exact: true }).click()
    await page.getByRole('tab', { name: reply, exact: true }).click()
    await page.locator('.later').first().waitFor({ state: 'detached' })
    if (reply === 'Try') {
      await page.locator('.try-end').waitFor()
      for (const part of await page.locator('.try details > summary').all()) if (await part.isVisible()) await part.click()
    }
    await walk(page, `${request} and ${reply}`, ['request', 'reply', 'problems', 'reference'])
    quiet()
    await close()
  })
}

for (const address of ['embed.html', 'rules.html']) {
  test(`no width cuts or scrolls ${address}`, async () => {
    const { page, quiet, close } = await it.open({ width: to, address, wait: false })
    await page.locator('h1, .reply').first().waitFor()
    await walk(page, address, address === 'embed.html' ? ['request', 'reply', 'problems'] : null)
    quiet()
    await close()
  })
}
