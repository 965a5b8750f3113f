// Makes what is shipped out of a program of wasm/programs.json as it was compiled.
//
//   node scripts/finish.mjs NAME PLAIN.wasm OUT.wasm

import { readFile, writeFile } from 'node:fs/promises'

import { initialise } from './initialise.mjs'
import { programs } from './programs.mjs'
import { stripped } from './strip.mjs'

const [name, plainFile, outFile] = process.argv.slice(2)
const plain = await readFile(plainFile)
const { initialised } = programs.find((program) => program.name === name)
await writeFile(outFile, initialised ? await initialise(name, plain) : stripped(plain))
process.exit() // an initialised program waits for calls for ever
