// The command user-pool: one module a subcommand, which is loaded when it is asked for.

import { setFlagsFromString } from 'node:v8'
import { exit, UsageError, wordsOf } from './failures.ts'
import { argumentsOf, type Subcommand } from './run.ts'
import { print, tell } from './terminal.ts'
import { version } from './version.ts'

const subcommands: Record<string, () => Promise<Subcommand>> = {
  check: async () => (await import('./check.ts')).command,
  reply: async () => (await import('./reply.ts')).command,
  render: async () => (await import('./render.ts')).command,
  export: async () => (await import('./export.ts')).command,
  diff: async () => (await import('./diff.ts')).command,
  update: async () => (await import('./update.ts')).command,
  plan: async () => (await import('./plan.ts')).command,
  explain: async () => (await import('./explain.ts')).command,
  rules: async () => (await import('./rules.ts')).command,
  lsp: async () => (await import('./lsp.ts')).command,
  mcp: async () => (await import('./mcp.ts')).command,
  schema: async () => (await import('./schema.ts')).command,
}

// Whoever reads the output may have had enough of it.
process.stdout.on('error', (reason: NodeJS.ErrnoException) => { if (reason.code === 'EPIPE') process.exit(process.exitCode) })

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: string[]): Promise<number> {
  try {
    if (name === '--version' || name === '-V') print(version)
    else if (name === undefined || name === '--help' || name === '-h' || name === 'help') print(await overview())
    else {
      if (!Object.hasOwn(subcommands, name)) throw new UsageError(`there is no command ${name}. user-pool --help lists them.`)
      const subcommand = await subcommands[name]!()
      const { values, positionals } = argumentsOf(args, subcommand.options)
      if (!values.help) {
        if (!subcommand.stays) compileLess()
        return await subcommand.run(values, positionals)
      }
      print(helpOf(subcommand))
    }
    return name === undefined ? exit.usage : exit.clean
  } catch (reason) {
    tell(wordsOf(reason))
    return reason instanceof UsageError ? exit.usage : exit.failure
  }
}

/**
 * Has V8 compile a second time, better, only what is called very often. On its own it does so for much of the engine, which
 * takes longer than a few hundred files do. A version that does not know the flag would say so among the findings.
 */
function compileLess(): void {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 20 && major <= 26) setFlagsFromString('--wasm-tiering-budget=200000000')
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(subcommands).map((load) => load()))
  const width = Math.max(...all.map(({ usage }) => usage.length))
  return ['What Amazon Cognito would answer to a CreateUserPool request. Nothing leaves this machine.', '', ...all.map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`), '',
    'user-pool COMMAND --help tells the options of a command.',
    `Status: ${exit.clean} clean, ${exit.findings} findings, ${exit.usage} wrong use, ${exit.failure} failure.`].join('\n')
}

/** The options in columns; what each takes stands before what it does. */
function helpLines(help: Subcommand['help']): string[] {
  const rows = Object.entries(help).map(([name, text]) => {
    const [, takes = '', does = ''] = /^(\S*)\s+(.*)$/.exec(text) ?? []
    return [`--${name} ${takes}`.trimEnd(), does] as const
  })
  const width = Math.max(...rows.map(([option]) => option.length))
  return rows.map(([option, does]) => `  ${option.padEnd(width)}  ${does}`)
}

function helpOf({ usage, about, more, help }: Subcommand): string {
  return [`usage: ${usage}`, '', `${about[0]!.toUpperCase()}${about.slice(1)}.`, ...(more ? ['', more] : []), '', ...helpLines(help)].join('\n')
}

