// user-pool plan: the calls that make a pool as it is one as a request says it.

import { keepingOpen, leftOpen } from '../core/unknowns.ts'
import { exit } from './failures.ts'
import { checkedFile, exactly, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand } from './run.ts'
import { settingsFor } from './settings.ts'
import { oneLine, print, printable, tell } from './terminal.ts'
import { readText } from './texts.ts'

export const command: Subcommand = {
  usage: 'user-pool plan POOL REQUEST',
  about: 'print the fewest calls that make a pool as a request says it, and what no call changes',
  more: 'POOL is an answer of DescribeUserPool; REQUEST a request or a template. Status 1: something is out of reach, or one of the texts is refused.',
  options: { ...surroundings, format: { type: 'string' }, pool: { type: 'string' } },
  help: { format: 'NAME  text or json', pool: 'NAME  the pool of REQUEST, where it has several', ...surroundingsHelp },
  async run(values, positionals) {
    const [pool, request] = exactly(positionals, 'POOL', 'REQUEST')
    const options = optionsOf(values, (await settingsFor(undefined)).options)
    const engine = await startEngine(options)
    const wanted = await checkedFile(engine, request!, options, values)
    const plan = await engine.plan(await readText(pool!), wanted.request!, keepingOpen(options, wanted))
    for (const { pointer, why } of leftOpen(wanted)) tell(`left as it is: ${pointer}: ${why}`)
    if (values.format === 'json') print(JSON.stringify({ calls: plan.calls, unreachable: plan.unreachable }, null, 2))
    for (const [file, problems] of [[pool, plan.poolProblems], [request, plan.requestProblems]] as const) {
      for (const { severity, message, rule } of problems) if (severity === 'error') tell(`${file}: ${severity}: ${message} [${rule}]`)
    }
    if (plan.state === null) return exit.findings
    if (values.format !== 'json') {
      for (const { operation, request: body, why } of plan.calls) print(`${operation}: ${oneLine(why)}\n${printable(body)}`)
      if (plan.calls.length === 0 && plan.unreachable.length === 0) print('The pool is as the request says it.')
    }
    for (const { pointer, why } of plan.unreachable) tell(`out of reach: ${pointer}: ${why}`)
    return plan.unreachable.length > 0 ? exit.findings : exit.clean
  },
}
