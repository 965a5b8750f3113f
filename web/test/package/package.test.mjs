// The package as those have it who install it: in a project of their own, under Node, TypeScript, Vite and VitePress.
// What they would install beside it is locked in project/; its rollup is one whose builds are on every registry.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { says, stage, write } from '../stage.mjs'

const it = stage()
const build = fileURLToPath(new URL('../../build/', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const tarball = path.join(build, `user-pool-playground-${version}.tgz`)
let project

/** Runs a command in the project, and returns what it says. */
function run(command, ...args) {
  try {
    return execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' })
  } catch (reason) {
    throw new Error(`${command} ${args.join(' ')}\n${reason.stdout}${reason.stderr}`)
  }
}

before(() => {
  project = path.join(it.folder, 'project')
  cpSync(new URL('project/', import.meta.url), project, { recursive: true })
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline')
  run('npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', tarball)
  for (const folder of ['site', 'docs']) run('npx', 'user-pool-playground', 'copy', path.join(folder, 'public', 'user-pool-playground'))
})

const servers = []
// npx has a server as a child of its own, so that the whole group is ended.
after(() => servers.forEach((server) => process.kill(-server.pid)))

/** Starts a server of the project's, and opens a page of it. */
async function visit(address, ...command) {
  const port = await freePort()
  const server = spawn('npx', ['--', ...command, '--port', String(port)], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  servers.push(server)
  let told = ''
  await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`${command.join(' ')} ended with ${code}: ${told}`)))
    server.stdout.on('data', (text) => {
      told += text
      // Colours stand between the host and the port.
      if (stripVTControlCharacters(told).includes(`localhost:${port}/`)) resolve()
    })
  })
  return it.open({ base: `http://localhost:${port}/`, address, wait: false })
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, 'localhost', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const frame = (page) => page.locator('user-pool-playground iframe').contentFrame()
const screenshot = (page, name) => page.screenshot({ path: fileURLToPath(new URL(`../screenshots/package-${name}.png`, import.meta.url)) })

test('a Node script evaluates a request and reads one in another language', () => {
  assert.deepEqual(JSON.parse(run('node', 'evaluate.mjs')), { status: 400, type: 'InvalidParameterException', imported: { PoolName: 'from python' } })
})

test('the types hold what is written with them, however they are resolved, and without those of a page', () => {
  const check = (...args) => run('npx', 'tsc', '--noEmit', '--strict', '--target', 'es2022', ...args)
  check('--module', 'esnext', '--moduleResolution', 'bundler', 'types.ts')
  check('--module', 'nodenext', 'types.ts')
  check('--module', 'nodenext', '--lib', 'es2022', '--types', 'node', 'node.ts')
})

test('what is not for a page can be imported without one', () => {
  assert.equal(run('node', '-e', "import('user-pool-playground/element').then(({ setSite }) => console.log(typeof setSite))").trim(), 'function')
})

test('the recipe for the place of an emulator runs as it is written', () => {
  const readme = readFileSync(path.join(project, 'node_modules', 'user-pool-playground', 'README.md'), 'utf8')
  const [, block] = /in the place of an emulator\n[\s\S]*?\n\n((?: {4}.*\n|\n)+)/i.exec(readme)
  writeFileSync(path.join(project, 'emulator.test.mjs'), block.replaceAll(/^ {4}/gm, ''))
  assert.match(run('env', '-u', 'NODE_TEST_CONTEXT', 'node', '--test', '--test-reporter=tap', 'emulator.test.mjs'), /# pass 1\n# fail 0/)
})

test('a page that Vite builds shows the element, and has the engine', async () => {
  const told = run('npx', 'vite', 'build', 'site')
  assert.doesNotMatch(told, /warn|externalized/i)
  const { page, quiet, close } = await visit('', 'vite', 'preview', 'site')
  await says(frame(page).locator('.lines .line'), '"in vite"')
  await says(page.locator('#engine'), /^200 .*from python/s)
  await screenshot(page, 'vite')
  quiet()
  await close()
})

test("so does Vite's development server", async () => {
  const { page, quiet, close } = await visit('', 'vite', 'site')
  await says(frame(page).locator('.lines .line'), '"in vite"')
  await says(page.locator('#engine'), /^200 .*from python/s)
  quiet()
  await close()
})

test('so do those of earlier ones, which have to be told to leave the module in its place', async () => {
  const { page, quiet, close } = await visit('', 'node', 'node_modules/vitepress/node_modules/vite/bin/vite.js', 'site', '--config', 'vite-before-8.config.mjs')
  await says(page.locator('#engine'), /^200 .*from python/s)
  quiet()
  await close()
})

test('a page that VitePress builds shows the element, under a base', async () => {
  run('npx', 'vitepress', 'build', 'docs')
  const { page, quiet, close } = await visit('docs/', 'vitepress', 'preview', 'docs')
  await frame(page).locator('.tabs').getByRole('button', { name: 'Reply' }).click()
  await frame(page).locator('.words').waitFor()
  await says(frame(page).locator('.embed-foot'), 'Cognito would take this request')
  await screenshot(page, 'vitepress')
  quiet()
  await close()
})

test('a later copy leaves nothing of an earlier one behind, and has what the site has', () => {
  const folder = path.join(project, 'site', 'public', 'user-pool-playground')
  const files = readdirSync(folder).sort()
  const earlier = path.join(folder, 'manifest.json')
  cpSync(path.join(folder, files.find((name) => /^app-/.test(name))), path.join(folder, 'app-0000000000.js'))
  const manifest = readFileSync(earlier, 'utf8')
  writeFileSync(earlier, manifest.replace(/app-\w+\.js/, 'app-0000000000.js'))
  run('npx', 'user-pool-playground', 'copy', folder)
  assert.deepEqual(readdirSync(folder).sort(), files)
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
  const unnamed = ['engine.js', ...Object.keys(JSON.parse(manifest).programs).map((program) => `${program}.wasm`)] // for those who build a page
  for (const name of readdirSync(dist).filter((name) => !/\.(?:br|gz)$/.test(name) && !unnamed.includes(name))) {
    // The programs in it are packed anew, by whatever zlib is there.
    if (name === 'user-pool-playground.html') continue
    assert.ok(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(dist, name))), name)
  }
})

test('the page as one file, of a copy, opens from the disk', async () => {
  const base = pathToFileURL(path.join(project, 'site', 'public', 'user-pool-playground', 'user-pool-playground.html')).href
  const { page, quiet, close } = await it.open({ base, address: base })
  await write(page, '{ "PoolName": "in a copied file" }')
  await says(page.locator('.lines .line'), '"in a copied file"')
  quiet()
  await close()
})
