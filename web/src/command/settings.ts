// What `user-pool.json` says: the surroundings, the packs and what is ignored in a repository.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import ignore, { type Ignore } from 'ignore'
import type { Options } from '../engine/engine.ts'
import { UsageError } from './failures.ts'
import { ignoreIt, severities, type Finding } from './findings.ts'
import schema from './settings.schema.json'
import { readText } from './texts.ts'

/** The name of the file, which is looked for in the folder of the run and above. */
export const settingsName = 'user-pool.json'

interface IgnoreEntry {
  rule: string
  reason: string
  files?: string[]
  pointer?: string
}

interface Written {
  surroundings?: Pick<Options, 'asOf' | 'region' | 'accountId' | 'account' | 'view'>
  parameters?: Record<string, string>
  severity?: (typeof severities)[number]
  packs?: string[]
  exclude?: string[]
  ignores?: IgnoreEntry[]
}

/** The settings of a run. */
export class Settings {
  /** file they were read from, null where there is none. */
  readonly file: string | null
  readonly folder: string
  readonly written: Written
  readonly #ignores: { entry: IgnoreEntry, files: Ignore | null, used: boolean }[]

  constructor(file: string | null, written: Written) {
    this.file = file
    this.folder = file === null ? process.cwd() : path.dirname(file)
    this.written = written
    this.#ignores = (written.ignores ?? []).map((entry) => ({ entry, files: entry.files ? ignore().add(entry.files.map((each) => each.replace(/^\.\//, ''))) : null, used: false }))
  }

  get options(): Options {
    const { surroundings, parameters } = this.written
    return { ...surroundings, ...(parameters ? { parameters } : {}) }
  }

  /** Marks the findings of a file that the settings ignore. */
  heed(file: string, findings: readonly Finding[]): void {
    const name = path.relative(this.folder, path.resolve(file)).replaceAll(path.sep, '/')
    for (const each of this.#ignores) {
      const { entry, files } = each
      // Paths outside of the folder are none of its patterns'.
      if (files && (name.startsWith('../') || path.isAbsolute(name) || !files.ignores(name))) continue
      for (const finding of findings) {
        if (finding.rule !== entry.rule || entry.pointer !== undefined && finding.pointer !== entry.pointer) continue
        ignoreIt(finding, 'settings', entry.reason)
        each.used = true
      }
    }
  }

  /** A sentence for each entry that ignored nothing. */
  unused(): string[] {
    return this.#ignores.filter(({ used }) => !used).map(({ entry }) => `${path.relative(process.cwd(), this.file ?? '')}: the entry that ignores ${entry.rule} (${entry.reason}) ignores nothing. Remove it.`)
  }
}

/**
 * The settings in force.
 * @param named is the file that the command line names, if it does.
 * @param folder is where the search begins.
 * @throws UsageError when they are not as their schema says.
 */
export async function settingsFor(named: string | undefined, folder = process.cwd()): Promise<Settings> {
  const file = named ?? nearest(folder)
  if (file === null) return new Settings(null, {})
  const written = parsed(file, await readText(file))
  const { valid, errors } = new Validator(schema as Schema, '2020-12').validate(written)
  if (!valid) throw new UsageError(`${file}: ${faultOf(errors)}`)
  return new Settings(path.resolve(file), written as Written)
}

/** What is wrong with a value, and where: the first error says that the whole is wrong, the last where. */
export function faultOf(errors: readonly OutputUnit[]): string {
  const { instanceLocation, keyword, error } = errors.at(-1)!
  return `${instanceLocation.replace(/^#/, '') || 'the whole'}: ${keyword === 'false' ? 'There is no member of this name.' : error}`
}

/** A file's value as JSON. */
export function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (reason) {
    throw new UsageError(`${file} is no JSON: ${(reason as Error).message}`)
  }
}

function nearest(folder: string): string | null {
  for (;;) {
    const file = path.join(folder, settingsName)
    if (existsSync(file)) return file
    const above = path.dirname(folder)
    if (above === folder) return null
    folder = above
  }
}
