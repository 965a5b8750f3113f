// What a screen reader is told along the main walk, kept as files that a person can read: web/test/aria/*.yaml.
// ARIA=write writes them anew; what changed is then seen in the diff.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { says, stage, write } from './stage.mjs'

const it = stage()
const folder = new URL('aria/', import.meta.url)

/** The tree of the page. What differs from one visit to the next is left out: the time, and what was announced last. */
async function treeOf(page) {
  const all = await page.locator('user-pool-playground').ariaSnapshot()
  return `${all.replaceAll(/\b1\d{9}(?:\.\d+)?\b/g, 'NOW').replaceAll(/\d{4}-\d\d-\d\d, \d\d:\d\d/g, 'NOW').replaceAll(/^- status.*$/gm, '- status')}\n`
}

/** Compares the tree with its file, once the page has come to rest: on a busy machine a view may be drawn after the next. */
async function same(page, name) {
  const file = new URL(`${name}.yaml`, folder)
  if (process.env.ARIA === 'write') {
    await page.waitForTimeout(1_000)
    writeFileSync(file, await treeOf(page))
  }
  const kept = readFileSync(file, 'utf8')
  let tree = await treeOf(page)
  for (const last = Date.now() + 10_000; tree !== kept && Date.now() < last; tree = await treeOf(page)) await page.waitForTimeout(100)
  assert.equal(tree, kept, `the tree of ${name} is another. ARIA=write node --test web/test/aria.test.mjs writes it`)
}

const shop = '{ "PoolName": "shop", "AutoVerifiedAttributes": ["email"] }'

for (const [name, walk] of Object.entries({
  first: async () => {},
  problem: async (page) => {
    await write(page, '{ "PoolName": "shop", "AliasAttributes": ["email"], "UsernameAttributes": ["email"] }')
    await says(page.locator('.problems'), 'a pool can have only one of them')
    await page.locator('.exception').waitFor()
  },
  form: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'Form' }).click()
    await page.getByRole('searchbox', { name: 'Find a member' }).fill('deletion')
    await page.locator('[data-pointer="/DeletionProtection"]').waitFor()
  },
  words: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'In words' }).click()
    await says(page.locator('.words'), 'People sign in with a user name')
  },
  update: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'Update' }).click()
    await page.locator('.update-changes').waitFor()
  },
  try: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'Try' }).click()
    await page.locator('.try-end').waitFor()
    await says(page.locator('.try'), 'Would answer')
  },
  permanent: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'Permanent' }).click()
    await page.locator('.door').first().waitFor()
  },
  export: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'Export' }).click()
    await page.locator('.exported').waitFor()
  },
  audit: async (page) => {
    await write(page, shop)
    await page.getByRole('tab', { name: 'Audit' }).click()
    await says(page.locator('.audit'), 'passes')
  },
})) {
  test(`what a screen reader is told: ${name}`, async () => {
    const { page, quiet, close } = await it.open()
    await walk(page)
    // What is fetched or drawn late: the reference's card and the lists of choices.
    await page.waitForFunction(() => document.querySelector('user-pool-playground').shadowRoot.querySelector('.later, [aria-busy=true]') === null)
    await same(page, name)
    quiet()
    await close()
  })
}
