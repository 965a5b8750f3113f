// user-pool explain: what a code that check prints means, or a message of the service or a tool.

import { packs } from '../audit/packs.ts'
import type { ExplainedMatch } from '../engine/engine.ts'
import { exit, UsageError } from './failures.ts'
import { explainer } from './explained.ts'
import { exactly, optionsOf, startEngine, surroundingsHelp, type Subcommand } from './run.ts'
import { print, printable, tell } from './terminal.ts'

export const command: Subcommand = {
  usage: 'user-pool explain RULE|MESSAGE',
  about: 'tell what a code or an error message means, with a request that breaks the rule and one that keeps it',
  options: { 'as-of': { type: 'string' } },
  help: { 'as-of': surroundingsHelp['as-of'] },
  async run(values, positionals) {
    const [id] = exactly(positionals, 'RULE|MESSAGE')
    const options = optionsOf(values)
    const engine = await startEngine(options)
    const explained = explainer(engine.contract(options), packs)(id!)
    // No code has a space, and few messages have none.
    if (!explained && /\s/.test(id!)) return told(engine.explain(id!, options).matches)
    if (!explained) throw new UsageError(`there is no rule ${id}. user-pool rules lists them. A message of several words stands in quotes.`)
    const { message, why, severity, links, rule } = explained
    const lines = [`${id}${severity ? ` (${severity})` : ''}`, '', message, why]
    if (rule?.exception) lines.push('', `${rule.exception.unworded ? 'The service answers (its wording is not public)' : 'The service answers'}: ${rule.exception.type}: ${rule.exception.message}`)
    if (rule && rule.fields.length > 0) lines.push('', `Members: ${rule.fields.join(' ')}`)
    if (rule) lines.push(...examples(rule))
    if (rule) lines.push('', `Evidence: ${rule.evidence}`)
    print([...lines, ...links].join('\n'))
    return exit.clean
  },
}

/** Tells what the best match means, and names the others. */
function told(matches: readonly ExplainedMatch[]): number {
  const [best, ...others] = matches
  if (!best) {
    tell('no known message is in this text. user-pool rules lists what can be said.')
    return exit.findings
  }
  const lines = [`${best.rule}${best.exception ? ` (${best.exception})` : ''}`, '', printable(best.message), best.why]
  for (const [name, value] of Object.entries(best.values)) lines.push(`  ${name}: ${printable(value)}`)
  if (best.until) lines.push('', `Until ${best.until}; the service says something else since.`)
  lines.push(...examples({ severity: 'error', ...best }))
  if (others.length > 0) lines.push('', `It may also be: ${others.map(({ rule }) => rule).join(' ')}`)
  print(lines.join('\n'))
  return exit.clean
}

function examples({ severity, bad, good }: { severity: string, bad?: string, good?: string }): string[] {
  const lines: string[] = []
  if (bad) lines.push('', severity === 'error' ? 'Bad:' : 'It speaks up here:', indented(bad))
  if (good) lines.push('', severity === 'error' ? 'Good:' : 'It says nothing here:', indented(good))
  return lines
}

function indented(text: string): string {
  return text.trimEnd().split('\n').map((line) => `  ${printable(line)}`).join('\n')
}
