// Measures everything in one run on one machine and writes bench/REPORT.md.
//
//   node bench/bench.mjs

import { execFileSync, spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { browserVersion, evaluations, keystrokes, serveSite, starts, templateKeystrokes, visits } from './browser.mjs'
import { commandFigures, commandSection } from './command.mjs'
import { field } from './field.mjs'
import { growth, inputs, renamed } from './inputs.mjs'
import { median, root } from './measure.mjs'
import { ms, n, table, times, us, verdict } from './report.mjs'
import { facts, users } from './users.mjs'
import { programs } from '../scripts/programs.mjs'

const at = (...steps) => path.join(root, ...steps)
/** What else the machine does: above a half, the times are those of a busy machine. */
const load = loadavg()[0]
const say = (what) => console.error(`bench: ${what} …`)
const run = (command, args, options) => execFileSync(command, args, { cwd: root, encoding: 'utf8', ...options })
const schema = JSON.parse(await readFile(at('web', 'dist', 'create-user-pool.schema.json'), 'utf8'))

// --- Sizes ---

say('sizes')
const sizeOf = async (file) => {
  const bytes = await readFile(file)
  const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  return { raw: bytes.length, gzip: (await promisify(gzip)(bytes, { level: 9 })).length, brotli: br.length }
}
const sizes = {
  'empty Go program': await sizeOf(at('web', 'build', 'empty.wasm')),
}
for (const { name, asked } of programs) sizes[`${name}.wasm, ${asked}`] = await sizeOf(at('web', 'dist', `${name}.wasm`))

// --- One evaluation: native, in Node, with ajv ---

const texts = { ...inputs, ...growth }
const native = await (async () => {
  say('evaluations, native and in Node')
  const program = at('web', 'build', 'bench-native')
  run('go', ['build', '-o', program, './bench/native'])
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async time(text) {
      child.stdin.write(`${JSON.stringify(text)}\n`)
      return Number((await lines.next()).value) / 1000
    },
    end: () => child.stdin.end(),
  }
})()
const { loadEngine } = await import(new URL('../web/dist/engine.js', import.meta.url))
const module = await WebAssembly.compile(await readFile(at('web', 'dist', 'engine.wasm')))
const node = await loadEngine({ wasm: module })
const Ajv = createRequire(import.meta.url)('ajv/dist/2020.js').default
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)

const timed = (work, text, least) => {
  const next = renamed(text)
  let count = 0
  const began = performance.now()
  do {
    work(next())
    count++
  } while (performance.now() - began < least)
  return 1000 * (performance.now() - began) / count
}
const ajv = (text) => validate(JSON.parse(text))
// Turn by turn, so that what disturbs the machine disturbs all of them.
const rounds = { native: {}, node: {}, ajv: [] }
for (const [, text] of Object.entries(texts)) timed(node.evaluate, text, 500)
timed(ajv, inputs.sample, 300)
for (let round = 0; round < 7; round++) {
  for (const [name, text] of Object.entries(texts)) {
    (rounds.native[name] ??= []).push(await native.time(text));
    (rounds.node[name] ??= []).push(timed(node.evaluate, text, 150))
  }
  rounds.ajv.push(timed(ajv, inputs.sample, 150))
}
native.end()
const medians = (list) => Object.fromEntries(Object.entries(list).map(([name, values]) => [name, median(values)]))
const inNode = { native: medians(rounds.native), node: medians(rounds.node), ajv: median(rounds.ajv) }

// --- Memory ---

say('memory')
const memory = await (async () => {
  let go
  const Plain = globalThis.Go
  globalThis.Go = class extends Plain { constructor() { super(); go = this } }
  const engine = await loadEngine({ wasm: module })
  globalThis.Go = Plain
  const next = renamed(inputs.sample)
  let n = 0
  const upTo = (count) => {
    let held = Infinity
    for (; n < count; n++) {
      engine.evaluate(next())
      // Go gives values back when it collects its garbage, every forty evaluations or so: counted right after that.
      if (n >= count - 200) held = Math.min(held, go._values.length - go._idPool.length)
    }
    return { bytes: go.mem.buffer.byteLength, held }
  }
  return { early: upTo(1_000), late: upTo(100_000) }
})()

