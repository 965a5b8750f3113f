// How the page's folders depend on each other. A wrong arrow is a design decision taken by accident.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { circlesIn, foldersOf, importsIn, importsOf, layerOf, layers, upwardIn } from '../../scripts/imports.mjs'

const source = fileURLToPath(new URL('../src/', import.meta.url))
const imports = importsOf()
const drawn = (circles) => circles.map((circle) => circle.join(' → '))

test('whatever a file of the page imports is there, and is read here', () => {
  for (const [file, imported] of imports) {
    for (const other of imported) assert.ok(existsSync(path.join(source, other)), `${file} imports ${other}`)
  }
  assert.ok(imports.get('app.ts').includes('element.tsx'))
  assert.ok(imports.get('shell/page.css').includes('core/colours.css'))
  assert.deepEqual(importsIn(`
    import './a.ts'
    import type { B } from "./b.ts"
    import {
      c,
    } from './c.ts'
    export * from './d.ts'
    type E = import('./e.ts').E
    import 'preact'
    @import "./f.css";
  `).sort(), ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.css'])
})

test('no arrow points upwards', () => {
  const upwards = upwardIn(imports)
  assert.deepEqual(upwards.map(([file, other]) => `${file} → ${other}: ${layers[layerOf(file)]} know nothing of ${layers[layerOf(other)]}`), [])
  assert.equal(upwardIn(new Map([['core/store.ts', ['words/words.ts']], ['words/words.ts', ['core/store.ts', 'app.ts']], ['app.ts', ['words/words.ts']]])).length, 2)
})

test('files are in no circle, and neither are folders', () => {
  assert.deepEqual(drawn(circlesIn(imports)), [])
  assert.deepEqual(drawn(circlesIn(foldersOf(imports))), [])
  const circle = new Map([['a/1.ts', ['b/1.ts']], ['b/1.ts', []], ['b/2.ts', ['a/1.ts']], ['c/1.ts', ['c/2.ts']], ['c/2.ts', ['c/1.ts']]])
  assert.deepEqual(drawn(circlesIn(circle)), ['c/1.ts → c/2.ts → c/1.ts'])
  assert.deepEqual(drawn(circlesIn(foldersOf(circle))), ['a → b → a'])
})

// Each is loaded by itself, by those who want nothing else.
test('programs of their own hold nothing of the page', () => {
  const reached = (entry) => {
    const all = new Set([entry])
    for (const file of all) for (const other of imports.get(file) ?? []) all.add(other)
    return [...all].map((file) => file.slice(0, file.lastIndexOf('/') + 1)).filter((folder, at, folders) => folders.indexOf(folder) === at).sort()
  }
  assert.deepEqual(reached('engine/engine.ts'), ['engine/'])
  assert.deepEqual(reached('core/client/worker.ts'), ['core/client/', 'engine/'])
  assert.deepEqual(reached('offline/sw.ts'), ['core/client/', 'offline/'])
  assert.deepEqual(reached('embed/module.ts'), ['embed/'])
  assert.deepEqual(reached('embed/script.ts'), ['embed/'])
  assert.deepEqual(reached('command/main.ts'), ['audit/', 'audit/packs/', 'command/', 'command/formats/', 'command/server/', 'core/', 'embed/', 'engine/', 'export/', 'markdown/', 'rules/', 'static/'])
  assert.deepEqual(reached('first.ts'), ['', 'core/', 'core/client/', 'draft/', 'early/', 'theme/'])
})

test('a view or a pane that a folder declares is listed', async () => {
  const declaring = []
  for (const file of imports.keys()) if (/^export const (?:view|pane)\b/m.test(await readFile(path.join(source, file), 'utf8'))) declaring.push(file)
  assert.ok(declaring.length >= 8 + 4, `only ${declaring} declare one`)
  assert.deepEqual(declaring.filter((file) => !imports.get('shell/features.ts').includes(file)), [])
})
