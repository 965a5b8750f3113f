// Builds web/dist from web/src: the page, the page of rules, its worker and the engine's JavaScript module.
// It does not compile Go: the programs of wasm/programs.json are made before, and are kept. compress.mjs comes after it.
//
//   node scripts/build.mjs

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { packagesIn } from './bundled.mjs'
import { gzipped } from './compressed.mjs'
import { buildFiles, integrity } from './offline.mjs'
import { programFiles as programs } from './programs.mjs'
import { engineOf, moduleOf, rulesPage } from './rules.mjs'
import { singleFile } from './single-file.mjs'
import { styleTexts } from './style-texts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = path.join(root, 'web')
const dist = path.join(web, 'dist')
const source = path.join(web, 'src')
// The packages are installed in web/, so they are resolved from there and not from scripts/.
const esbuild = createRequire(path.join(web, 'package.json'))('esbuild')

/** Off builds a site that is rid of its service worker. */
const offline = process.env.OFFLINE !== 'off'

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
  metafile: true,
  write: false,
}

/** The packages of npm that something of the page is made of, for the list of what is shipped. */
const bundled = new Set()

async function bundle(entry, options = {}) {
  const define = { PROGRAMS: JSON.stringify(shipped), ...options.define }
  const { outputFiles, metafile } = await esbuild.build({ ...common, ...options, define, entryPoints: [path.join(source, entry)] })
  noteBundled(metafile)
  return outputFiles[0].contents
}

function noteBundled(metafile) {
  for (const name of packagesIn(metafile)) bundled.add(name)
}

/**
 * Bundles entries that share most of what they are made of. What is imported while the page is used is a script of its own, and
 * what the others share is one. Returns for each entry its file and those that it loads at once.
 */
async function bundlePages(entries, options) {
  const define = { PROGRAMS: JSON.stringify(shipped), ...options.define }
  const { outputFiles, metafile } = await esbuild.build({
    ...common, ...options, define, entryPoints: entries.map((entry) => path.join(source, entry)),
    splitting: true, outdir: dist, entryNames: '[name]', chunkNames: '[name]-[hash]',
  })
  noteBundled(metafile)
  const outputs = new Map(Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), output]))
  const importsOf = (file, kind) => outputs.get(file).imports.filter((each) => !each.external && (!kind || each.kind === kind)).map((each) => path.basename(each.path))
  // Named by our own hash, as all files are that may be cached for ever: those that are imported first.
  const named = new Map()
  const name = async (file) => {
    if (named.has(file)) return named.get(file)
    let text = outputFiles.find((output) => path.basename(output.path) === file).text
    for (const imported of importsOf(file)) text = text.replaceAll(`"./${imported}"`, `"./${await name(imported)}"`)
    named.set(file, await emitHashed(file.replace(/-[A-Z0-9]{8}\.js$/, '.js'), Buffer.from(text)))
    return named.get(file)
  }
  const loaded = {}
  for (const entry of entries) {
    const file = entry.replace(/ts$/, 'js')
    const all = new Set(importsOf(file, 'import-statement'))
    for (const each of all) for (const other of importsOf(each, 'import-statement')) all.add(other)
    loaded[entry] = { entry: await name(file), shared: await Promise.all([...all].map(name)) }
  }
  return loaded
}

const files = {}

async function emit(name, contents) {
  await writeFile(path.join(dist, name), contents)
  return name
}

/** A name that changes with the contents may be cached for ever. */
function hashedName(name, contents) {
  const { name: stem, ext } = path.parse(name)
  const hash = createHash('sha256').update(contents).digest('base64url').replace(/[^A-Za-z0-9]/g, '').slice(0, 10)
  return files[name] = `${stem}-${hash}${ext}`
}

const emitHashed = async (name, contents) => emit(hashedName(name, contents), contents)

await mkdir(dist, { recursive: true })
for (const name of await readdir(dist)) {
  if (!programs.includes(name)) await rm(path.join(dist, name), { recursive: true })
}

