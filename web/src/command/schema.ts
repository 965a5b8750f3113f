// user-pool schema: the JSON Schema of a request for editors, of the settings, or of a pack.

import { readFile } from 'node:fs/promises'
import pack from '../audit/packs/pack.schema.json'
import { exit, UsageError } from './failures.ts'
import settings from './settings.schema.json'
import type { Subcommand } from './run.ts'
import { print } from './terminal.ts'

const names = ['request', 'request-draft-07', 'settings', 'pack'] as const

export const command: Subcommand = {
  usage: 'user-pool schema [NAME]',
  about: `print a JSON Schema: ${names.join(', ')}`,
  options: {},
  help: {},
  async run(_values, [name = 'request', ...more]) {
    if (more.length > 0 || !(names as readonly string[]).includes(name)) throw new UsageError(`NAME is one of ${names.join(', ')}`)
    if (name === 'settings') print(JSON.stringify(settings, null, 2))
    else if (name === 'pack') print(JSON.stringify(pack, null, 2))
    // In the package they are those of the site.
    else print(await readFile(new URL(`../site/create-user-pool.${name === 'request' ? '' : 'draft-07.'}schema.json`, import.meta.url), 'utf8'))
    return exit.clean
  },
}
