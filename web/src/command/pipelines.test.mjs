// The package's README, followed as it is written by somebody whose home is empty: the command, the recipes for pipelines with
// the tools that they are for, and agents. Recipes for editors are in editors.test.mjs.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Validator } from '@cfworker/json-schema'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import yaml from 'js-yaml'
import { blocksOf, execute, folderWith, newcomer, programNamed, readme, recipe, run, tarball } from '../../test/command.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const front = readFileSync(path.join(root, 'README.md'), 'utf8')
const bad = '{"PoolName": "shop", "MfaConfiguration": "ON"}\n'
const good = '{"PoolName": "shop"}\n'

const mine = newcomer()
/** What a recipe installs is in no registry before it is published, so that the packed package takes its place. */
const local = (text) => text.replaceAll(/user-pool-playground@[\d.]+/g, tarball)
/** Runs lines as a shell of a pipeline does. */
const shell = (folder, lines, env = {}) => execute(folder, 'bash', ['-eo', 'pipefail', '-c', local(lines)], { env: { ...mine.env, ...env } })

/** A folder with the package in it, as the front page installs it. */
function project(files) {
  const made = folderWith({ 'package.json': '{"private": true}', ...files })
  const install = /^npm install \S+$/m.exec(blocksOf('Use it', front).find((block) => block.startsWith('npm install ./')))[0]
  assert.equal(path.basename(install), path.basename(tarball))
  assert.equal(shell(made.folder, install.replace('./', `${path.dirname(tarball)}/`)).status, 0)
  return made
}

test('the README has no lines about the command, pipelines and agents but those that are followed here', () => {
  const firsts = ['The command', 'In a pipeline', 'For agents'].flatMap((section) => blocksOf(section)).map((block) => block.split('\n')[0])
  assert.deepEqual(firsts.map((line) => line.slice(0, 30)), [
    'npx user-pool check FILE… | -', 'MfaConfiguration: "ON" # user-', '{', 'repos:',
    '- run: npx --yes --package use', '- run: npx --yes --package use', 'user-pools:', '{ "mcpServers": { "user-pool":',
  ])
})

