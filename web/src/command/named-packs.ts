// The packs that a command line or the settings name.

import path from 'node:path'
import { Validator, type Schema } from '@cfworker/json-schema'
import { packs as published, type Pack } from '../audit/packs.ts'
import schema from '../audit/packs/pack.schema.json'
import { UsageError } from './failures.ts'
import { faultOf, parsed } from './settings.ts'
import { readText } from './texts.ts'

/**
 * The packs of names, and of JSON files relative to a folder.
 * @throws UsageError for a name that is none, and for a file that is not as its schema says.
 */
export async function packsOf(names: readonly string[], folder: string): Promise<Pack[]> {
  return Promise.all([...new Set(names)].map(async (name) => {
    const known = published.find(({ id }) => id === name)
    if (known) return known
    if (!name.endsWith('.json')) throw new UsageError(`there is no pack ${name}. There are ${published.map(({ id }) => id).join(', ')}, and JSON files of your own.`)
    const file = path.resolve(folder, name)
    const pack = parsed(name, await readText(file))
    const { valid, errors } = new Validator(schema as Schema, '2020-12').validate(pack)
    if (!valid) throw new UsageError(`${name}: ${faultOf(errors)}`)
    return pack as Pack
  }))
}
