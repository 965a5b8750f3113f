// user-pool diff: what two pools differ in, as the service would show them.

import type { Engine, Options } from '../engine/engine.ts'
import { exit, Failure } from './failures.ts'
import { exactly, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand } from './run.ts'
import { settingsFor } from './settings.ts'
import { coloursFor, oneLine, print, printable, tell } from './terminal.ts'
import { readText } from './texts.ts'

export const command: Subcommand = {
  usage: 'user-pool diff A B',
  about: 'print what two pools differ in; status 1 where they do',
  more: 'A and B are requests, templates or answers of DescribeUserPool.',
  options: { ...surroundings },
  help: { ...surroundingsHelp },
  async run(values, positionals) {
    const [a, b] = exactly(positionals, 'A', 'B')
    const options = optionsOf(values, (await settingsFor(undefined)).options)
    const engine = await startEngine(options)
    const pools = [await poolOf(engine, a!, options), await poolOf(engine, b!, options)]
    // What one of the texts does not tell is compared with nothing.
    const open = new Set(pools.flatMap((each) => [...each.open.keys()]))
    for (const name of open) {
      // What both leave to a deployment in the same words is no difference. What a tool keeps back can be one.
      if (pools[0]!.open.get(name) !== pools[1]!.open.get(name)) tell(`not compared: ${name}: one of the texts does not say it`)
    }
    const [before, after] = pools.map(({ pool }) => `${JSON.stringify({ UserPool: Object.fromEntries(Object.entries(pool).filter(([name]) => !open.has(name))) }, null, 2)}\n`) as [string, string]
    if (before === after) return exit.clean
    const { createTwoFilesPatch } = await import('diff')
    const colours = coloursFor(process.stdout)
    const patch = createTwoFilesPatch(oneLine(a!), oneLine(b!), before, after, undefined, undefined, { headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true } })
    print(patch.split('\n').map((line) => line.startsWith('-') ? colours.red(printable(line)) : line.startsWith('+') ? colours.green(printable(line)) : printable(line)).join('\n').trimEnd())
    return exit.findings
  },
}

/** The pool of a file as the service shows it, and the members that its text leaves to a deployment or to another call. */
async function poolOf(engine: Engine, file: string, options: Options): Promise<{ pool: Record<string, unknown>, open: Map<string, string> }> {
  const { state, reply, problems } = await engine.open(await readText(file), options)
  if (state === null) throw new Failure(`${file}: there is no pool to compare: ${problems.find(({ severity }) => severity === 'error')?.message ?? 'the text says none.'}`)
  // Attributes have an order that says nothing, and one that CreateUserPool's answer does not show.
  const { UserPool: pool } = JSON.parse(reply.body) as { UserPool: { SchemaAttributes?: { Name: string }[] } }
  const attributes = pool.SchemaAttributes?.filter(({ Name }) => Name !== 'identities').sort((a, b) => a.Name < b.Name ? -1 : 1)
  const open = new Map<string, string>()
  for (const { rule, pointer, message } of problems) {
    const name = pointer.split('/')[1]
    if (name && (rule === 'left-out' || rule === 'unknown-value')) open.set(name, `${open.get(name) ?? ''}\n${pointer}: ${message}${rule === 'left-out' ? ` ${file}` : ''}`)
  }
  return { pool: { ...pool, ...(attributes && { SchemaAttributes: attributes }) }, open }
}
