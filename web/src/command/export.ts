// user-pool export: the request in the words of another tool.

import { leftOpen } from '../core/unknowns.ts'
import type { Checked, Engine, Options } from '../engine/engine.ts'
import { expressedIn } from '../export/expressions.ts'
import { exit, Failure, UsageError } from './failures.ts'
import { checkedFile, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand } from './run.ts'
import { settingsFor } from './settings.ts'
import { print, tell } from './terminal.ts'

export const command: Subcommand = {
  usage: 'user-pool export TARGET FILE | -',
  about: 'write the pool for another tool; alone, it lists the targets',
  options: { ...surroundings, pool: { type: 'string' } },
  help: { pool: 'NAME  the pool, where the text has several', ...surroundingsHelp },
  async run(values, positionals) {
    const options = optionsOf(values, (await settingsFor(undefined)).options)
    const engine = await startEngine(options)
    const targets = engine.contract().exports
    if (positionals.length === 0) {
      print(targets.map(({ id, title }) => `${id}\t${title}`).join('\n'))
      return exit.clean
    }
    const [target, file] = positionals
    if (positionals.length !== 2) throw new UsageError('TARGET and FILE are to be given')
    if (!targets.some(({ id }) => id === target)) throw new UsageError(`there is no target ${target}. There are ${targets.map(({ id }) => id).join(', ')}.`)
    const checked = await checkedFile(engine, file!, options, values)
    if (checked.text.trim() === '') throw new Failure(`${file} is empty.`)
    const { text, notes } = exportOf(engine, target!, checked, options)
    print(text)
    for (const note of notes) tell(note)
    return exit.clean
  },
}

/** The pool of a text in the words of a tool, and a note for all of it that is not there. */
export function exportOf(engine: Engine, target: string, checked: Checked, options: Options): { text: string, notes: string[] } {
  const { text, notes } = engine.exportAs(target, checked.request!, expressedIn(target, checked, options))
  return { text, notes: [...notes, ...leftOpen({ ...checked, unknowns: [] }).map(({ pointer, why }) => `not in this export: ${pointer}: ${why}`)] }
}