// --- Starts ---

// Many, since one start takes up to half as long again as the next.
const startRounds = 21

say('starts in Node')
const startsInNode = { empty: [], engine: [], plain: [] }
for (let round = 0; round < startRounds; round++) {
  for (const [kind, args] of [['empty', ['web/build/empty.wasm']], ['engine', ['web/dist/engine.wasm', 'engine']], ...(round < 3 ? [['plain', ['web/build/engine.wasm', 'engine']]] : [])]) {
    startsInNode[kind].push(JSON.parse(run(process.execPath, ['bench/start.mjs', ...args])))
  }
}
const of = (list, name) => median(list.map((times) => times[name]))

// --- The browser ---

const site = await serveSite()
say('starts in the browser')
const startsInBrowser = await starts(site.base, startRounds)
say('evaluations in the browser')
const inBrowser = await evaluations(site.base, inputs, schema)
say('visits')
const visit = { 1: await visits(site.base, 1, 7), 4: await visits(site.base, 4, 5) }
say('keystrokes')
const keys = { 1: await keystrokes(site.base, 1, 300), 4: await keystrokes(site.base, 4, 300) }
const templates = { 5: await templateKeystrokes(site.base, 5, 150), 30: await templateKeystrokes(site.base, 30, 150) }
const browser = await browserVersion()
await site.close()

say('the field')
const engineJS = (await readFile(at('web', 'dist', 'engine.js'))).length
const { rows: tools, asked } = await field(node, (await readFile(at('web', 'dist', 'engine.wasm'))).length + engineJS)
const others = Object.fromEntries(tools.map((tool) => [tool.name, tool.absent ? null : tool.time]))

say('the command')
const command = commandSection(await commandFigures(node), loadavg()[0])

say('users')
const answering = await users()
const [ours, ...emulators] = answering

// --- The report ---

const total = (t) => t.start + t.first
const nodeEmpty = of(startsInNode.empty, 'start')
const nodeEngine = { start: of(startsInNode.engine, 'start'), first: of(startsInNode.engine, 'first'), compile: of(startsInNode.engine, 'compile') }
const empty = sizes['empty Go program']
const bytesOf = (name) => Buffer.byteLength(texts[name])
const perKB = (name) => inNode.node[name] / (bytesOf(name) / 1000)

