// Starts a program once, now, so that no visitor has to wait for it: runs the plain WebAssembly program through its
// initialisation, and writes a module that begins where it stood then. Package init, the metaschemas and our schema's
// compilation take over a second of CPU in a cold browser, on every visit; the state after them is always the same.
//
// The new module is the old one with the globals' values and the memory's contents of that moment as initial ones. The
// JavaScript values that Go holds by number are listed by name in a custom section, which engine.ts reads. A value
// without a name, a pending timer, or glue that works in another way fails the build.

import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import vm from 'node:vm'

import { strip } from './strip.mjs'
import { assemble, dataSections, pageSize, Reader, section, sections, signed, unsigned, withBodies } from './wasm.mjs'

/** The name of the custom section; engine.ts looks for it. */
const stateSection = 'user-pool-playground.state'

/** What the collector fills freed objects with (clobberfree in Go's runtime/mgcsweep.go), two words of it. */
const clobbered = 0xdeadbeefdeadbeefn

/** What switches that on: any number but 0, and this one stands nowhere else in the memory. */
const clobbering = 0x51c10bbe

const valueType = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64' }

/** The module that begins where a program stands after its start. The program stays, and waits for calls for ever. */
export async function initialise(name, plain) {
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
  if (bodyOf(section.data).includes(eightBytes(clobbered))) fail("the program's own data look like what the collector frees")
  const readable = assemble(plain, withBodies(original, { [section.export]: exported }))

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
  go.argv = [name, 'initialise']
  // GOGC keeps the heap small while it is filled; the program sets it back. Of GODEBUG, the first keeps the stack that the
  // call below grows, and the second has the collector fill what it frees with a word that clearFreed finds. It is switched
  // off in what is written: it would take an eighth of every call's time.
  go.env = { GOGC: '20', GODEBUG: `gcshrinkstackoff=1,clobberfree=${clobbering}` }

  const { instance } = await WebAssembly.instantiate(readable, go.importObject)
  let registered
  scope.userPoolPlaygroundRegister = (call) => { registered = call }
  go.run(instance).catch((reason) => fail(`the program ended: ${reason}`))
  registered?.('\n\n\n') // of no verb: grows the stack (growStack in wasm/border)
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
  if (!memory.includes(eightBytes(clobbered))) fail("Go's collector does not mark what it frees any more")
  const memoryBody = Buffer.concat([Buffer.from([1, 0]), unsigned(memory.length / pageSize)])

  clearFreed(memory)
  stopClobbering(memory)
  strip(memory)
  const replaced = { ...dataSections(memory), [section.memory]: memoryBody, [section.global]: globalBody }
  const label = Buffer.from(stateSection)
  return assemble(plain, [
    ...withBodies(original, replaced),
    { id: 0, body: Buffer.concat([unsigned(label.length), label, Buffer.from(JSON.stringify(state))]) },
  ])
}

function eightBytes(word) {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(word)
  return bytes
}

/**
 * Puts zeros, which take no place in the module, where objects were freed: most of a heap after its start. Go clears what it
 * gives out again.
 */
function clearFreed(memory) {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8)
  for (let i = 0; i < words.length; i++) if (words[i] === clobbered) words[i] = 0n
}

/** Clears the setting where the program keeps it, and whatever its reading left on the stack. */
function stopClobbering(memory) {
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length / 4)
  let at = words.indexOf(clobbering)
  if (at < 0) fail('what marks freed objects cannot be switched off')
  for (; at >= 0; at = words.indexOf(clobbering, at)) words[at] = 0
}

function fail(why) {
  console.error(`initialise: ${why}`)
  process.exit(1)
}