/** The programs as the page loads them: others find them under names that stay, the page under names that it never shares with another build. */
const shipped = {}
for (const name of programs) {
  const there = existsSync(path.join(dist, name))
  const contents = there ? await readFile(path.join(dist, name)) : Buffer.alloc(0)
  if (!there) console.warn(`web/dist/${name} is not there yet: the page will say that it cannot be loaded.`)
  shipped[path.parse(name).name] = { file: there ? hashedName(name, contents) : name, bytes: contents.length, hash: integrity(contents) }
  if (!there) continue
  await copyFile(path.join(dist, name), path.join(dist, files[name]))
  // The page asks for it where the host sends the program as it is.
  await emit(`${files[name]}.gz`, await gzipped(contents))
}

await emit('engine.js', await bundle('engine/engine.ts', { platform: 'neutral', external: ['node:*'] }))
// Without an engine there are no rules to tell of; the page says elsewhere that it is missing.
const engine = shipped.engine.bytes ? await engineOf(dist) : null
const contract = engine?.contract() ?? { rules: [], asOf: '' }
const worker = await emitHashed('worker.js', await bundle('core/client/worker.ts', { external: ['node:*'] }))
const pageBuild = {
  plugins: [...common.plugins, styleTexts(esbuild)],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { WORKER_FILE: JSON.stringify(worker), OFFLINE: String(offline), SINGLE_FILE: 'false', RULE_IDS: JSON.stringify(contract.rules.map(({ id }) => id)), API_DAY: JSON.stringify(contract.asOf) },
}
const { 'app.ts': app, 'embed-page.ts': embedPage } = await bundlePages(['app.ts', 'embed-page.ts'], pageBuild)
await emit('embed.js', await bundle('embed/script.ts', { format: 'iife' }))
const first = await emitHashed('first.js', await bundle('first.ts', { format: 'iife' }))
const css = await emitHashed('page.css', await bundle('shell/page.css'))
const rulesScript = await emitHashed('rules.js', await bundle('rules/script.ts'))
const rulesCss = await emitHashed('rules.css', await bundle('rules/rules.css'))
// For pages with static answers; its name stays, as that of embed.js does.
await emit('static.css', await bundle('static/static.css'))
const icon = await emitHashed('icon.svg', await readFile(path.join(source, 'icon.svg')))
const [icon192, icon512, iconMaskable] = await Promise.all(['icon-192.png', 'icon-512.png', 'icon-maskable-512.png']
  .map(async (name) => emitHashed(name, await readFile(path.join(source, 'icons', name)))))

/** Fills a page's marks. */
function fill(html, marks) {
  const filled = html.replaceAll(/\{\{(\w+)\}\}/g, (mark, name) => marks[name] ?? mark)
  if (filled.includes('{{')) throw new Error('a page has a mark that the build does not fill')
  return filled
}

/** Writes a page, whose scripts and styles have to be the ones that it was built with. */
async function emitPage(name, html) {
  const tags = [...html.matchAll(/(?:<script [^>]*?src|<link rel="(?:stylesheet|modulepreload)" href)="([^"]+)"/g)]
  for (const [tag, file] of tags) html = html.replace(tag, `${tag} integrity="${integrity(await readFile(path.join(dist, file)))}"`)
  return emit(name, html)
}

/** What a page's script imports at once, so that it is asked for together with it. */
const preloads = ({ shared }) => shared.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n  ')

