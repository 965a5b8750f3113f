// The WebAssembly programs, as wasm/programs.json lists them.

import { readFileSync } from 'node:fs'

/**
 * `name`: of the folder in wasm/ and of the file; `initialised`: shipped as it stands after its start; `loads`: 'at once'
 * with the page or 'when needed'; `budget`: the most bytes that it may have as it is sent; `strangers`: Go packages that
 * it must not hold, which wasm/programs_test.go looks at.
 */
export const programs = JSON.parse(readFileSync(new URL('../wasm/programs.json', import.meta.url), 'utf8'))

export const programFiles = programs.map(({ name }) => `${name}.wasm`)
