// Which files a run is about.

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from './failures.ts'
import { settingsName } from './settings.ts'
import { stdin } from './texts.ts'

/** A file to check. */
export interface Named {
  path: string
  /** found in a folder or by a pattern, and not named: it is passed over where there is no user pool in it. */
  found: boolean
}

/** The endings of the languages that the engine reads. */
const endings = ['json', 'yaml', 'yml', 'template', 'tf', 'hcl', 'ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'py', 'go', 'java', 'cs', 'php', 'rb', 'R', 'r', 'sh', 'bash', 'ps1', 'cmd', 'bat']

/**
 * The files that paths stand for, each once: files as they are named, folders with what is in them, patterns with what they fit.
 * What .gitignore lists is passed over in folders and patterns.
 * @throws UsageError when a folder or a pattern stands for none.
 */
export async function filesOf(paths: readonly string[], exclude: readonly string[]): Promise<Named[]> {
  const all = new Map<string, Named>()
  for (const each of paths) {
    const kind = each === stdin ? 'file' : await kindOf(each)
    if (kind === 'file') {
      all.set(shown(each), { path: shown(each), found: false })
      continue
    }
    // Only runs over folders need it.
    const { globby, convertPathToPattern, isDynamicPattern } = await import('globby')
    if (kind === 'none' && !isDynamicPattern(each)) {
      // Whoever reads it says why it cannot be read.
      all.set(shown(each), { path: shown(each), found: false })
      continue
    }
    const pattern = kind === 'folder' ? `${convertPathToPattern(each.replace(/[\\/]+$/, '') || '/')}/**/*.{${endings.join(',')}}` : each
    const found = await globby(pattern, {
      // A folder that links to one above it would else be walked for ever.
      followSymbolicLinks: false,
      gitignore: true, dot: true, ignore: ['**/.git/**', '**/node_modules/**', `**/${settingsName}`, ...exclude], suppressErrors: true,
    })
    if (found.length === 0) throw new UsageError(`${each} has no file that could be checked.`)
    for (const file of found.sort()) if (!all.has(shown(file))) all.set(shown(file), { path: shown(file), found: true })
  }
  return [...all.values()]
}

function shown(file: string): string {
  return path.normalize(file).replaceAll(path.sep, '/')
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'none'> {
  const about = await stat(file).catch(() => null)
  return about === null ? 'none' : about.isDirectory() ? 'folder' : 'file'
}
