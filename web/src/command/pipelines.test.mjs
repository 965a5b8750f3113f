// The recipes for pipelines, with the tools that they are for, and the package as npm installs it in an empty folder.

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { folderWith, run } from '../../test/command.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { version } = JSON.parse(readFileSync(path.join(root, 'web/package.json'), 'utf8'))
const tarball = path.join(root, `web/build/user-pool-playground-${version}.tgz`)
const readme = readFileSync(path.join(root, 'scripts/package/README.md'), 'utf8')
const bad = '{"PoolName": "shop", "MfaConfiguration": "ON"}\n'

/** Lines of the README that are indented, from one that begins so to the next that is not. */
function recipe(first) {
  const lines = readme.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`    ${first}`))
  assert.ok(from >= 0, first)
  const length = lines.slice(from).findIndex((line) => !/^ {4}|^$/.test(line))
  return lines.slice(from, from + length).map((line) => line.slice(4)).join('\n')
}

function execute(folder, command, args, env = {}) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 120_000, env: { ...process.env, NO_COLOR: '1', ...env } })
}

test('the package has the command, what it needs, and nothing to install beside it', () => {
  const { folder, at } = folderWith({ 'package.json': '{"private": true}', 'a.json': bad })
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], { cwd: folder, stdio: 'pipe' })
  const { status, stdout } = execute(folder, 'npx', ['--no-install', 'user-pool', 'check', 'a.json'])
  assert.match(stdout, /^a\.json:1:42: error: /)
  assert.equal(status, 1)
  assert.equal(execute(folder, 'npx', ['--no-install', 'user-pool', 'check', '.']).stdout.match(/error/g).length, 2)
  const installed = (name) => readFileSync(at(`node_modules/user-pool-playground/${name}`), 'utf8')
  assert.equal(JSON.parse(installed('package.json')).dependencies, undefined)
  // What they tell to run is there.
  const named = new Set(['README.md', 'AGENTS.md', 'llms.txt'].flatMap((file) => [...installed(file).matchAll(/\buser-pool ([a-z]+)(?=[ `\n])/g)].map(([, command]) => command)))
  assert.ok(named.size > 8, `${[...named]}`)
  for (const command of named) assert.equal(execute(folder, at('node_modules/.bin/user-pool'), [command, '--help']).status, 0, command)
  for (const [, file] of installed('llms.txt').matchAll(/^- ([\w./-]+\.\w+):/gm)) assert.ok(existsSync(at(`node_modules/user-pool-playground/${file}`)), file)
})

test('the action annotates what it finds, with names that have spaces', () => {
  const { folder } = folderWith({ 'my pools/a b.json': bad, 'c.json': bad })
  const script = path.join(root, '.github/actions/check/check.sh')
  const { status, stdout, stderr } = execute(folder, script, [], { FILES: 'my pools\nc.json\n', ARGUMENTS: '--severity\nerror\n', PACKAGE: tarball })
  assert.equal(status, 1, stderr)
  assert.match(stdout, /^::error file=my pools\/a b\.json,line=1,endLine=1,col=42,endColumn=46,title=mfa-needs-sms::MfaConfiguration is ON.*\n::error file=c\.json,/)
  assert.equal(execute(folder, script, [], { FILES: 'c.json', ARGUMENTS: '--as-of\nsoon', PACKAGE: tarball }).status, 2)
})

test('the problem matcher reads each finding', async () => {
  const { problemMatcher: [{ pattern: [pattern] }] } = JSON.parse(readFileSync(path.join(root, 'scripts/package/problem-matcher.json'), 'utf8'))
  const { folder } = folderWith({ 'a b.json': '{"PoolName": "shop",\n "MfaConfiguration": "ON", "poolName": 1, "AliasAttributes": ["email"]}' })
  const { stdout } = await run(folder, ['check', 'a b.json'])
  const { files: [{ path: file, problems }] } = JSON.parse((await run(folder, ['check', 'a b.json', '--format', 'json'])).stdout)
  const matched = stdout.split('\n').flatMap((line) => {
    const match = new RegExp(pattern.regexp).exec(line)
    return match ? [[match[pattern.file], match[pattern.line], match[pattern.column], match[pattern.severity], match[pattern.code]]] : []
  })
  assert.deepEqual(new Set(matched.map(([, , , severity]) => severity)), new Set(['error', 'warning', 'note']))
  assert.deepEqual(matched, problems.map(({ line, column, severity, rule }) => [file, String(line), String(column), severity, rule]))
})

const preCommit = spawnSync('pre-commit', ['--version']).status === 0

test('pre-commit runs the recipe', { skip: !preCommit && 'there is no pre-commit' }, () => {
  const { folder, at } = folderWith({
    '.pre-commit-config.yaml': recipe('repos:').replace(/user-pool-playground@[\d.]+/, tarball), 'a.json': bad, 'b.yaml': 'a: 1\n', 'c.txt': bad,
  })
  const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' })
  git('init', '--quiet')
  git('add', '.')
  const env = { PRE_COMMIT_HOME: at('.cache') }
  const failed = execute(folder, 'pre-commit', ['run', '--all-files'], env)
  assert.equal(failed.status, 1, failed.stdout + failed.stderr)
  assert.match(failed.stdout, /user-pool\.+Failed[^]*^a\.json:1:42: error: /m)
  assert.doesNotMatch(failed.stdout, /b\.yaml|c\.txt/)
  git('rm', '--quiet', '-f', 'a.json')
  const passed = execute(folder, 'pre-commit', ['run', '--all-files'], env)
  assert.match(passed.stdout, /user-pool\.+Passed/)
  assert.equal(passed.status, 0)
})
