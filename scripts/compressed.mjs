// What is sent compressed, each kept by its contents: compressing a program takes some twenty seconds.

import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const folder = fileURLToPath(new URL('../web/build/compressed/', import.meta.url))
/** What is being made or was, by the name of its file. */
const asked = new Map()

export const gzipped = (contents) => kept(contents, 'gz', () => promisify(gzip)(contents, { level: 9 }))

/** The best that there is: on a program it saves every visitor 200 kB against a quick setting. */
export const brotlied = (contents) => kept(contents, 'br', () => promisify(brotliCompress)(contents, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
}))

function kept(contents, ending, make) {
  const name = `${createHash('sha256').update(contents).digest('hex')}.${ending}`
  if (!asked.has(name)) asked.set(name, keptAs(path.join(folder, name), make))
  return asked.get(name)
}

async function keptAs(file, make) {
  try {
    return await readFile(file)
  } catch (reason) {
    if (reason.code !== 'ENOENT') throw reason
  }
  const made = await make()
  await mkdir(folder, { recursive: true })
  // Put in its place at once: half a file would be taken for all of it.
  await writeFile(`${file}.${process.pid}`, made)
  await rename(`${file}.${process.pid}`, file)
  return made
}

/** Removes what this process did not ask for. */
export async function forgetOthers() {
  for (const name of await readdir(folder)) if (!asked.has(name)) await rm(path.join(folder, name))
}
