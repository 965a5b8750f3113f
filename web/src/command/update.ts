// user-pool update: what an UpdateUserPool call does to a pool that is there.

import { idOf, isCommand, poolNamed, requestOfCommand } from '../core/command-call.ts'
import { exit } from './failures.ts'
import { mapOf, placeOf } from './findings.ts'
import { openPool } from './pool.ts'
import { exactly, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand } from './run.ts'
import { settingsFor } from './settings.ts'
import { oneLine, print, tell } from './terminal.ts'
import { readText } from './texts.ts'
import { standIns } from '../core/unknowns.ts'

export const command: Subcommand = {
  usage: 'user-pool update [OPTIONS] POOL REQUEST',
  about: 'print what an UpdateUserPool call changes, and sets back though nobody asked',
  more: 'POOL is an answer of DescribeUserPool, a request or a template; REQUEST an UpdateUserPool request in JSON, or a command aws cognito-idp update-user-pool (for a template, see plan). Status 1: the call is refused, sets back what it does not say, or has a gap to fill in.',
  options: { ...surroundings, safe: { type: 'boolean' }, pool: { type: 'string' } },
  help: { pool: 'NAME  the pool of POOL, where it has several', safe: '  print the request with what would be set back written into it', ...surroundingsHelp },
  async run(values, positionals) {
    const [pool, request] = exactly(positionals, 'POOL', 'REQUEST')
    const options = optionsOf(values, (await settingsFor(undefined)).options)
    const engine = await startEngine(options)
    let text = await readText(request!)
    const { taken, ...opened } = await openPool(engine, pool!, options, values, poolNamed(text))
    const { state } = opened
    if (taken !== null) tell(`${pool}: has no Id of its own, and takes the one that the call names, ${taken}.`)
    if (isCommand(text)) {
      const sent = await requestOfCommand(text, idOf(opened), (each) => engine.importText(each, options))
      for (const said of sent?.leftOut ?? []) tell(`${request}: ${said}`)
      text = sent?.request ?? text
    }
    if (!/^\s*\{/.test(text)) tell(`${request}: this is no UpdateUserPool request in JSON. user-pool plan says which calls lead to the pool of a template.`)
    if (values.safe) {
      let safe = (await engine.safeUpdate(state, text, options)).text
      const gaps = standIns(opened, safe)
      for (const { member, example } of gaps) {
        safe = safe.replaceAll(JSON.stringify(example), JSON.stringify(`<${member}>`))
        tell(`${request}: ${member} is known only at deployment: put its value in the place of <${member}>.`)
      }
      process.stdout.write(safe)
      return gaps.length > 0 ? exit.findings : exit.clean
    }
    const { reply, changes, problems } = await engine.call(state, 'UpdateUserPool', text, options)
    const map = mapOf(text)
    for (const problem of problems) {
      const { line, character } = placeOf(map, problem).start
      tell(`${request}:${line}:${character}: ${problem.severity}: ${problem.message} [${problem.rule}]`)
    }
    if (reply.status !== 200) {
      print(oneLine(reply.body))
      return exit.findings
    }
    for (const { pointer, kind, before, after, why } of changes) print(`${kind}\t${oneLine(pointer)}\t${oneLine(before ?? '—')} → ${oneLine(after ?? '—')}\t${oneLine(why)}`)
    return changes.some(({ kind }) => kind === 'reset') ? exit.findings : exit.clean
  },
}
