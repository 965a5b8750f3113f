// user-pool diff: what two pools differ in, as the service would show them.

import type { Engine, Options } from '../engine/engine.ts'
import { exit, Failure } from './failures.ts'
import { exactly, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand } from './run.ts'
import { settingsFor } from './settings.ts'
import { coloursFor, oneLine, print, printable } from './terminal.ts'
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
    const [before, after] = [await poolOf(engine, a!, options), await poolOf(engine, b!, options)]
    if (before === after) return exit.clean
    const { createTwoFilesPatch } = await import('diff')
    const colours = coloursFor(process.stdout)
    const patch = createTwoFilesPatch(oneLine(a!), oneLine(b!), before, after, undefined, undefined, { headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true } })
    print(patch.split('\n').map((line) => line.startsWith('-') ? colours.red(printable(line)) : line.startsWith('+') ? colours.green(printable(line)) : printable(line)).join('\n').trimEnd())
    return exit.findings
  },
}

async function poolOf(engine: Engine, file: string, options: Options): Promise<string> {
  const { state, reply, problems } = await engine.open(await readText(file), options)
  if (state === null) throw new Failure(`${file}: there is no pool to compare: ${problems.find(({ severity }) => severity === 'error')?.message ?? 'the text says none.'}`)
  return `${JSON.stringify(JSON.parse(reply.body), null, 2)}\n`
}
