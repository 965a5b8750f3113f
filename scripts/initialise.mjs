// Starts the engine once, now, so that no visitor has to wait for it: runs the plain WebAssembly program through its
// initialisation, and writes a module that begins where it stood then. Package init, the metaschemas and our schema's
// compilation take over a second of CPU in a cold browser, on every visit; the state after them is always the same.
//
//   node scripts/initialise.mjs PLAIN.wasm OUT.wasm
//
// The new module is the old one with the globals' values and the memory's contents of that moment as initial ones. The
// JavaScript values that Go holds by number are listed by name in a custom section, which engine.ts reads. A value
// without a name, a pending timer, or glue that works in another way fails the build.

import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import vm from 'node:vm'

const [plainFile, outFile] = process.argv.slice(2)
const plain = await readFile(plainFile)

/** The name of the custom section; engine.ts looks for it. */
const stateSection = 'user-pool-playground.state'

const section = { type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8, element: 9, code: 10, data: 11, dataCount: 12 }
const valueType = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64' }
const pageSize = 65536

// --- The binary format ---

function unsigned(n) {
  const bytes = []
  do {
    const low = n % 128
    n = Math.floor(n / 128)
    bytes.push(n > 0 ? low | 0x80 : low)
  } while (n > 0)
  return Buffer.from(bytes)
}

function signed(n) {
  const bytes = []
  for (let more = true; more;) {
    const low = Number(n & 0x7fn)
    n >>= 7n
    more = !((n === 0n && !(low & 0x40)) || (n === -1n && low & 0x40))
    bytes.push(more ? low | 0x80 : low)
  }
  return Buffer.from(bytes)
}

class Reader {
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at }
  byte() { return this.bytes[this.at++] }
  unsigned() {
    let n = 0
    for (let scale = 1; ; scale *= 128) {
      const b = this.byte()
      n += (b & 0x7f) * scale
      if (b < 0x80) return n
    }
  }
  take(length) { return this.bytes.subarray(this.at, this.at += length) }
}

function sections(bytes) {
  const r = new Reader(bytes, 8)
  const found = []
  while (r.at < bytes.length) {
    const id = r.byte()
    found.push({ id, body: r.take(r.unsigned()) })
  }
  return found
}

const header = plain.subarray(0, 8)
const assemble = (list) => Buffer.concat([header, ...list.flatMap(({ id, body }) => [Buffer.from([id]), unsigned(body.length), body])])

// --- The program as built, with every global exported so that it can be read ---

const original = sections(plain)
const bodyOf = (id) => original.find((s) => s.id === id)?.body ?? fail(`section ${id} is missing`)
if (original.some((s) => s.id === section.start)) fail('the program has a start function')

const globals = []
{
  const r = new Reader(bodyOf(section.global))
  for (let n = r.unsigned(); n > 0; n--) {
    const type = valueType[r.byte()]
    if (type !== 'i32' && type !== 'i64') fail(`a global is a ${type}`)
    const mutable = r.byte()
    while (r.byte() !== 0x0b); // the initial value; Go's are small constants, whose bytes are never 0x0b
    globals.push({ type, mutable })
  }
  if (r.at !== r.bytes.length) fail('the globals could not be read')
}

const exported = (() => {
  const r = new Reader(bodyOf(section.export))
  const count = r.unsigned()
  const added = globals.map((_, i) => {
    const name = Buffer.from(`global ${i}`)
    return Buffer.concat([unsigned(name.length), name, Buffer.from([3]), unsigned(i)])
  })
  return Buffer.concat([unsigned(count + added.length), r.bytes.subarray(r.at), ...added])
})()
const readable = assemble(original.map((s) => (s.id === section.export ? { id: s.id, body: exported } : s)))

// --- The start, in a browser's surroundings ---

// Clock and randomness are made up, so that two builds of one commit are the same bytes. Inputs are the visitor's own,
// so a known seed of Go's maps harms nobody. Time begins at 0, so that no visitor's clock is behind it.
let time = 0
let random = 1
const timers = new Map()
const fileWrites = []
const surroundings = vm.createContext({
  WebAssembly, TextEncoder, TextDecoder,
  setTimeout(callback, delay) { timers.set(timers.size + 1, { callback, due: time + delay }); return timers.size },
  clearTimeout(id) { timers.set(id, undefined) },
  console: { log: (...words) => fileWrites.push(words.join(' ')), error: (...words) => fileWrites.push(words.join(' ')), warn() {} },
  performance: { now: () => (time += 0.01) },
  crypto: { getRandomValues: (bytes) => { for (let i = 0; i < bytes.length; i++) bytes[i] = (random = (random * 48271) % 2147483647) & 0xff } },
})
vm.runInContext('Date = class extends Date { constructor() { super(0) } static now() { return 0 } }', surroundings)
const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
vm.runInContext(await readFile(path.join(goroot, 'lib', 'wasm', 'wasm_exec.js'), 'utf8'), surroundings)
const scope = vm.runInContext('globalThis', surroundings)