test('the package has the command, what it needs, and nothing to install beside it', () => {
  const { folder, at } = project({ 'a.json': bad })
  const { status, stdout } = shell(folder, recipe('npx user-pool check FILE').replace('FILE… | -', 'a.json'))
  assert.match(stdout, /^a\.json:1:42: error: /)
  assert.equal(status, 1)
  assert.match(shell(folder, recipe('npx user-pool check FILE').replace('FILE… | -', '- < a.json')).stdout, /^<stdin>:1:42: error: /)
  assert.equal(shell(folder, 'npx user-pool check .').stdout.match(/error/g).length, 2)
  const installed = (name) => readFileSync(at(`node_modules/user-pool-playground/${name}`), 'utf8')
  assert.equal(JSON.parse(installed('package.json')).dependencies, undefined)
  assert.equal(installed('README.md'), readme)
  // What they tell to run is there.
  const named = new Set(['README.md', 'AGENTS.md', 'llms.txt'].flatMap((file) => [...installed(file).matchAll(/\buser-pool ([a-z]+)(?=[ `\n])/g)].map(([, command]) => command)))
  assert.ok(named.size > 8, `${[...named]}`)
  for (const command of named) assert.equal(execute(folder, at('node_modules/.bin/user-pool'), [command, '--help'], mine).status, 0, command)
  for (const [, file] of installed('llms.txt').matchAll(/^- ([\w./-]+\.\w+):/gm)) assert.ok(existsSync(at(`node_modules/user-pool-playground/${file}`)), file)
})

test('the front page’s line mends a folder', () => {
  const { folder, read } = project({ 'templates/a.json': '{"PoolName": "shop",}\n' })
  const { status, stderr } = shell(folder, blocksOf('Use it', front).find((block) => block.startsWith('npx user-pool ')))
  assert.equal(status, 0, stderr)
  assert.equal(read('templates/a.json'), good)
})

test('the comment and the settings of the README ignore', () => {
  const template = `Resources:\n  Shop:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      ${recipe('MfaConfiguration: "ON" #')}`
  const commented = shell(folderWith({ 't.yaml': template }).folder, 'user-pool check t.yaml --severity warning')
  assert.deepEqual([commented.stdout, commented.status], ['\n1 file: 1 ignored.\n', 0])
  const { folder } = folderWith({ 'legacy/a.json': bad, 'b.json': bad, 'user-pool.json': recipe('{\n  "surroundings"') })
  const { status, stdout } = shell(folder, 'user-pool check . && exit 9 || status=$?; user-pool reply - <<< \'{"PoolName": "c"}\'; exit $status')
  assert.equal(status, 1)
  assert.match(stdout, /\[securityhub\/Cognito\.1\]\n[^]*^b\.json:1:42: error: [^]* 1 ignored\.\n[^]*"Id": "eu-central-1_/m)
  assert.doesNotMatch(stdout, /^legacy\/a\.json.*mfa-needs-sms/m)
})

test('the options that the README lists are those of the command', () => {
  const help = shell(mine.home, 'user-pool check --help').stdout
  const listed = [...readme.slice(readme.indexOf('| option |'), readme.indexOf('The status is 0')).matchAll(/`(--[a-z-]+)/g)].map(([, option]) => option)
  assert.ok(listed.length > 8)
  for (const option of listed) assert.ok(help.includes(`${option} `) || help.includes(`${option}\n`), option)
})

/** Runs the action's steps as a runner does: inputs in the place of its expressions, each step a script of its own. */
function action(folder, given) {
  const { inputs, runs } = yaml.load(readFileSync(path.join(root, '.github/actions/check/action.yml'), 'utf8'))
  assert.equal(runs.using, 'composite')
  const filled = (text) => text.replaceAll(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name) => given[name] ?? inputs[name].default)
  let told = ''
  for (const { shell: named, run: lines, env = {} } of runs.steps) {
    assert.equal(named, 'bash')
    const script = path.join(mine.home, 'step.sh')
    writeFileSync(script, filled(lines))
    const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, local(filled(value))]))
    const { status, stdout, stderr } = execute(folder, 'bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { env: { ...mine.env, ...variables, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: path.join(root, '.github/actions/check') } })
    told += stdout
    if (status !== 0) return { status, stdout: told, stderr }
  }
  return { status: 0, stdout: told, stderr: '' }
}

test('the action annotates what it finds, with names that have spaces', () => {
  const { folder } = folderWith({ 'my pools/a b.json': bad, 'c.json': bad })
  const { status, stdout, stderr } = action(folder, { files: 'my pools\nc.json\n', arguments: '--severity\nerror\n' })
  assert.equal(status, 1, stderr)
  assert.match(stdout, /^::error file=my pools\/a b\.json,line=1,endLine=1,col=42,endColumn=46,title=mfa-needs-sms::MfaConfiguration is ON.*\n::error file=c\.json,/)
  assert.equal(action(folder, { files: 'c.json', arguments: '--as-of\nsoon' }).status, 2)
  assert.match(action(folder, {}).stdout, /file=c\.json[^]*file=my pools/)
  assert.deepEqual(action(folderWith({ 'a.json': good }).folder, {}), { status: 0, stdout: '', stderr: '' })
})

test('the steps for GitHub annotate, and write SARIF for its upload', () => {
  const steps = blocksOf('In a pipeline').filter((block) => block.startsWith('- run: ')).flatMap((block) => yaml.load(block))
  assert.deepEqual(steps.map((step) => step.run ? 'run' : step.uses.replace(/@.*/, '')), ['run', 'run', 'github/codeql-action/upload-sarif'])
  const { folder, read } = folderWith({ 'templates/a.json': bad })
  const annotated = shell(folder, steps[0].run)
  assert.match(annotated.stdout, /^::error file=templates\/a\.json,line=1,/)
  assert.equal(annotated.status, 1)
  assert.equal(shell(folder, steps[1].run).status, 0)
  assert.equal(JSON.parse(read(steps[2].with.sarif_file)).runs[0].results[0].ruleId, 'mfa-needs-sms')
  // A failure is none of the findings that the upload is for.
  assert.equal(shell(folder, steps[1].run.replace(' . >', ' none.json >')).status, 1)
})

/** What GitLab's documentation asks of a report of code quality. */
const codeQuality = {
  type: 'array',
  items: {
    type: 'object', required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 }, check_name: { type: 'string', minLength: 1 }, fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object', required: ['path', 'positions'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\.?/)' },
          positions: { type: 'object', required: ['begin'], properties: { begin: { $ref: '#/$defs/position' }, end: { $ref: '#/$defs/position' } } },
        },
      },
    },
  },
  $defs: { position: { type: 'object', required: ['line'], properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } } } },
}

