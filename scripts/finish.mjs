// Makes what is shipped out of a program as it was compiled.
//
//   node scripts/finish.mjs PLAIN.wasm OUT.wasm

import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { initialise } from './initialise.mjs'
import { programs } from './programs.mjs'
import { stripped } from './strip.mjs'

const [plainFile, outFile] = process.argv.slice(2)
const plain = await readFile(plainFile)
const { name, initialised } = programs.find((program) => program.name === path.parse(plainFile).name)
await writeFile(outFile, initialised ? await initialise(name, plain) : stripped(plain))
process.exit() // an initialised program waits for calls for ever
