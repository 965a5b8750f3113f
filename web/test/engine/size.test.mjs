// What a visit downloads. A visitor with a slow line waits for each kilobyte, and programs grow by themselves: what
// makes one of these larger has to be worth it, or goes into a module that is loaded when it is asked for.

import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { test } from 'node:test'

import { programs } from '../../../scripts/programs.mjs'

const dist = new URL('../../dist/', import.meta.url)
const sizeOf = async (name) => (await stat(new URL(name, dist))).size
const { files } = JSON.parse(await readFile(new URL('manifest.json', dist), 'utf8'))

for (const { name, budget } of programs) {
  test(`${name}.wasm stays within its budget`, async () => {
    const [brotli, gzip] = [await sizeOf(`${name}.wasm.br`), await sizeOf(`${name}.wasm.gz`)]
    assert.ok(brotli <= budget.brotli, `${brotli} bytes with brotli are more than ${budget.brotli}`)
    assert.ok(gzip <= budget.gzip, `${gzip} bytes with gzip are more than ${budget.gzip}`)
  })
}

test('the rest of a first visit stays within its budget', async () => {
  const html = await readFile(new URL('index.html', dist), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name).filter((name) => !name.endsWith('.png'))
  const all = ['index.html', ...named, files['worker.js']]
  assert.ok(['app.js', 'first.js', 'page.css'].every((name) => all.includes(files[name])), `${all}`)
  const sizes = await Promise.all(all.map((name) => sizeOf(`${name}.br`)))
  const total = sizes.reduce((a, b) => a + b)
  assert.ok(total <= 187_000, `${total} bytes with brotli are more than 187 kB: ${all.map((name, i) => `${name} ${sizes[i]}`).join(', ')}`)
})

test('what a page loads for its embeds before one is touched stays within its budget', async () => {
  const size = await sizeOf('embed.js.br')
  assert.ok(size <= 6_000, `${size} bytes with brotli are more than 6 kB`)
})