const { file: sampleFile } = JSON.parse(await readFile(path.join(root, 'internal', 'example', 'index.json'), 'utf8')).find(({ id }) => id === 'first-pool')
const sampleText = await readFile(path.join(root, 'internal', 'example', sampleFile), 'utf8')
const { earlyHtml } = await moduleOf(await bundle('static/early.ts', { plugins: pageBuild.plugins }))
const early = engine ? earlyHtml(engine, sampleText) : ''
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
const sample = escape(sampleText)
const html = fill(await readFile(path.join(web, 'index.html'), 'utf8'), { app: app.entry, preloads: preloads(app), first, css, icon, touchIcon: icon192, sample, early })
await emitPage('index.html', html)
await emit('playground.webmanifest', fill(await readFile(path.join(source, 'playground.webmanifest'), 'utf8'), { icon, icon192, icon512, iconMaskable }))
execFileSync('go', ['run', './scripts/schema', dist], { cwd: root, stdio: 'inherit' })
// Said once, in index.html, so that the pages cannot come apart.
const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)[1]
await emitPage('embed.html', fill(await readFile(path.join(web, 'embed.html'), 'utf8'), { policy, icon, css, embed: embedPage.entry, preloads: preloads(embedPage) }))
const rules = await moduleOf(await bundle('rules/page.ts'))
for (const rule of contract.rules) await emit(rules.fileOf(rule.id), rules.ruleMarkdown(rule))
const gallery = await moduleOf(await bundle('gallery/page.ts', { plugins: pageBuild.plugins }))
const examples = await Promise.all(JSON.parse(await readFile(path.join(root, 'internal', 'example', 'index.json'), 'utf8')).map(async ({ file, ...about }) => ({
  ...about, request: await readFile(path.join(root, 'internal', 'example', file), 'utf8'),
})))
const galleryCss = await emitHashed('gallery.css', await bundle('gallery/gallery.css'))
const { recipesHtml } = await moduleOf(await bundle('gallery/recipes.ts', { plugins: pageBuild.plugins, platform: 'neutral', mainFields: ['module', 'main'] }))
const documentTemplate = await readFile(path.join(source, 'core', 'document.html'), 'utf8')
const designs = engine ? gallery.galleryPages(engine, examples) : []
const recipes = { file: 'recipes.html', title: 'Recipes for documentation', description: 'A few lines for each of nine generators of documentation, so that requests in its pages are answered.' }
const documents = engine ? [...designs, { ...recipes, body: recipesHtml(engine, await readFile(path.join(root, 'scripts', 'package', 'recipes.md'), 'utf8')) }] : []
for (const { file, title, description, body } of documents) {
  // The body comes last: what is written in it is no mark.
  const [before, after] = fill(documentTemplate.replace('{{body}}', '\0'), { policy, icon, css: galleryCss, title: escape(title), description: escape(description) }).split('\0')
  await emitPage(file, before + body + after)
}
await emit('llms.txt', rules.llmsText(contract, documents))
await emitPage('rules.html', await rulesPage({
  engine,
  contract,
  rules,
  template: await readFile(path.join(source, 'rules', 'rules.html'), 'utf8'),
  marks: { css: rulesCss, script: rulesScript, icon, policy },
}))
// Last of what visitors get, since it lists the others.
const build = await buildFiles(dist)
await emit('sw.js', await bundle(offline ? 'offline/sw.ts' : 'offline/sw-off.ts', {
  format: 'iife',
  define: { BUILD_FILES: JSON.stringify(build.files), LATER_FILES: JSON.stringify(build.later), BUILD_VERSION: JSON.stringify(build.version) },
}))
await emit('manifest.json', JSON.stringify({ files, programs: shipped }, null, 2) + '\n')

/** The page as one file. */
async function emitSingleFile() {
  const text = async (...bundled) => Buffer.from(await bundle(...bundled)).toString()
  const packed = programs.filter((name) => existsSync(path.join(dist, name))).map(async (name) => [name, await gzipped(await readFile(path.join(dist, name)))])
  const contents = Buffer.from(singleFile({
    policy,
    template: await readFile(path.join(source, 'single-file.html'), 'utf8'),
    theme: await text('theme/first.ts', { format: 'iife' }),
    css: await text('shell/page.css'),
    // There is no page of rules beside it, and no server to be without.
    app: await text('app.ts', { ...pageBuild, define: { ...pageBuild.define, WORKER_FILE: '""', RULE_IDS: '[]', OFFLINE: 'false', SINGLE_FILE: 'true' } }),
    // A page from a file has no origin, from which no module can be loaded; a plain script can.
    worker: await text('core/client/worker.ts', { external: ['node:*'], format: 'iife', define: { 'import.meta.url': '""' } }),
    icon: await readFile(path.join(source, 'icon.svg')),
    programs: Object.fromEntries(await Promise.all(packed)),
  }))
  await emit('user-pool-playground.html', contents)
}

await emitSingleFile()
await mkdir(path.join(web, 'build'), { recursive: true })
await writeFile(path.join(web, 'build', 'bundled.json'), JSON.stringify([...bundled].sort(), null, 2) + '\n')
