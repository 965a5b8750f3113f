// Says what the release is, beside web/dist: the hashes of all its files in web/SHA256SUMS, for `sha256sum -c` in web/, and
// what it is made of in web/user-pool-playground.cdx.json.
//
//   node scripts/release.mjs

import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sbom } from './sbom.mjs'

const web = fileURLToPath(new URL('../web', import.meta.url))
const { name, version } = JSON.parse(await readFile(path.join(web, 'package.json'), 'utf8'))
const listed = 'user-pool-playground.cdx.json'
await writeFile(path.join(web, listed), `${JSON.stringify(sbom(), null, 2)}\n`)

const files = [...(await readdir(path.join(web, 'dist'))).sort().map((file) => `dist/${file}`), `build/${name}-${version}.tgz`, listed]
const lines = await Promise.all(files.map(async (file) => `${createHash('sha256').update(await readFile(path.join(web, file))).digest('hex')}  ${file}\n`))
await writeFile(path.join(web, 'SHA256SUMS'), lines.join(''))
console.log(`web/SHA256SUMS: ${files.length} files, web/${listed}`)
