// user-pool explain: what a code that check prints means.

import { packs } from '../audit/packs.ts'
import { exit, UsageError } from './failures.ts'
import { explainer } from './explained.ts'
import { exactly, optionsOf, startEngine, surroundingsHelp, type Subcommand } from './run.ts'
import { print, printable } from './terminal.ts'

export const command: Subcommand = {
  usage: 'user-pool explain RULE',
  about: 'tell what a code means, with a request that breaks it and one that keeps it',
  options: { 'as-of': { type: 'string' } },
  help: { 'as-of': surroundingsHelp['as-of'] },
  async run(values, positionals) {
    const [id] = exactly(positionals, 'RULE')
    const options = optionsOf(values)
    const engine = await startEngine(options)
    const explained = explainer(engine.contract(options), packs)(id!)
    if (!explained) throw new UsageError(`there is no rule ${id}. user-pool rules lists them.`)
    const { message, why, severity, links, rule } = explained
    const lines = [`${id}${severity ? ` (${severity})` : ''}`, '', message, why]
    if (rule?.exception) lines.push('', `${rule.exception.unworded ? 'The service answers (its wording is not public)' : 'The service answers'}: ${rule.exception.type}: ${rule.exception.message}`)
    if (rule && rule.fields.length > 0) lines.push('', `Members: ${rule.fields.join(' ')}`)
    if (rule?.bad !== undefined) lines.push('', rule.severity === 'error' ? 'Bad:' : 'It speaks up here:', indented(rule.bad))
    if (rule?.good !== undefined) lines.push('', rule.severity === 'error' ? 'Good:' : 'It says nothing here:', indented(rule.good))
    if (rule) lines.push('', `Evidence: ${rule.evidence}`)
    print([...lines, ...links].join('\n'))
    return exit.clean
  },
}

function indented(text: string): string {
  return text.trimEnd().split('\n').map((line) => `  ${printable(line)}`).join('\n')
}
