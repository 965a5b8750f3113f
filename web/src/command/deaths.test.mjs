// What the command does when the engine dies: the program that is shipped, built so that a text can ask it to die, takes the
// engine's place in a copy of the package.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bin, folderWith, run } from '../../test/command.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))

test('a file that ends the engine is told, and the others are checked', async () => {
  const bad = '{"PoolName": "shop", "MfaConfiguration": "ON"}\n'
  const { folder, at } = folderWith({ 'a.json': bad, 'b.json': '{ "PoolName": "check:exit" }', 'c.json': bad, 'package/package.json': '{"type": "module"}' })
  execFileSync('make', ['--silent', 'web/build/faulty.wasm'], { cwd: root, stdio: 'inherit' })
  execFileSync(process.execPath, ['scripts/finish.mjs', 'engine', 'web/build/faulty.wasm', at('package/engine.wasm')], { cwd: root, stdio: 'inherit' })
  cpSync(path.dirname(bin), at('package/command'), { recursive: true })
  cpSync(path.join(path.dirname(bin), '..', 'engine.js'), at('package/engine.js'))
  const { status, stdout, stderr } = await run(folder, ['check', 'a.json', 'b.json', 'c.json'], { program: at('package/command/user-pool.js') })
  assert.match(stderr, /user-pool: b\.json cannot be checked: the engine failed\. /)
  assert.match(stdout, /^a\.json:1:42: error[^]*^c\.json:1:42: error/m)
  assert.equal(status, 3)
})
