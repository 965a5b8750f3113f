// The command and the editor's server: how long they take in wall time, and beside them the checkers that people run on the same
// files, with what each notices. Alone, it measures this and writes its section of bench/REPORT.md:
//
//   node bench/command.mjs

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inputs, placeholder } from './inputs.mjs'
import { median, quantile, root } from './measure.mjs'
import { requests } from './requests.mjs'
import { ms, n, table, times, verdict } from './report.mjs'

const program = path.join(root, 'web', 'build', 'package', 'command', 'user-pool.js')
const rounds = 15
/** How many files tell what a further one takes. */
const further = 20

/** The commands in the table's order: what each is given, and how it is asked about files and says which it refuses. */
const commands = [
  { name: 'user-pool check', of: 'request', run: (files) => [process.execPath, [program, 'check', '--format', 'json', '--severity', 'error', ...files]], refused: ourRefused },
  { name: 'user-pool check', of: 'template', run: (files) => [process.execPath, [program, 'check', '--format', 'json', '--severity', 'error', ...files]], refused: ourRefused },
  { name: 'cfn-lint', of: 'template', run: (files) => ['cfn-lint', ['--format', 'json', '--regions', 'us-east-1', '--', ...files]], refused: (stdout) => JSON.parse(stdout).filter(({ Level }) => Level === 'Error').map(({ Filename }) => Filename) },
  { name: '@aws/cloudformation-validate', of: 'template', run: (files) => [process.execPath, [path.join(root, 'bench', 'tool.mjs'), 'cloudformation', ...files]], refused: (stdout) => stdout.split('\n') },
  { name: 'the same, with cdk-preflight', of: 'template', run: (files) => [process.execPath, [path.join(root, 'bench', 'tool.mjs'), 'preflight', ...files]], refused: (stdout) => stdout.split('\n') },
  { name: 'ajv, with the published schema', of: 'request', run: (files) => [process.execPath, [path.join(root, 'bench', 'tool.mjs'), 'ajv', ...files]], refused: (stdout) => stdout.split('\n') },
]

function ourRefused(stdout) {
  return JSON.parse(stdout).files.filter(({ problems }) => problems.some(({ severity }) => severity === 'error')).map(({ path: file }) => file)
}

/** The wall time of a program, in ms, and what it printed; null where it is not on this machine. */
function timed([command, args], cwd) {
  const began = performance.now()
  const { error, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: '1' } })
  return error ? null : { time: performance.now() - began, stdout }
}

/** A template of some 2 kB, another one each time. */
const twoKilobytes = (i) => `Resources:\n  Shop:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop${i}\n      MfaConfiguration: "ON"\n${Array.from({ length: 11 }, (_, k) => `  Bucket${k}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "bucket-${i}-${k}-\${AWS::Region}"\n      VersioningConfiguration:\n        Status: Enabled\n`).join('')}`

/** Times of answers to a letter that is typed into a template of some 30 kB, in ms. */
async function keystrokes(count) {
  const require = createRequire(path.join(root, 'web', 'package.json'))
  const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver-protocol/node')
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  const waiting = new Map()
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => waiting.get(version)?.())
  connection.listen()
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const uri = 'file:///pools.yaml'
  const text = `${twoKilobytes(0)}${Array.from({ length: 200 }, (_, k) => `  More${k}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "more-${k}-\${AWS::Region}"\n      VersioningConfiguration:\n        Status: Enabled\n`).join('')}`
  const told = (version) => new Promise((resolve) => waiting.set(version, resolve))
  let answered = told(1)
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } })
  await answered
  const line = text.split('\n').findIndex((each) => each.includes('UserPoolName'))
  const character = text.split('\n')[line].length
  const all = []
  for (let version = 2; version < count + 2; version++) {
    answered = told(version)
    const began = performance.now()
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: { line, character: character + version - 2 }, end: { line, character: character + version - 2 } }, text: 'x' }] })
    await answered
    all.push(performance.now() - began)
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  connection.dispose()
  // The first letters are answered by code that is still compiled.
  return { bytes: text.length, times: all.slice(20) }
}

