// The command as it is in the package, run in a folder of its own.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

/** The program that npm links. */
export const bin = fileURLToPath(new URL('../build/package/command/user-pool.js', import.meta.url))

const folders = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A folder with files, by their names. */
export function folderWith(files = {}) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'command-')))
  folders.push(folder)
  const at = (name) => path.join(folder, name)
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(path.dirname(at(name)), { recursive: true })
    writeFileSync(at(name), typeof contents === 'object' && !Buffer.isBuffer(contents) ? JSON.stringify(contents) : contents)
  }
  return { folder, at, read: (name) => readFileSync(at(name), 'utf8') }
}

/** Runs the command; it ends by itself. */
export function run(folder, args, { input = '', env = {}, uid, program = bin } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1', ...env }, timeout: 60_000, ...(uid === undefined ? {} : { uid }) })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => stdout += text)
    child.stderr.setEncoding('utf8').on('data', (text) => stderr += text)
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
