// One start of a program in a new process, from the compiled module on: what V8 made of an earlier one would be used again.
// Prints milliseconds as JSON.
//
//   node bench/start.mjs FILE.wasm [engine]

import { readFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import vm from 'node:vm'
import { inputs, renamed } from './inputs.mjs'

const [file, engine] = process.argv.slice(2)
const bytes = await readFile(file)
const times = {}
let last = performance.now()
const lap = (name) => { const now = performance.now(); times[name] = now - last; last = now }

if (engine) {
  const { loadEngine } = await import(new URL('../web/dist/engine.js', import.meta.url))
  last = performance.now()
  const module = await WebAssembly.compile(bytes)
  lap('compile')
  const { evaluate } = await loadEngine({ wasm: module })
  lap('start')
  if (evaluate(renamed(inputs.sample)()).reply.status !== 200) throw new Error('the sample was refused')
  lap('first')
} else {
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
  vm.runInThisContext(await readFile(path.join(goroot, 'lib', 'wasm', 'wasm_exec.js'), 'utf8'))
  last = performance.now()
  const module = await WebAssembly.compile(bytes)
  lap('compile')
  const go = new Go()
  void go.run(await WebAssembly.instantiate(module, go.importObject)) // returns where the program waits
  lap('start')
}
console.log(JSON.stringify(times))
process.exit()
