// The gallery: what the build made of the designs, as a reader without scripts has it, and alive.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { axe, check } from '../../test/axe.mjs'
import { moduleOf } from '../../test/module.mjs'
import { says, stage } from '../../test/stage.mjs'

const it = stage()
const { designs, fileOf, listFile } = await moduleOf('gallery/designs.ts')
const { loadEngine } = await import(new URL('../../dist/engine.js', import.meta.url).href)
const engine = await loadEngine()
const folder = new URL('../../../internal/example/', import.meta.url)
const examples = JSON.parse(await readFile(new URL('index.json', folder), 'utf8'))
const requestOf = async (id) => JSON.parse(await readFile(new URL(examples.find((each) => each.id === id).file, folder), 'utf8'))

test('the list leads to every design, and the menu of examples to the list', async () => {
  const { page, context, quiet, close } = await it.open()
  await page.getByRole('button', { name: 'Examples' }).click()
  const [list] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /^Designs/ }).click()])
  assert.match(list.url(), /designs\.html$/)
  assert.deepEqual(await list.locator('.designs a').evaluateAll((all) => all.map((link) => link.getAttribute('href'))), designs.map(({ id }) => fileOf(id)))
  assert.ok(designs.length >= 10)
  quiet()
  await close()
})

test('each design says without scripts what it is for, the pool in words, what stays for ever, and how tools write it', async () => {
  const { page, quiet, close } = await it.open({ javaScriptEnabled: false, address: listFile, wait: false })
  for (const { id, suits, needs } of designs) {
    await page.goto(`${it.base}/${fileOf(id)}`)
    const request = await requestOf(id)
    assert.deepEqual(JSON.parse(await page.getByLabel('Request', { exact: true }).innerText()), request, id)
    const text = await page.locator('main').innerText()
    for (const said of [suits, ...needs]) assert.ok(text.includes(said), `${id}: ${said}`)
    for (const { statements } of engine.summarise(JSON.stringify(request)).sections) for (const statement of statements) assert.ok(text.includes(statement.text), `${id}: ${statement.text}`)
    for (const member of ['AliasAttributes', 'UsernameAttributes', 'Schema', 'UsernameConfiguration']) assert.ok(text.includes(member), `${id}: ${member}`)
    for (const [name, target] of [['Terraform', 'terraform'], ['CloudFormation, YAML', 'cloudformation-yaml']]) {
      assert.equal((await page.getByLabel(name, { exact: true }).textContent()).trim(), engine.exportAs(target, JSON.stringify(request)).text.trim(), `${id}: ${name}`)
    }
  }
  quiet()
  await close()
})

test('a design comes alive at a press, with its request', async () => {
  const { page, quiet, close } = await it.open({ address: fileOf('migration'), wait: false })
  await page.getByRole('button', { name: 'Try it' }).click()
  const inside = page.frameLocator('iframe')
  await says(inside.locator('.words'), 'People sign in with their email address')
  quiet()
  await close()
})

test('the page of recipes has each generator, and a playground that is made as it says', async () => {
  const { page, quiet, close } = await it.open({ address: listFile, wait: false })
  await page.getByRole('link', { name: 'Put a request into your own documentation' }).click()
  await says(page.locator('main'), 'Recipes for documentation')
  const headings = await page.locator('h2').allInnerTexts()
  for (const name of ['VitePress', 'Docusaurus', 'Starlight', 'MkDocs', 'Sphinx', 'Hugo', 'Jekyll', 'Asciidoctor']) assert.ok(headings.some((heading) => heading.includes(name)), `${name}: ${headings}`)
  await says(page.locator('.user-pool-static'), 'People sign in with a user name')
  await page.getByRole('button', { name: 'Try it' }).click()
  await says(page.frameLocator('iframe').locator('.words'), 'People sign in with a user name')
  quiet()
  await close()
})

test('axe finds nothing in the gallery, and nothing is wider than its page', async () => {
  const { page, close } = await it.open({ address: listFile, bypassCSP: true, wait: false })
  for (const file of [listFile, 'recipes.html', ...designs.map(({ id }) => fileOf(id))]) {
    await page.goto(`${it.base}/${file}`)
    await page.evaluate(axe)
    await page.evaluate(() => { for (const part of document.querySelectorAll('main > details')) part.open = true })
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      // Laid out as at 320 px, which is looked at.
      if (width !== 390) await check(page, `${file} at ${width} px`)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} at ${width} px`)
    }
  }
  await close()
})
