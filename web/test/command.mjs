// The command as it is in the package, run in a folder of its own, and the recipes of the package's README.

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(path.join(web, 'package.json'), 'utf8'))

/** The program that npm links. */
export const bin = path.join(web, 'build/package/command/user-pool.js')
if (!existsSync(bin)) throw new Error('The package, which has the command, is not made: run make package first')
/** The package as npm packed it, and its README. */
export const tarball = path.join(web, `build/user-pool-playground-${version}.tgz`)
export const readme = readFileSync(path.join(web, '../scripts/package/README.md'), 'utf8')

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

/** The indented blocks of a README's section, in its order. */
export function blocksOf(section, text = readme) {
  const part = text.split(/^## /m).find((each) => each.startsWith(`${section}\n`))
  if (part === undefined) throw new Error(`there is no section ${section}`)
  return [...part.matchAll(/(?:^ {4}.*\n(?:\n(?= {4}))*)+/gm)].map(([block]) => block.replaceAll(/^ {4}/gm, ''))
}

/** The block of the README that begins with something. */
export function recipe(first) {
  const found = [...readme.matchAll(/^## (.*)$/gm)].flatMap(([, section]) => blocksOf(section)).find((block) => block.startsWith(first))
  if (found === undefined) throw new Error(`the README has no block that begins with ${first}`)
  return found
}

/** Runs a program to its end. */
export function execute(folder, command, args, { env = {}, ...more } = {}) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 120_000, env: { ...process.env, NO_COLOR: '1', ...env }, ...more })
}

/** What scripts/editor-tools unpacks beside the machine's own programs. */
export const tools = path.join(web, 'build/tools')

/** Where a program is: among the tools, or on the PATH; null where it is nowhere. */
export function programNamed(name, folders = [path.join(tools, 'bin'), ...(process.env.PATH ?? '').split(path.delimiter)]) {
  return folders.map((folder) => path.join(folder, name)).find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  }) ?? null
}

/** The machine of somebody who has nothing but Node and installs the package: an empty home, with the command on the PATH. */
export function newcomer() {
  const { folder: home, at } = folderWith()
  const env = {
    HOME: home, npm_config_prefix: at('npm'), npm_config_cache: at('cache'), npm_config_userconfig: at('npmrc'), npm_config_offline: 'true', npm_config_update_notifier: 'false',
    XDG_CONFIG_HOME: at('.config'), XDG_CACHE_HOME: at('.cache'), XDG_DATA_HOME: at('.local/share'), XDG_STATE_HOME: at('.local/state'), PATH: `${at('npm/bin')}${path.delimiter}${process.env.PATH}`,
  }
  execFileSync('npm', ['install', '--global', '--no-audit', '--no-fund', tarball], { cwd: home, env: { ...process.env, ...env }, stdio: 'pipe' })
  return { home, at, env }
}
