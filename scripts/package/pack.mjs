// Makes the npm package of web/dist: the engine with its types, the element as a module, and the site to copy.
//
//   node scripts/package/pack.mjs

import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { packagesIn } from '../bundled.mjs'
import { styleTexts } from '../style-texts.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const web = path.join(root, 'web')
const dist = path.join(web, 'dist')
const build = path.join(web, 'build')
const staged = path.join(build, 'package')
const require = createRequire(path.join(web, 'package.json'))

const { name, version, engines } = require('./package.json')
const { programs } = JSON.parse(await readFile(path.join(dist, 'manifest.json'), 'utf8'))

await rm(staged, { recursive: true, force: true })
await mkdir(path.join(staged, 'site'), { recursive: true })

// The programs are by far the largest, so that they are in the package once, and copy.js makes the site's copies of them.
const programNames = Object.keys(programs).map((program) => `${program}.wasm`)
const notInSite = /\.(?:br|gz|wasm)$|^engine\.js$/
const single = 'user-pool-playground.html'
for (const file of await readdir(dist)) {
  if (!notInSite.test(file) && file !== single) await cp(path.join(dist, file), path.join(staged, 'site', file))
}
for (const file of ['engine.js', ...programNames]) await cp(path.join(dist, file), path.join(staged, file))
let html = await readFile(path.join(dist, single), 'utf8')
for (const file of programNames) {
  const packed = (await readFile(path.join(dist, `${file}.gz`))).toString('base64')
  if (!html.includes(packed)) throw new Error(`${single} does not have ${file} in it`)
  html = html.replace(packed, `{{${file}}}`)
}
await writeFile(path.join(staged, 'site', single), html)

const esbuild = require('esbuild')
/** Modules of the package find the engine beside them, so that it and its programs are there once. */
const engineAt = (place) => ({
  name: 'engine-beside',
  setup: (build) => build.onResolve({ filter: /\/engine\/engine\.ts$/ }, () => ({ path: place, external: true })),
})

await esbuild.build({
  absWorkingDir: web, entryPoints: [path.join(web, 'src', 'embed', 'module.ts')], outfile: path.join(staged, 'element.js'),
  bundle: true, format: 'esm', target: 'es2022', legalComments: 'none', logLevel: 'warning',
})
await esbuild.build({
  absWorkingDir: web, outdir: staged, chunkNames: '[name]-[hash]',
  entryPoints: { index: path.join(web, 'src', 'package.ts'), remark: path.join(web, 'src', 'markdown', 'remark.ts'), 'markdown-it': path.join(web, 'src', 'markdown', 'markdown-it.ts') },
  bundle: true, splitting: true, format: 'esm', platform: 'neutral', target: 'es2022', legalComments: 'none', logLevel: 'warning', plugins: [engineAt('./engine.js'), styleTexts(esbuild)],
})
// It loads what a subcommand needs when that is asked for.
const { metafile } = await esbuild.build({
  absWorkingDir: web, entryPoints: { 'user-pool': path.join(web, 'src', 'command', 'main.ts') }, outdir: path.join(staged, 'command'),
  bundle: true, splitting: true, minify: true, format: 'esm', platform: 'node', target: 'node20', legalComments: 'linked', logLevel: 'warning',
  chunkNames: '[name]-[hash]', metafile: true, mainFields: ['module', 'main'], define: { VERSION: JSON.stringify(version) },
  // Some of what it is made of is in the older form of modules, and asks for Node's own.
  banner: { js: "import { createRequire as requireBy } from 'node:module'; const require = requireBy(import.meta.url);" },
  plugins: [engineAt('../engine.js'), styleTexts(esbuild), {
    // The agents' SDK brings two validators of JSON Schemas and takes the larger one unless told otherwise; the command has the other.
    name: 'one-validator',
    setup: (build) => build.onLoad({ filter: /@modelcontextprotocol[\\/].*[\\/]ajv-provider\.js$/ }, () => ({
      contents: "export { CfWorkerJsonSchemaValidator as AjvJsonSchemaValidator } from './cfworker-provider.js'",
    })),
  }],
})
await writeFile(path.join(build, 'bundled-package.json'), JSON.stringify([...new Set(packagesIn(metafile))].sort(), null, 2) + '\n')
const bin = path.join(staged, 'command', 'user-pool.js')
await writeFile(bin, `#!/usr/bin/env node\n${await readFile(bin, 'utf8')}`)
await declare({ index: 'package.ts', remark: 'markdown/remark.ts', markdownIt: 'markdown/markdown-it.ts', element: 'embed/module.ts' })

