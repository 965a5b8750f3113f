#!/usr/bin/env node
// Puts the site that the element shows into a folder, such as one whose files a bundler hands out as they are:
//
//   npx user-pool-playground copy public/user-pool-playground

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const here = fileURLToPath(new URL('.', import.meta.url))
const site = path.join(here, 'site')

const [command, folder, ...more] = process.argv.slice(2)
if (command !== 'copy' || !folder || more.length > 0) {
  console.error('usage: npx user-pool-playground copy FOLDER')
  process.exit(2)
}

const single = 'user-pool-playground.html'
const manifestOf = async (dir) => JSON.parse(await readFile(path.join(dir, 'manifest.json'), 'utf8'))

// Names with a hash are never written over, so that those of an earlier copy would stay for ever.
const earlier = await manifestOf(folder).catch(() => null)
for (const name of Object.values(earlier?.programs ? earlier.files : {})) {
  for (const file of [name, `${name}.gz`]) await rm(path.join(folder, path.basename(file)), { force: true })
}

await mkdir(folder, { recursive: true })
await cp(site, folder, { recursive: true })
let html = await readFile(path.join(site, single), 'utf8')
for (const [name, { file }] of Object.entries((await manifestOf(site)).programs)) {
  const contents = await readFile(path.join(here, `${name}.wasm`))
  // For hosts that do not compress: the page then takes this one.
  const packed = await promisify(gzip)(contents, { level: 9 })
  await writeFile(path.join(folder, file), contents)
  await writeFile(path.join(folder, `${file}.gz`), packed)
  html = html.replace(`{{${name}.wasm}}`, packed.toString('base64'))
}
await writeFile(path.join(folder, single), html)
console.log(`The playground's site is in ${folder}. Serve that folder, and tell the element where: setSite('…/').`)
