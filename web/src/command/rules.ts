// user-pool rules: every code that check can print.

import { codeOfCheck, packs } from '../audit/packs.ts'
import { codeGroups } from '../rules/codes.ts'
import { exit } from './failures.ts'
import { exactly, optionsOf, startEngine, surroundingsHelp, type Subcommand } from './run.ts'
import { print } from './terminal.ts'

export const command: Subcommand = {
  usage: 'user-pool rules [--format json]',
  about: 'list every code that check can print',
  options: { 'as-of': { type: 'string' }, format: { type: 'string' } },
  help: { format: 'NAME  text or json', 'as-of': surroundingsHelp['as-of'] },
  async run(values, positionals) {
    exactly(positionals)
    const options = optionsOf(values)
    const { rules } = (await startEngine(options)).contract(options)
    const all = [
      ...codeGroups.flatMap(({ id: group, codes }) => codes.map(({ id, message }) => ({ id, group, message }))),
      ...rules.map(({ id, stage, message }) => ({ id, group: stage as string, message })),
      ...packs.flatMap((pack) => pack.checks.map((check) => ({ id: codeOfCheck(pack, check), group: 'pack', message: check.title }))),
    ]
    print(values.format === 'json' ? JSON.stringify(all, null, 2) : all.map(({ id, group, message }) => `${id}\t${group}\t${message}`).join('\n'))
    return exit.clean
  },
}