const goals = [
  ...programs.flatMap(({ name, asked, budget }) => Object.entries(budget).map(([packing, most]) => {
    const bytes = sizes[`${name}.wasm, ${asked}`][packing]
    return [`${name}.wasm, ${packing}`, `${n(bytes / 1000)} kB`, `${n(most / 1000)} kB`, bytes <= most]
  })),
  ['text editable, against an empty page', times(visit[1].cold.editable, visit[1].empty.editable), '2×', visit[1].cold.editable <= 2 * visit[1].empty.editable],
  ['engine ready in Node, against the empty program', times(nodeEngine.start, nodeEmpty), '1.5×', nodeEngine.start <= 1.5 * nodeEmpty],
  ['with its first reply', times(total(nodeEngine), nodeEmpty), '4×', total(nodeEngine) <= 4 * nodeEmpty],
  ['engine ready in Chromium, against the empty program', times(startsInBrowser.engine.start, startsInBrowser.empty.start), '1.5×', startsInBrowser.engine.start <= 1.5 * startsInBrowser.empty.start],
  ['with its first reply', times(total(startsInBrowser.engine), startsInBrowser.empty.start), '4×', total(startsInBrowser.engine) <= 4 * startsInBrowser.empty.start],
  ['sample in Chromium, against ajv', times(inBrowser.sample, inBrowser.ajv), '45×', inBrowser.sample <= 45 * inBrowser.ajv],
  ['sample in Chromium, against native', times(inBrowser.sample, inNode.native.sample), '5×', inBrowser.sample <= 5 * inNode.native.sample],
  ...(others['cognito-local'] === null ? [] : [['cognito-local over HTTP, against the sample in Chromium', times(others['cognito-local'], inBrowser.sample), 'at least 3×', others['cognito-local'] >= 3 * inBrowser.sample]]),
  ...(others.moto === null ? [] : [['moto, against the sample in Chromium', times(others.moto, inBrowser.sample), 'at least 100×', others.moto >= 100 * inBrowser.sample]]),
  ...emulators.flatMap(({ name, signUp, adminGetUser }) => [['SignUp', signUp, ours.signUp], ['AdminGetUser', adminGetUser, ours.adminGetUser]].map(([call, theirs, own]) => {
    const least = name.startsWith('moto') ? 50 : 3
    return [`${name}, against the engine in Node: ${call}`, times(theirs, own), `at least ${least}×`, theirs >= least * own]
  })),
  ['keystroke to painted reply, p95', ms(keys[1].reply.p95), '16.7 ms', keys[1].reply.p95 <= 16.7],
  ['the same in a template of 5 kB', ms(templates[5].p95), '20 ms', templates[5].p95 <= 20],
  ['the same in a template of 30 kB', ms(templates[30].p95), '60 ms', templates[30].p95 <= 60],
  ['the same with the CPU slowed four times', ms(keys[4].reply.p95), '50 ms', keys[4].reply.p95 <= 50],
  [`${n(bytesOf('many attributes') / 1000)} KB of attributes in Chromium`, us(inBrowser['many attributes']), '60 ms', inBrowser['many attributes'] <= 60_000],
  ['time a KB at 1 MB, against 4 KB', times(perKB('1000 KB'), perKB('4 KB')), '1×', perKB('1000 KB') <= perKB('4 KB')],
  ['memory after 100,000 evaluations, against 1,000', times(memory.late.bytes, memory.early.bytes), '1.1×', memory.late.bytes <= 1.1 * memory.early.bytes],
  ['JavaScript values held by Go after 100,000, more than after 1,000', n(memory.late.held - memory.early.held), '0', memory.late.held <= memory.early.held],
]

