// user-pool reply: what the service would answer.

import { exit, UsageError } from './failures.ts'
import { checkedFile, exactly, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand, type Values } from './run.ts'
import { settingsFor } from './settings.ts'
import { oneLine, print, printable } from './terminal.ts'

export const command: Subcommand = {
  usage: 'user-pool reply [OPTIONS] FILE | -',
  about: 'print what the service would answer; status 1 for an exception',
  options: { ...surroundings, view: { type: 'string' }, origins: { type: 'boolean' }, pool: { type: 'string' } },
  help: {
    view: 'NAME  create (CreateUserPool’s answer) or describe (DescribeUserPool’s)',
    origins: '  print a line for each value with where it comes from',
    pool: 'NAME  the pool, where the text has several',
    ...surroundingsHelp,
  },
  async run(values, positionals) {
    const [file] = exactly(positionals, 'FILE')
    const view = viewOf(values.view)
    const options = { ...optionsOf(values, (await settingsFor(undefined)).options), ...(view ? { view } : {}) }
    const { reply } = await checkedFile(await startEngine(options), file!, options, values)
    if (values.origins && reply.status === 200) print(originLines(reply.body, reply.origins))
    else print(JSON.stringify(JSON.parse(reply.body), null, 2).split('\n').map(printable).join('\n'))
    return reply.status === 200 ? exit.clean : exit.findings
  },
}

function viewOf(view: Values[string]): 'create' | 'describe' | undefined {
  if (view === undefined || view === 'create' || view === 'describe') return view
  throw new UsageError('--view takes create or describe')
}

function originLines(body: string, origins: Readonly<Record<string, { kind: string, why?: string }>>): string {
  return Object.entries(origins).flatMap(([pointer, { kind, why }]) => {
    const value = valueAt(JSON.parse(body), pointer)
    // A block says where each of its parts comes from.
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) return []
    return [`${pointer}\t${oneLine(JSON.stringify(value) ?? '')}\t${kind}${why ? `\t${oneLine(why)}` : ''}`]
  }).join('\n')
}

/** The value at a JSON Pointer. */
function valueAt(value: unknown, pointer: string): unknown {
  for (const token of pointer.split('/').slice(1)) value = (value as Record<string, unknown> | undefined)?.[token.replaceAll('~1', '/').replaceAll('~0', '~')]
  return value
}