const go = new scope.Go()
if (typeof go._makeFuncWrapper !== 'function') fail("Go's glue has no _makeFuncWrapper any more")
const wrappers = new Map()
const wrap = go._makeFuncWrapper
go._makeFuncWrapper = function (id) {
  const wrapper = wrap.call(this, id)
  wrappers.set(wrapper, id)
  return wrapper
}
go.argv = ['engine', 'initialise']
go.env = { GOGC: '20' } // keeps the heap small while it is filled; the program sets it back

const { instance } = await WebAssembly.instantiate(readable, go.importObject)
let registered
scope.userPoolPlaygroundRegister = (call) => { registered = call }
go.run(instance).catch((reason) => fail(`the program ended: ${reason}`))
// What resume.ts sets in the place of run.
for (const field of ['_inst', 'mem', '_values', '_goRefCounts', '_ids', '_idPool', 'exited', '_scheduledTimeouts']) {
  if (!(field in go)) fail(`Go's glue has no ${field} any more`)
}
for (const [, timer] of timers) { // visits the ones that are set meanwhile, too
  if (timers.size > 1000) fail('the program keeps setting timers')
  if (!timer) continue
  time = Math.max(time, timer.due) + 1
  timer.callback()
}
if (go._scheduledTimeouts.size > 0) fail('a timer of the program stays pending')
if (go.exited || !wrappers.has(registered)) fail(`the program did not register its function: ${fileWrites.join(' ')}`)
if (go._pendingEvent !== null && go._pendingEvent !== undefined) fail('an event is pending')

// --- What it holds of JavaScript, by name ---

const named = new Map([
  [null, 'null'], [true, 'true'], [false, 'false'], [0, '0'], [scope, 'globalThis'], [go, 'go'],
  ...['Object', 'Array', 'Uint8Array', 'Date', 'Error', 'fs', 'process', 'path', 'crypto'].map((name) => [scope[name], name]),
  [scope.fs.constants, 'fs.constants'],
  [registered, 'call'],
])
delete scope.userPoolPlaygroundRegister
const free = new Set(go._idPool)
const values = go._values.map((value, id) => {
  if (free.has(id)) return 'free'
  if (Number.isNaN(value)) return 'NaN'
  if (wrappers.has(value) && value !== registered) fail('the program holds a second function')
  return named.get(value) ?? fail(`the program holds a JavaScript value that has no name: ${String(value)}`)
})
const state = {
  values,
  references: go._goRefCounts.map((n) => (n === Infinity ? -1 : n)),
  free: [...go._idPool],
  call: wrappers.get(registered),
}

// --- The module that begins there ---

const globalBody = Buffer.concat([unsigned(globals.length), ...globals.map(({ type, mutable }, i) => {
  const value = instance.exports[`global ${i}`].value
  const code = Number(Object.keys(valueType).find((c) => valueType[c] === type))
  return Buffer.concat([Buffer.from([code, mutable, type === 'i32' ? 0x41 : 0x42]), signed(BigInt(value)), Buffer.from([0x0b])])
})])

const memory = Buffer.from(instance.exports.mem.buffer)
const memoryBody = Buffer.concat([Buffer.from([1, 0]), unsigned(memory.length / pageSize)])

// A segment costs some eight bytes, so that shorter runs of zeros are cheaper to write out.
const shortestGap = 16
const segments = []
for (let at = 0; ;) {
  while (at < memory.length && memory[at] === 0) at++
  if (at >= memory.length) break
  const start = at
  let end = at
  for (let zeros = 0; at < memory.length && zeros < shortestGap; at++) {
    if (memory[at] === 0) zeros++
    else { zeros = 0; end = at + 1 }
  }
  segments.push(Buffer.concat([Buffer.from([0, 0x41]), signed(BigInt(start)), Buffer.from([0x0b]), unsigned(end - start), memory.subarray(start, end)]))
}
if (segments.length > 100_000) fail(`${segments.length} data segments: browsers take 100,000`)
const dataBody = Buffer.concat([unsigned(segments.length), ...segments])

const replaced = { [section.memory]: memoryBody, [section.global]: globalBody, [section.data]: dataBody, [section.dataCount]: unsigned(segments.length) }
const name = Buffer.from(stateSection)
await writeFile(outFile, assemble([
  ...original.map(({ id, body }) => ({ id, body: replaced[id] ?? body })),
  { id: 0, body: Buffer.concat([unsigned(name.length), name, Buffer.from(JSON.stringify(state))]) },
]))
process.exit() // the program waits for calls for ever

function fail(why) {
  console.error(`initialise: ${why}`)
  process.exit(1)
}