test('the job for GitLab writes a report that GitLab takes', () => {
  const { script, artifacts } = yaml.load(recipe('user-pools:'))['user-pools']
  const { folder, read } = folderWith({ 'a.json': bad, 'b.json': bad.replace('"shop"', '"shop", "poolName": 1, "AliasAttributes": ["email"]') })
  assert.equal(shell(folder, script).status, 1)
  const report = JSON.parse(read(artifacts.reports.codequality))
  const { valid, errors } = new Validator(codeQuality, '2020-12').validate(report)
  assert.ok(valid, JSON.stringify(errors?.at(-1)))
  assert.deepEqual(new Set(report.map(({ severity }) => severity)), new Set(['critical', 'minor', 'info']))
  // It keeps one of those with the same fingerprint.
  assert.equal(new Set(report.map(({ fingerprint }) => fingerprint)).size, report.length)
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

const preCommit = programNamed('pre-commit')

test('pre-commit runs the recipe', { skip: !preCommit && 'NOT RUN: it needs pre-commit' }, () => {
  const { folder } = folderWith({ '.pre-commit-config.yaml': local(recipe('repos:')), 'a.json': bad, 'b.yaml': 'a: 1\n', 'c.txt': bad })
  const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' })
  git('init', '--quiet')
  git('add', '.')
  const failed = shell(folder, 'pre-commit run --all-files')
  assert.equal(failed.status, 1, failed.stdout + failed.stderr)
  assert.match(failed.stdout, /user-pool\.+Failed[^]*^a\.json:1:42: error: /m)
  assert.doesNotMatch(failed.stdout, /b\.yaml|c\.txt/)
  git('rm', '--quiet', '-f', 'a.json')
  const passed = shell(folder, 'pre-commit run --all-files')
  assert.match(passed.stdout, /user-pool\.+Passed/)
  assert.equal(passed.status, 0)
})

const reviewdog = programNamed('reviewdog')

test('reviewdog reads the SARIF, with places, codes and fixes', { skip: !reviewdog && 'NOT RUN: it needs reviewdog' }, () => {
  const [, line] = /`(user-pool check [^`]* \| reviewdog [^`]*)`/.exec(readme)
  const { folder } = folderWith({ 'a.json': bad })
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  const env = { PATH: `${path.dirname(reviewdog)}${path.delimiter}${mine.env.PATH}` }
  const told = shell(folder, line.replace('user-pool check', '{ user-pool check').replace(' |', ' || true; } |'), env)
  assert.match(told.stdout, /mfa-needs-sms/)
  assert.equal(told.status, 0, told.stderr)
  const { stdout } = shell(folder, `{ user-pool check --format sarif . || true; } | reviewdog -f=sarif -reporter=rdjson -filter-mode=nofilter`, env)
  const [found, ...more] = JSON.parse(stdout).diagnostics
  assert.deepEqual(more, [])
  assert.deepEqual(found.location, { path: 'a.json', range: { start: { line: 1, column: 42 }, end: { line: 1, column: 46 } } })
  assert.deepEqual([found.code.value, found.severity, found.suggestions.length > 0], ['mfa-needs-sms', 'ERROR', true])
})

test('an agent’s settings start the server', async () => {
  const { mcpServers: { 'user-pool': { command, args } } } = JSON.parse(recipe('{ "mcpServers"'))
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command, args: args.map(local), cwd: folderWith().folder, env: { ...process.env, ...mine.env }, stderr: 'ignore' }))
  const { content: [{ text }] } = await client.callTool({ name: 'check', arguments: { text: bad } })
  assert.match(text, /"rule":"mfa-needs-sms"/)
  await client.close()
})
