// Puts compressed copies beside the files of web/dist, for hosts that send them, and tells all sizes.
//
//   node scripts/compress.mjs

import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { brotlied, forgetOthers, gzipped } from './compressed.mjs'

const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))
const compressible = /\.(?:html|css|js|json|svg|wasm|webmanifest)$/
/** Is downloaded and kept, and holds what is compressed already. */
const single = 'user-pool-playground.html'

async function compress(name) {
  const contents = await readFile(path.join(dist, name))
  if (name === single) return { name, raw: contents.length, gzip: (await gzipped(contents)).length }
  const [br, gz] = await Promise.all([brotlied(contents), gzipped(contents)])
  await Promise.all([writeFile(path.join(dist, `${name}.br`), br), writeFile(path.join(dist, `${name}.gz`), gz)])
  return { name, raw: contents.length, gzip: gz.length, brotli: br.length }
}

// Others find a program under a name that stays, the page under one that it never shares with another build.
const { programs } = JSON.parse(await readFile(path.join(dist, 'manifest.json'), 'utf8'))
const copies = new Set(Object.values(programs).map(({ file }) => file))
const sizes = await Promise.all((await readdir(dist)).sort().filter((name) => compressible.test(name)).map(compress))
await forgetOthers()

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(9)
console.log(`${'web/dist'.padEnd(28)}${'kB'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}`)
for (const { name, raw, gzip, brotli } of sizes) {
  if (!copies.has(name)) console.log(`${name.padEnd(28)}${kilobytes(raw)}${kilobytes(gzip)}${brotli ? kilobytes(brotli) : ''}`)
}