for (const [from, to] of [['scripts/package/copy.mjs', 'copy.js'], ['scripts/package/README.md', 'README.md'], ['scripts/package/AGENTS.md', 'AGENTS.md'], ['scripts/package/llms.txt', 'llms.txt'], ['scripts/package/recipes.md', 'recipes.md'],
  ['scripts/package/problem-matcher.json', 'problem-matcher.json'], ['LICENSE', 'LICENSE']]) {
  await cp(path.join(root, from), path.join(staged, to))
}
await writeFile(path.join(staged, 'package.json'), `${JSON.stringify({
  name, version,
  description: 'Amazon Cognito CreateUserPool requests: an engine that answers as the service would, and an element that shows it.',
  keywords: ['aws', 'cognito', 'user-pool', 'playground', 'web-component', 'wasm'],
  license: 'Apache-2.0',
  // npm takes a statement of where a package was built only if the package names that place.
  ...(process.env.REPOSITORY ? { repository: { type: 'git', url: `git+${process.env.REPOSITORY}.git` } } : {}),
  type: 'module',
  engines,
  exports: {
    '.': { types: './types/package.d.ts', default: './index.js' },
    './remark': { types: './types/markdown/remark.d.ts', default: './remark.js' },
    './markdown-it': { types: './types/markdown/markdown-it.d.ts', default: './markdown-it.js' },
    './static.css': './site/static.css',
    './element': { types: './types/embed/module.d.ts', default: './element.js' },
    ...Object.fromEntries(programNames.map((file) => [`./${file}`, `./${file}`])),
    './create-user-pool.schema.json': './site/create-user-pool.schema.json',
    './create-user-pool.draft-07.schema.json': './site/create-user-pool.draft-07.schema.json',
    './site/*': './site/*',
    './package.json': './package.json',
  },
  bin: { [name]: './copy.js', 'user-pool': './command/user-pool.js' },
  // A bundler would else leave out an import that is there to define the element.
  sideEffects: ['./element.js', './site/static.css'],
}, null, 2)}\n`)

// The modes go into the package, and would be those of whoever builds it. What npm links as a command has to be executable.
for (const entry of await readdir(staged, { recursive: true, withFileTypes: true })) {
  await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() || ['copy.js', 'user-pool.js'].includes(entry.name) ? 0o755 : 0o644)
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const [{ filename, size, unpackedSize }] = JSON.parse(execFileSync(npm, ['pack', '--json', '--pack-destination', build], { cwd: staged, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
console.log(`web/build/${filename}: ${(size / 1e6).toFixed(1)} MB, ${(unpackedSize / 1e6).toFixed(1)} MB unpacked`)

/** Writes the types of the modules, and of what these name, which is less than what they are made of. */
async function declare(entries) {
  const all = path.join(build, 'types')
  await rm(all, { recursive: true, force: true })
  const config = path.join(build, 'types.json')
  await writeFile(config, JSON.stringify({
    extends: '../tsconfig.json',
    compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: all, rootDir: '../src' },
    include: [],
    files: [...Object.values(entries), 'globals.d.ts'].map((file) => `../src/${file}`),
  }))
  const packageFolder = path.dirname(require.resolve('typescript/package.json'))
  execFileSync(process.execPath, [path.join(packageFolder, require('typescript/package.json').bin.tsc), '-p', config], { stdio: 'inherit' })
  const waiting = Object.values(entries).map((file) => file.replace(/\.ts$/, '.d.ts'))
  const done = new Set()
  for (const file of waiting) {
    if (done.has(file)) continue
    done.add(file)
    const text = await readFile(path.join(all, file), 'utf8')
    // Whoever installs the package has the declarations beside scripts, and not beside our sources.
    const named = text.replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.tsx?\1/g, (_, quote, stem) => {
      waiting.push(path.posix.join(path.posix.dirname(file), `${stem}.d.ts`))
      return `${quote}${stem}.js${quote}`
    })
    const target = path.join(staged, 'types', file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, named)
  }
}
