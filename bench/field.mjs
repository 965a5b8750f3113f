// Who else says something of a request before it is sent, and what each notices of those that the service refuses: tools
// that check requests, tools that check CloudFormation templates, which get the request as our own export writes it, and
// services to try a call on. What is not on this machine is null, and told.

import { spawnSync } from 'node:child_process'
import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { inputs, placeholder } from './inputs.mjs'
import { root } from './measure.mjs'
import { requests } from './requests.mjs'
import { freePort, served } from './services.mjs'

const modules = path.join(root, 'bench', 'node_modules')
const sample = inputs.sample.replace(placeholder, 'pool')

async function bytesIn(folder) {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size
  }
  return bytes
}

/** What npm installs for a package: with all that it needs, but for what it expects of its user. */
async function installed(name, seen = new Set()) {
  if (seen.has(name)) return 0
  seen.add(name)
  const folder = path.join(modules, name)
  const { dependencies = {} } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  let bytes = await bytesIn(folder)
  for (const needed of Object.keys(dependencies)) bytes += await installed(needed, seen)
  return bytes
}

const versionOf = async (name) => JSON.parse(await readFile(path.join(modules, name, 'package.json'), 'utf8')).version

/** What tool.mjs measures, in a process of its own: what one tool made the engine of Node compile would serve the next. */
function inNode(tool, texts, text) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'bench', 'tool.mjs'), tool], { input: JSON.stringify({ texts, sample: text }), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status === 0) return JSON.parse(stdout)
  throw new Error(stderr.trim().split('\n').at(-1))
}

function inPython(tool, texts, text) {
  const { status, stdout, stderr } = spawnSync('python3', [path.join(root, 'bench', 'field.py')], { input: JSON.stringify({ tool, texts, sample: text }), encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status === 0) return JSON.parse(stdout)
  console.error(`${tool}: ${stderr.trim().split('\n').at(-1)}`)
  return null
}

async function service(command, args, asks) {
  const port = await freePort()
  return served(command, args(port), port, asks)
}

/**
 * The tools in the table's order: each with a `name`, `version`, `about` (what it is given), `start` with its first answer and
 * `time` of another one in microseconds, `bytes` as installed, and of the requests `noticed` by stage and the `wrong`ly refused.
 */
export async function field(engine, engineBytes) {
  const all = await requests(engine)
  const texts = all.map(({ text }) => text)
  const templates = all.map(({ template }) => template)
  const template = engine.exportAs('cloudformation-json', sample).text
  const python = Object.fromEntries(['botocore', 'cfn-lint', 'moto'].map((tool) => [tool, inPython(tool, tool === 'cfn-lint' ? templates : texts, tool === 'cfn-lint' ? template : sample)]))
  const tools = [
    ['this engine', '', 'the request', async () => ({ ...inNode('engine', texts, sample), bytes: engineBytes })],
    ['ajv, with the published schema', await versionOf('ajv'), 'the request', async () => ({ ...inNode('ajv', texts, sample), bytes: await installed('ajv') })],
    ['botocore, its check of parameters', python.botocore?.version, 'the request', async () => python.botocore],
    ['@aws/cloudformation-validate', await versionOf('@aws/cloudformation-validate'), 'the template', async () => ({
      ...inNode('cloudformation', templates, template), bytes: await installed('@aws/cloudformation-validate'),
    })],
    [`the same, with cdk-preflight ${await versionOf('cdk-preflight')}`, '', 'the template', async () => ({
      ...inNode('preflight', templates, template), bytes: await installed('@aws/cloudformation-validate') + await installed('cdk-preflight'),
    })],
    ['cfn-lint', python['cfn-lint']?.version, 'the template', async () => python['cfn-lint']],
    ['cognito-local', await versionOf('cognito-local'), 'a call', async () => ({
      ...await service(path.join(modules, '.bin', 'cognito-local'), () => [], { texts }), bytes: await installed('cognito-local'),
    })],
    ['moto', python.moto?.version, 'a call', async () => python.moto && { ...await service('python3', (port) => ['-m', 'moto.server', '-p', String(port)], { texts }), bytes: python.moto.bytes }],
  ]
  const rows = []
  for (const [name, version, about, measure] of tools) {
    const found = await measure().catch((reason) => { console.error(`${name}: ${reason.message}`); return null })
    const count = (stage) => all.filter((request, i) => request.stage === stage && found?.noticed[i]).length
    rows.push({ name, version, about, ...(found ?? { absent: true }), types: count('types'), constraints: count('constraints'), semantics: count('semantics'), wrong: count('') })
  }
  const asked = Object.fromEntries(['types', 'constraints', 'semantics', ''].map((stage) => [stage || 'good', all.filter((request) => request.stage === stage).length]))
  return { rows, asked }
}
