// What the subcommands share: the engine, and how their command lines are read.

import { parseArgs, type ParseArgsConfig } from 'node:util'
import { wrongAccountId, wrongRegion } from '../core/places.ts'
import { unfamiliarRegion } from '../core/regions.ts'
import { loadEngine, type Checked, type Engine, type Options } from '../engine/engine.ts'
import { Failure, UsageError } from './failures.ts'
import { tell } from './terminal.ts'
import { readText } from './texts.ts'

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>

/** A subcommand. */
export interface Subcommand {
  /** usage is its command line, and about says in a line what it does. */
  usage: string
  about: string
  /** more is what --help says beside its options. */
  more?: string
  options: ParseArgsOptionsConfig
  /** help says of each option what it is, with what it takes. */
  help: Readonly<Record<string, string>>
  /** stays is whether it answers until it is ended: then code that is compiled well is worth the wait. */
  stays?: true
  run(values: Values, positionals: string[]): Promise<number>
}

/** The options of a command line as they were given. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** The options that say what stands around a request. */
export const surroundings = {
  'as-of': { type: 'string' }, region: { type: 'string' }, account: { type: 'string' }, language: { type: 'string' }, param: { type: 'string', multiple: true },
} as const satisfies ParseArgsOptionsConfig

export const surroundingsHelp = {
  'as-of': 'DAY  the API as it was on a day, YYYY-MM-DD',
  region: 'REGION  the caller’s Region',
  account: 'ID  the caller’s account',
  language: 'ID  what the text is in, where that is not found out: terraform, boto3, …',
  param: 'NAME=VALUE  a value for a parameter of the text; may come several times',
} as const

/** The engine's options of a command line, over those of the settings. */
export function optionsOf(values: Values, below: Options = {}): Options {
  const parameters = { ...below.parameters }
  for (const each of (values.param ?? []) as string[]) {
    const at = each.indexOf('=')
    if (at < 1) throw new UsageError(`--param takes NAME=VALUE and not ${each}`)
    parameters[each.slice(0, at)] = each.slice(at + 1)
  }
  const given: Options = { ...below, ...(Object.keys(parameters).length > 0 ? { parameters } : {}) }
  if (values['as-of'] !== undefined) given.asOf = values['as-of'] as string
  for (const [name, wrong] of [['region', wrongRegion(values.region as string ?? '')], ['account', wrongAccountId(values.account as string ?? '')]] as const) {
    if (wrong !== null) throw new UsageError(`--${name} ${String(values[name])}: ${wrong.split('. ')[0]}.`)
  }
  if (values.region !== undefined) {
    given.region = values.region as string
    const remark = unfamiliarRegion(given.region)
    if (remark !== null) tell(`--region: ${remark}`)
  }
  if (values.account !== undefined) given.accountId = values.account as string
  if (values.language !== undefined) given.language = values.language as string
  if (values.pool !== undefined) given.resource = values.pool as string
  return given
}

/** Takes a command line apart. */
export function argumentsOf(args: string[], options: ParseArgsOptionsConfig): { values: Values, positionals: string[] } {
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true }) as { values: Values, positionals: string[] }
  } catch (reason) {
    // What follows in it is about words that begin like an option and are none.
    throw new UsageError(`${(reason as Error).message.split(/\. To specify/)[0]!}${/^Unknown option/.test((reason as Error).message) ? '. --help lists those that there are' : ''}.`)
  }
}

/** What the engine's options are called on a command line, where that is something else. */
const flags: Readonly<Record<string, string>> = { asOf: 'as-of', accountId: 'account', resource: 'pool' }

/**
 * Starts the engine, and tries the options on it: a wrong one is a wrong command line.
 * @throws UsageError for an option that the engine refuses, Failure where it does not start.
 */
export async function startEngine(options: Options = {}): Promise<Engine> {
  let engine: Engine
  try {
    engine = await loadEngine()
  } catch (reason) {
    throw new Failure(`The engine does not start. ${(reason as Error).message}`)
  }
  if (Object.keys(options).length > 0) {
    try {
      engine.fixAll('', options)
    } catch (reason) {
      throw reason instanceof TypeError ? new UsageError(reason.message.replace(/^fixAll: /, '').replace(/options\.(\w+)/g, (_, name: string) => `--${flags[name] ?? name}`)) : reason
    }
  }
  return engine
}

/** Reads as many files as a subcommand takes. */
export function exactly(positionals: string[], ...names: string[]): string[] {
  if (positionals.length !== names.length) throw new UsageError(names.length === 0 ? `nothing is to stand behind the options, and there is ${positionals.join(' ')}` : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} to be given`)
  return positionals
}

/**
 * Looks whether a text has what the command line names of it.
 * @throws Failure for a pool that it has not; a parameter that it has not is told, and which of several pools is taken.
 */
export function holdTo(file: string, { pools, parameters }: Checked, values: Values): void {
  const listed = (all: readonly string[]): string => all.length === 0 ? 'none' : all.join(', ')
  if (values.pool !== undefined && !pools.some(({ id }) => id === values.pool)) throw new Failure(`${file} has no pool ${String(values.pool)}. It has ${listed(pools.map(({ id }) => id))}.`)
  if (values.pool === undefined && pools.length > 1) tell(`${file} has the pools ${listed(pools.map(({ id }) => id))}. This is ${pools[0]!.id}; --pool takes another.`)
  for (const name of namedParameters(values)) {
    if (!parameters.some((each) => each.name === name)) tell(`--param ${name}: ${file} has no parameter of this name. It has ${listed(parameters.map((each) => each.name))}.`)
  }
}

/** The parameters that a command line names. */
export function namedParameters(values: Values): string[] {
  return ((values.param ?? []) as string[]).map((each) => each.slice(0, each.indexOf('=')))
}

/** What the engine says of a file that has to have a pool in it. */
export async function checkedFile(engine: Engine, file: string, options: Options, values: Values): Promise<Checked & { text: string }> {
  const text = await readText(file)
  const checked = await engine.check(text, options)
  holdTo(file, checked, values)
  if (checked.request === null) throw new Failure(`${file}: ${checked.language === '' ? 'no user pool is found in it.' : checked.problems[0]?.message ?? 'it has no request.'}`)
  return { ...checked, text }
}