await writeFile(at('bench', 'REPORT.md'), `# Measured

Written by \`make bench\` in one run on one machine; read the ratios. ${cpus()[0].model}, ${availableParallelism()} cores, ${n(totalmem() / 2 ** 30)} GiB;
${run('go', ['version']).trim().replace('go version ', '')}, Node ${process.version}, ${browser}, headless. Medians throughout, but where a
quantile is named. When it began, ${n(load, 1)} other programs ran${load > 0.5 ? ': **the machine was busy, which most of the times below show**' : ''}. Every evaluation has another pool name, as while somebody types; members that met their constraints in
the evaluation before are not validated again, and rules that found nothing in unchanged members are not asked again.

## Against what was set

${table(['what', 'measured', 'at most', 'holds'], goals.map(([what, measured, most, good]) => [what, measured, most, verdict(good)]))}

## Sizes

${table(['', 'raw', 'gzip', 'brotli', 'of the empty one, brotli'], Object.entries(sizes).map(([name, s]) => [name, ...[s.raw, s.gzip, s.brotli].map((bytes) => `${n(bytes / 1000)} kB`), times(s.brotli, empty.brotli)]))}

## One evaluation

${table(['text', 'bytes', 'native', 'Node', 'Chromium', 'Chromium / native'], Object.keys(inputs).map((name) => [name, n(bytesOf(name)), us(inNode.native[name]), us(inNode.node[name]), us(inBrowser[name]), times(inBrowser[name], inNode.native[name])]))}

ajv with the published schema, parsing and validating the sample alone: ${us(inNode.ajv)} in Node, ${us(inBrowser.ajv)} in Chromium; it fills no
default, knows no rule between members and no words of the service.

## The field

What is noticed of ${n(asked.types + asked.constraints + asked.semantics)} requests that the service refuses, by where it stops, and how many of ${n(asked.good)} that it
takes are refused: the rules' own examples and the scenarios, whose answers have their evidence, but for what depends on the
account. They are ours, so that this engine knows all of them; how far the others get is what can be read here. Templates
are our export of the request. The times are for the sample: to the first answer from nothing, and of another one.

${table(['', 'is given', 'starts', 'answers', 'of ours', 'installed', `types, of ${asked.types}`, `constraints, of ${asked.constraints}`, `between members, of ${asked.semantics}`, 'wrongly refused'], tools.map((tool) => {
  const name = tool.version ? tool.name.replace(/,|$/, (end) => ` ${tool.version}${end}`) : tool.name
  return tool.absent ? [name, 'not on this machine', ...Array(8).fill('')]
    : [name, tool.about, ms(tool.start / 1000), us(tool.time), times(tool.time, tools[0].time), `${n(tool.bytes / 1e6, 1)} MB`, n(tool.types), n(tool.constraints), n(tool.semantics), n(tool.wrong)]
}))}

## Users

What of ${n(facts.length)} things that Cognito says of users each says, too, word for word: who may sign up and how, what a code, a password or a
token does, whom a setting stops. They are ours, so that this engine knows all of them. The times are those of one call.

${table(['', 'says', 'SignUp', 'AdminGetUser', 'a sign-in with its tokens'], answering.map(({ name, known, signUp, adminGetUser, signIn }) => [name, `${known} of ${facts.length}`, us(signUp), us(adminGetUser), us(signIn)]))}

${command}
## Growth

${table(['tags', 'native', 'Node', 'Node, a KB'], Object.keys(growth).map((name) => [name, us(inNode.native[name]), us(inNode.node[name]), us(perKB(name))]))}

## Starts, from the compiled module on

${table(['', 'compile', 'start', 'first reply', 'together, of the empty one'], [
  ['Node: empty program', ms(of(startsInNode.empty, 'compile')), ms(nodeEmpty), '', ''],
  ['Node: engine', ms(nodeEngine.compile), ms(nodeEngine.start), ms(nodeEngine.first), times(total(nodeEngine), nodeEmpty)],
  ['Node: engine, not initialised', ms(of(startsInNode.plain, 'compile')), ms(of(startsInNode.plain, 'start')), ms(of(startsInNode.plain, 'first')), times(of(startsInNode.plain, 'start') + of(startsInNode.plain, 'first'), nodeEmpty)],
  ['Chromium: empty program', ms(startsInBrowser.empty.compile), ms(startsInBrowser.empty.start), '', ''],
  ['Chromium: engine', ms(startsInBrowser.engine.compile), ms(startsInBrowser.engine.start), ms(startsInBrowser.engine.first), times(total(startsInBrowser.engine), startsInBrowser.empty.start)],
])}

The download from this machine's own server, unpacking included: engine ${ms(startsInBrowser.engine.download)}, ${times(startsInBrowser.engine.download, startsInBrowser.empty.download)} the empty program's.

## A visit, from navigation on

${table(['', 'text editable', 'engine ready', 'first reply'], [1, 4].flatMap((slowdown) => [
  [`empty page${slowdown > 1 ? `, CPU slowed ${slowdown}×` : ''}`, ms(visit[slowdown].empty.editable), '', ''],
  ...['cold', 'warm'].map((kind) => [`${kind}${slowdown > 1 ? `, CPU slowed ${slowdown}×` : ''}`, ...['editable', 'ready', 'reply'].map((what) => ms(visit[slowdown][kind][what]))]),
]))}

Chromium slows the page's own thread, not the engine's.

## From a keystroke to the painted reply

${table(['', 'p50', 'p95'], [1, 4].flatMap((slowdown) => [['reply', 'the page, its reply'], ['letter', 'an empty page, the letter alone']].map(([what, words]) => [`${words}${slowdown > 1 ? `, CPU slowed ${slowdown}×` : ''}`, ms(keys[slowdown][what].p50), ms(keys[slowdown][what].p95)])).concat([5, 30].map((size) => [`the page, its reply to a template of ${size} kB`, ms(templates[size].p50), ms(templates[size].p95)])))}

300 keystrokes each, in the pool's name and in a text field, not in step with the frames, of which there are 60 a second.

## Memory

Linear memory after 1,000 evaluations ${n(memory.early.bytes / 2 ** 20, 1)} MiB, after 100,000 ${n(memory.late.bytes / 2 ** 20, 1)} MiB; JavaScript values that Go holds: ${memory.early.held} and ${memory.late.held}.
`)
say('written to bench/REPORT.md')
process.exit()