/** Everything that the section says. */
export async function commandFigures(engine) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  try {
    const write = (name, text) => { mkdirSync(path.dirname(path.join(folder, name)), { recursive: true }); writeFileSync(path.join(folder, name), text); return name }
    const all = await requests(engine)
    const sample = inputs.sample.replace(placeholder, 'pool')
    const templateOf = (text) => engine.exportAs('cloudformation-json', text).text
    const ones = { request: write('one/request.json', sample), template: write('one/template.json', templateOf(sample)) }
    const more = { request: [], template: [] }
    for (let i = 0; i < further; i++) {
      const text = inputs.sample.replace(placeholder, `pool${i}`)
      more.request.push(write(`more/request/${i}.json`, text))
      more.template.push(write(`more/template/${i}.json`, templateOf(text)))
    }
    const evidence = { request: all.map(({ text }, i) => write(`evidence/request/${i}.json`, text)), template: all.map(({ template }, i) => write(`evidence/template/${i}.json`, template)) }

    // Turn by turn, so that what disturbs the machine disturbs all of them.
    const node = []
    const first = commands.map(() => [])
    for (let round = 0; round < rounds; round++) {
      node.push(timed([process.execPath, ['-e', '0']], folder).time)
      for (const [i, { of, run }] of commands.entries()) {
        // Those that take seconds need no more rounds.
        if (round >= 5 && (first[i][0] ?? 0) > 1000) continue
        const once = timed(run([ones[of]]), folder)
        if (once) first[i].push(once.time)
      }
    }
    const alone = median(node)
    const rows = commands.map(({ name, of, run, refused }, i) => {
      if (first[i].length === 0) return { name, of, absent: true }
      const one = median(first[i])
      const many = timed(run(more[of]), folder)
      const said = new Set(refused(timed(run(evidence[of]), folder).stdout))
      const count = (stage) => all.filter((request, k) => request.stage === stage && said.has(evidence[of][k])).length
      return { name, of, one, further: Math.max(0, many.time - one) / (further - 1), types: count('types'), constraints: count('constraints'), semantics: count('semantics'), wrong: count('') }
    })

    for (let i = 0; i < 500; i++) write(`five/${i}.yaml`, twoKilobytes(i))
    const five = []
    for (let round = 0; round < 3; round++) {
      const one = timed([process.execPath, [program, 'check', 'five/0.yaml']], folder).time
      five.push((timed([process.execPath, [program, 'check', 'five']], folder).time - one) / 499)
    }
    const typed = await keystrokes(300)
    const asked = Object.fromEntries(['types', 'constraints', 'semantics', ''].map((stage) => [stage || 'good', all.filter((request) => request.stage === stage).length]))
    return { alone, rows, five: median(five), bytes: twoKilobytes(0).length, typed, asked }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const commandTitle = 'The command and the editor’s server'

/** The section of the report. */
export function commandSection({ alone, rows, five, bytes, typed, asked }, load) {
  const [p50, p95] = [quantile(typed.times, 0.5), quantile(typed.times, 0.95)]
  const goals = [
    ['check of one request, against `node -e 0`', times(rows[0].one, alone), '6×', rows[0].one <= 6 * alone],
    [`each of 500 templates of ${n(bytes / 1000, 1)} kB after the first`, ms(five), '10 ms', five <= 10],
    [`a letter in a template of ${n(typed.bytes / 1000)} kB until its problems are told, p95`, ms(p95), '80 ms', p95 <= 80],
  ]
  return `## ${commandTitle}

${cpus()[0].model}, ${availableParallelism()} cores, Node ${process.version}. When it began, ${n(load, 1)} other programs ran${load > 0.5 ? ': **the machine was busy, which the times show**' : ''}. \`node -e 0\` took ${ms(alone)}.

${table(['what', 'measured', 'at most', 'holds'], goals.map(([what, measured, most, good]) => [what, measured, most, verdict(good)]))}

The server's median for a letter: ${ms(p50)}.

Beside it the checkers that people run on the same files, in wall time of a process: on the sample, and on each further file like
it; and what each notices of the requests of the field's table, which are ours.

${table(['', 'is given', 'one file', 'of `node -e 0`', 'a further file', `types, of ${asked.types}`, `constraints, of ${asked.constraints}`, `between members, of ${asked.semantics}`, `wrongly refused, of ${asked.good}`], rows.map(({ name, of, absent, one, further: each, types, constraints, semantics, wrong }) => absent
    ? [name, 'not on this machine', ...Array(7).fill('')]
    : [name, `the ${of}`, ms(one), times(one, alone), ms(each), n(types), n(constraints), n(semantics), n(wrong)]))}
`
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [load] = loadavg()
  const { loadEngine } = await import(new URL('../web/dist/engine.js', import.meta.url))
  const section = commandSection(await commandFigures(await loadEngine()), load)
  const file = path.join(root, 'bench', 'REPORT.md')
  const report = await readFile(file, 'utf8')
  const old = report.split(/^(?=## )/m).find((part) => part.startsWith(`## ${commandTitle}\n`))
  await writeFile(file, old ? report.replace(old, () => `${section}\n`) : report.replace(/^## Growth$/m, () => `${section}\n## Growth`))
  console.log(section)
  process.exit()
}
