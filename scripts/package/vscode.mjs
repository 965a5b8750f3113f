// Makes the extension for Visual Studio Code of the package: one file for a desktop and for a browser.
//
//   node scripts/package/vscode.mjs

import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleTexts } from '../style-texts.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const web = path.join(root, 'web')
const staged = path.join(web, 'build', 'vscode')
const packed = path.join(web, 'build', 'package')
const require = createRequire(path.join(web, 'package.json'))
const { name, version } = require('./package.json')

await rm(staged, { recursive: true, force: true })
await mkdir(staged, { recursive: true })
const source = path.join(web, 'src', 'vscode')
const common = { absWorkingDir: web, bundle: true, minify: true, legalComments: 'linked', logLevel: 'warning', target: 'es2022', define: { VERSION: JSON.stringify(version) } }
// The editor gives vscode to its extensions, and takes them in the older form of modules.
await require('esbuild').build({ ...common, entryPoints: [path.join(source, 'node.ts')], outdir: staged, platform: 'node', format: 'cjs', external: ['vscode'] })
await require('esbuild').build({ ...common, entryPoints: [path.join(source, 'browser.ts')], outdir: staged, platform: 'browser', format: 'cjs', external: ['vscode'] })
await require('esbuild').build({ ...common, entryPoints: [path.join(source, 'worker.ts')], outdir: staged, platform: 'browser', format: 'iife', mainFields: ['browser', 'module', 'main'],
  // The engine as it was built; where its programs are, the worker is told. The validator of schemas makes an address of where
  // it runs, which fails in a worker whose script came as a blob.
  define: { ...common.define, 'self.location': '{"origin":"null"}', 'import.meta.url': '"https://user-pool-playground.example/"' },
  plugins: [styleTexts(require('esbuild')), { name: 'engine-built', setup: (build) => build.onResolve({ filter: /\/engine\/engine\.ts$/ }, () => ({ path: path.join(packed, 'engine.js') })) }],
})

// The command and the programs are the package's own. They are made of modules in the newer form, which the editor's entries are not.
const server = path.join(staged, 'server')
await mkdir(server)
for (const file of ['command', 'engine.js', 'engine.wasm', 'readers.wasm', 'service.wasm']) await cp(path.join(packed, file), path.join(server, file), { recursive: true })
await writeFile(path.join(server, 'package.json'), '{ "type": "module" }\n')
await cp(path.join(packed, 'site', 'create-user-pool.draft-07.schema.json'), path.join(staged, 'create-user-pool.draft-07.schema.json'))
await cp(path.join(root, 'LICENSE'), path.join(staged, 'LICENSE'))
await cp(path.join(root, 'scripts', 'package', 'vscode.md'), path.join(staged, 'README.md'))
const manifest = JSON.parse(await readFile(path.join(source, 'extension.json'), 'utf8'))
await writeFile(path.join(staged, 'package.json'), `${JSON.stringify({ name, version, license: 'Apache-2.0', ...manifest }, null, 2)}\n`)
await writeFile(path.join(staged, '.vscodeignore'), '# All that is here is needed.\n')
const file = path.join(web, 'build', `${name}-${version}.vsix`)
execFileSync(process.execPath, [require.resolve('@vscode/vsce/vsce'), 'package', '--no-dependencies', '--allow-missing-repository', '--out', file], { cwd: staged, stdio: ['ignore', 'ignore', 'inherit'] })
console.log(`web/build/${path.basename(file)}: ${((await stat(file)).size / 1e6).toFixed(1)} MB`)
