// Times the built engine under Node: its start, and one evaluation of each example.
//
//   node scripts/bench.mjs

import { readFile } from 'node:fs/promises'

const dist = new URL('../web/dist/', import.meta.url)
const { loadEngine } = await import(new URL('engine.js', dist).href)

const module = await WebAssembly.compile(await readFile(new URL('engine.wasm', dist)))
const began = performance.now()
const engine = await loadEngine({ wasm: module })
const started = performance.now()
engine.evaluate('{"PoolName": "p"}')
console.log(`start ${(started - began).toFixed(0)} ms, first answer ${(performance.now() - started).toFixed(0)} ms`)

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1]
for (const { id, request } of engine.contract().examples) {
  const times = []
  for (let i = 0; i < 400; i++) {
    const before = performance.now()
    engine.evaluate(request)
    if (i >= 200) times.push(performance.now() - before) // the first ones run while V8 still compiles
  }
  console.log(`${id.padEnd(20)} ${median(times).toFixed(2)} ms`)
}
