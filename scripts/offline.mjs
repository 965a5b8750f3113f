// The list of what the service worker keeps: web/src/offline has the worker itself.

import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'

import { programFiles, programs } from './programs.mjs'

/** What lies in a build and no open page asks for. The page's own copies of the programs have a hash in their names. */
const notKept = new Set(['sw.js', 'manifest.json', 'user-pool-playground.html', 'engine.js', 'llms.txt', 'static.css', ...programFiles])
/** What few visits ask for is as large as all the rest: nobody should wait for it. */
const keptLater = programs.filter(({ loads }) => loads === 'when needed').map(({ name }) => `${name}-`)

/** A file's hash as integrity metadata. */
export const integrity = (contents) => `sha256-${createHash('sha256').update(contents).digest('base64')}`

/**
 * The files to keep with their hashes as integrity metadata, those that can wait apart, and a name for all of them
 * together.
 */
export async function buildFiles(dist) {
  const files = []
  for (const name of (await readdir(dist)).sort()) {
    if (/\.(?:br|gz|md\.txt)$/.test(name) || notKept.has(name)) continue
    files.push([name, integrity(await readFile(path.join(dist, name)))])
  }
  const version = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 12)
  const waits = ([name]) => keptLater.some((start) => name.startsWith(start))
  return { files: files.filter((file) => !waits(file)), later: files.filter(waits), version }
}
