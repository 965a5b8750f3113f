// Draws which folder of the page imports which, as the files say it: web/test/imports.test.mjs holds the drawing to its rules.
//
//   node scripts/imports.mjs

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../web/src/', import.meta.url))

/** The layers from the bottom up; a folder that is not named is a feature. What stands in no folder is an entry. */
export const layers = ['engine', 'core', 'features', 'shell', 'entries']

/** A folder of web/src by a file in it; '' for the entries. */
export const folderOf = (file) => file.includes('/') ? file.slice(0, file.indexOf('/')) : ''

/** The number of the layer that a file stands in. */
export function layerOf(file) {
  const folder = folderOf(file)
  if (folder === '') return layers.indexOf('entries')
  return layers.includes(folder) ? layers.indexOf(folder) : layers.indexOf('features')
}

// Imports of types count as well: who names another's type has to be read with it.
const statements = [
  /\b(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(\.[^'"]+)\1/g,
  /(?:\bimport\s*\(?\s*|@import\s+)(['"])(\.[^'"]+)\1/g,
]

/** The files that a text imports by relative addresses, as it spells them. */
export function importsIn(text) {
  return statements.flatMap((statement) => [...text.matchAll(statement)].map(([, , address]) => address))
}

/** Each script and style sheet of a folder, with the files of the folder that it imports. */
export function importsOf(folder = source) {
  const files = readdirSync(folder, { recursive: true }).map((file) => file.replaceAll(path.sep, '/')).filter((file) => /\.(?:tsx?|css)$/.test(file)).sort()
  return new Map(files.map((file) => [file, [...new Set(importsIn(readFileSync(path.join(folder, file), 'utf8'))
    .map((address) => path.posix.join(path.posix.dirname(file), address)))].sort()]))
}

/** The same between folders; what files of one folder import of each other is left out. */
export function foldersOf(imports) {
  const folders = new Map()
  for (const [file, imported] of imports) {
    const from = folderOf(file)
    const to = folders.get(from) ?? new Set()
    for (const other of imported) if (folderOf(other) !== from) to.add(folderOf(other))
    folders.set(from, to)
  }
  return new Map([...folders].map(([from, to]) => [from, [...to].sort()]))
}

/** The shortest way from each node back to itself, each circle once, as a list that begins and ends with the same node. */
export function circlesIn(graph) {
  const circles = new Map()
  for (const start of graph.keys()) {
    const from = new Map([[start, null]])
    const waiting = [start]
    while (waiting.length > 0) {
      const node = waiting.shift()
      const next = graph.get(node) ?? []
      if (next.includes(start)) {
        const way = [start]
        for (let step = node; step !== null; step = from.get(step)) way.unshift(step)
        const key = [...new Set(way)].sort().join(' ')
        if (!circles.has(key)) circles.set(key, way)
        break
      }
      for (const each of next) {
        if (from.has(each)) continue
        from.set(each, node)
        waiting.push(each)
      }
    }
  }
  return [...circles.values()]
}

/** The arrows that point upwards, as pairs of files. */
export function upwardIn(imports) {
  return [...imports].flatMap(([file, imported]) => imported.filter((other) => layerOf(other) > layerOf(file)).map((other) => [file, other]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = foldersOf(importsOf())
  for (const [number, layer] of [...layers.entries()].reverse()) {
    console.log(layer)
    for (const [from, to] of folders) {
      // Any file of the folder tells its layer.
      if (layerOf(from === '' ? 'file' : `${from}/file`) === number) console.log(`  ${(from || 'web/src').padEnd(13)}${to.length > 0 ? ` -> ${to.join(', ')}` : ''}`)
    }
  }
}
