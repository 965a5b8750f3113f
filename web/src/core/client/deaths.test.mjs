// The engine's deaths, real ones: the program that is shipped, built so that a text can ask it to die, takes the engine's
// place. Whatever it dies of, nothing that was written is lost, another engine answers, and nothing is fetched anew.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { before, test } from 'node:test'
import { dist, focused, mod, says, shownText, stage, write } from '../../../test/stage.mjs'

const it = stage()
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const asking = (how) => `{ "PoolName": "${how}" }`
const banner = (page) => page.locator('.banner.warning')
let mortal

before(() => {
  const program = path.join(it.folder, 'faulty.wasm')
  execFileSync('make', ['--silent', 'web/build/faulty.wasm'], { cwd: root, stdio: 'inherit' })
  execFileSync(process.execPath, ['scripts/finish.mjs', 'engine', 'web/build/faulty.wasm', program], { cwd: root, stdio: 'inherit' })
  mortal = readFileSync(program)
})

/** A page or script that expects this engine, and scripts that do. */
function expecting(text) {
  const { hash, bytes } = JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')).programs.engine
  return text.replaceAll(hash, `sha256-${createHash('sha256').update(mortal).digest('base64')}`).replaceAll(String(bytes), String(mortal.length))
    .replaceAll(/ integrity="[^"]*"/g, '')
}

/** Opens the page with the engine that dies when it is asked to, and counts what is fetched. */
async function visit(options) {
  const fetched = []
  const visited = await it.open({
    prepare: async (page) => {
      // The page takes no program but the one that it was built with.
      await page.route(/\/(?:[\w-]+\.(?:html|js))?$/, async (route) => {
        const response = await route.fetch()
        const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers()
        await route.fulfill({ headers, body: expecting(await response.text()) })
      })
      await page.route('**/engine*.wasm*', (route) => {
        fetched.push(route.request().url())
        return route.fulfill({ contentType: 'application/wasm', body: mortal })
      })
    },
    ...options,
  })
  const first = fetched.length // the file itself and, as it is not compressed here, the packed copy in its place
  return { ...visited, fetchedAnew: () => fetched.slice(first) }
}

async function answers(page, name) {
  await write(page, asking(name))
  await says(page.locator('.lines .line'), `"${name}"`)
}

const deaths = {
  exit: 'It ended by itself, with exit code 3.',
  'panic-elsewhere': 'It ended by itself, with exit code 2.',
  panic: 'It failed: provoked.',
  stack: 'It ran out of stack.',
  'go-stack': 'It ran out of stack.',
  memory: 'It ran out of memory.',
  hang: /It gave no answer within (2|5) seconds./,
}

test('whatever the engine dies of is named, the text and its history are kept, and another one answers', async () => {
  const { page, fetchedAnew, close } = await visit()
  for (const [how, words] of Object.entries(deaths)) {
    await answers(page, `before ${how}`)
    await write(page, asking(`evaluate:${how}`))
    // A text is tried twice, and then not again.
    await says(banner(page), 'cannot answer this text')
    await says(banner(page), words)
    assert.equal(await shownText(page), asking(`evaluate:${how}`))
    assert.ok(await focused(page, '.cm-content'), how)
    await page.keyboard.press(`${mod}+Z`)
    await says(page.locator('.lines .line'), `"before ${how}"`)
    assert.equal(await shownText(page), asking(`before ${how}`))
    await banner(page).waitFor({ state: 'detached' })
    // Brought back, it is known.
    const workers = page.workers()
    await page.keyboard.press(`${mod}+Shift+Z`)
    await says(banner(page), 'cannot answer this text')
    assert.deepEqual(page.workers(), workers)
  }
  await answers(page, 'alive')
  assert.deepEqual(fetchedAnew(), [])
  await close()
})

test('an engine that dies between two answers is replaced', async () => {
  const { page, fetchedAnew, close } = await visit()
  for (const [name, kill] of Object.entries({
    'by itself': () => write(page, asking('evaluate:panic-later')),
    'with its script': () => page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error('broken') }) }),
  })) {
    await kill()
    await says(banner(page), 'The engine was restarted')
    await answers(page, name)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    assert.equal(await banner(page).count(), 0)
  }
  // Nobody is told of a worker that ends itself; the next answer is missed.
  await page.workers()[0].evaluate(() => self.close())
  await answers(page, 'after a worker that left')
  await says(banner(page), 'It gave no answer within')
  assert.deepEqual(fetchedAnew(), [])
  await close()
})

/** The one worker of a page; the end of one that was ended may be told late. */
async function onlyWorker(page) {
  for (const due = performance.now() + 10_000; page.workers().length !== 1;) {
    assert.ok(performance.now() < due, `${page.workers().length} workers`)
    await page.waitForTimeout(20)
  }
  return page.workers()[0]
}

test('a question that kills the engine is told where it was asked, and is not asked again', async () => {
  const { page, fetchedAnew, close } = await visit()
  await write(page, '{ "PoolName": "p", "EmailVerificationSubject": "summarise:stack exportAs:exit form:panic complete:exit" }')
  await says(page.locator('.lines .line'), 'summarise:stack')
  for (const [view, words, place] of [['In words', 'ran out of stack', '.reply'], ['Export', 'exit code 3', '.reply'], ['Form', 'It failed: provoked', '.request']]) {
    await page.getByRole('tab', { name: view }).click()
    await says(page.locator(place), words)
    await says(banner(page), 'The engine was restarted')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('tab', { name: place === '.reply' ? 'Reply' : 'JSON', exact: true }).click()
    // It is looked at once more, and the engine lives.
    const worker = await onlyWorker(page)
    await page.getByRole('tab', { name: view }).click()
    await says(page.locator(place), words)
    assert.equal(await onlyWorker(page), worker)
    await page.getByRole('tab', { name: place === '.reply' ? 'Reply' : 'JSON', exact: true }).click()
  }
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Space')
  await says(banner(page), 'exit code 3')
  await answers(page, 'alive')
  await page.getByRole('tab', { name: 'In words' }).click()
  await page.locator('.words').waitFor()
  assert.deepEqual(fetchedAnew(), [])
  await close()
})
