// Builds web/dist from web/src: the page, the page of rules, its worker and the engine's JavaScript module, with compressed copies beside.
// It does not compile the Go engine: web/dist/engine.wasm is made before, and is kept.
//
//   node scripts/build.mjs

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { contractOf, rulesPage } from './rules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = path.join(root, 'web')
const dist = path.join(web, 'dist')
const source = path.join(web, 'src')
// The packages are installed in web/, so they are resolved from there and not from scripts/.
const esbuild = createRequire(path.join(web, 'package.json'))('esbuild')

const wasm = 'engine.wasm'
const compressible = /\.(?:html|css|js|json|svg|wasm)$/

/** Go's glue must match the compiler that built the engine, so it is taken from the toolchain and never committed. */
const goRuntime = {
  name: 'go-runtime',
  setup(build) {
    build.onResolve({ filter: /^wasm_exec\.js$/ }, () => {
      const goroot = execFileSync('go', ['env', 'GOROOT'], { cwd: root, encoding: 'utf8' }).trim()
      return { path: path.join(goroot, 'lib', 'wasm', 'wasm_exec.js') }
    })
  },
}

/** Examples are shown as they are written, so their text goes into the page and not their value. */
const exampleRequests = {
  name: 'example-requests',
  setup(build) {
    build.onResolve({ filter: /^example-requests$/ }, () => ({ path: 'example-requests', namespace: 'example' }))
    build.onLoad({ filter: /.*/, namespace: 'example' }, async () => {
      const folder = path.join(root, 'internal', 'example')
      const index = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8'))
      const examples = await Promise.all(index.map(async ({ file, ...about }) => ({
        ...about, text: await readFile(path.join(folder, file), 'utf8'),
      })))
      return { contents: JSON.stringify(examples), loader: 'json' }
    })
  },
}

const common = {
  absWorkingDir: web,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [goRuntime, exampleRequests],
  write: false,
}

async function bundle(entry, options = {}) {
  const { outputFiles } = await esbuild.build({ ...common, ...options, entryPoints: [path.join(source, entry)] })
  return outputFiles[0].contents
}

const files = {}

async function emit(name, contents) {
  await writeFile(path.join(dist, name), contents)
  return name
}

/** A name that changes with the contents may be cached for ever. */
async function emitHashed(name, contents) {
  const { name: stem, ext } = path.parse(name)
  const hash = createHash('sha256').update(contents).digest('base64url').replace(/[^A-Za-z0-9]/g, '').slice(0, 10)
  files[name] = await emit(`${stem}-${hash}${ext}`, contents)
  return files[name]
}

async function compress(name) {
  const contents = await readFile(path.join(dist, name))
  if (kept.includes(`${name}.br`)) {
    const [br, gz] = await Promise.all(['br', 'gz'].map((end) => stat(path.join(dist, `${name}.${end}`))))
    return { name, raw: contents.length, gzip: gz.size, brotli: br.size }
  }
  // On the engine this takes some twenty seconds, and saves every visitor 200 kB against a quick setting.
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(contents, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
    }),
    promisify(gzip)(contents, { level: 9 }),
  ])
  await Promise.all([emit(`${name}.br`, br), emit(`${name}.gz`, gz)])
  return { name, raw: contents.length, gzip: gz.length, brotli: br.length }
}

/** The engine and, when they are newer than it, its compressed copies: what need not be made again. */
async function compressedEngine() {
  const age = async (name) => (existsSync(path.join(dist, name)) ? (await stat(path.join(dist, name))).mtimeMs : 0)
  const made = await age(wasm)
  const fresh = await age(`${wasm}.br`) > made && await age(`${wasm}.gz`) > made
  return fresh ? [wasm, `${wasm}.br`, `${wasm}.gz`] : [wasm]
}

await mkdir(dist, { recursive: true })
const kept = await compressedEngine()
for (const name of await readdir(dist)) {
  if (!kept.includes(name)) await rm(path.join(dist, name), { recursive: true })
}

// How large the engine is when unpacked: a compressed download does not tell the page, and progress needs it.
const engineBytes = existsSync(path.join(dist, wasm)) ? (await stat(path.join(dist, wasm))).size : 0
if (!engineBytes) console.warn(`web/dist/${wasm} is not there yet: the page will say that the engine cannot be loaded.`)

await emit('engine.js', await bundle('engine/engine.ts', { platform: 'neutral', external: ['node:*'] }))
// Without an engine there are no rules to tell of; the page says elsewhere that it is missing.
const contract = engineBytes ? await contractOf(dist) : { rules: [] }
const worker = await emitHashed('worker.js', await bundle('worker.ts', { external: ['node:*'] }))
const app = await emitHashed('app.js', await bundle('app.ts', {
  loader: { '.css': 'text' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { WORKER_FILE: JSON.stringify(worker), ENGINE_BYTES: String(engineBytes), RULE_IDS: JSON.stringify(contract.rules.map(({ id }) => id)) },
}))
const theme = await emitHashed('theme.js', await bundle('theme-first.ts', { format: 'iife' }))
const css = await emitHashed('page.css', await bundle('styles/page.css'))
const rulesCss = await emitHashed('rules.css', await bundle('styles/rules.css'))
const icon = await emitHashed('icon.svg', await readFile(path.join(source, 'icon.svg')))

let html = await readFile(path.join(web, 'index.html'), 'utf8')
for (const [mark, name] of Object.entries({ app, theme, css, icon })) {
  html = html.replaceAll(`{{${mark}}}`, name)
}
if (html.includes('{{')) throw new Error('index.html has a mark that the build does not fill')
await emit('index.html', html)
await emit('rules.html', await rulesPage({
  contract,
  module: await bundle('rules/page.ts'),
  template: await readFile(path.join(source, 'rules', 'rules.html'), 'utf8'),
  // Said once, in index.html, so that the two pages cannot come apart.
  marks: { css: rulesCss, icon, policy: /Content-Security-Policy" content="([^"]+)"/.exec(html)[1] },
}))
await emit('manifest.json', JSON.stringify({ files, engine: { file: wasm, bytes: engineBytes } }, null, 2) + '\n')

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(9)
const sizes = []
for (const name of (await readdir(dist)).sort()) {
  if (compressible.test(name)) sizes.push(await compress(name))
}
console.log(`${'web/dist'.padEnd(28)}${'kB'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}`)
for (const { name, raw, gzip, brotli } of sizes) {
  console.log(`${name.padEnd(28)}${kilobytes(raw)}${kilobytes(gzip)}${kilobytes(brotli)}`)
}
