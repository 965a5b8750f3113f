// user-pool check: findings in files, and their safe fixes.

import path from 'node:path'
import { audits } from './side-by-side.ts'
import { Checker } from './checker.ts'
import { explainer, type Explain } from './explained.ts'
import { exit, Failure, UsageError, wordsOf } from './failures.ts'
import { filesOf, type Named } from './files.ts'
import { hasPool, mayHavePool, severities, stops, type Finding, type Report } from './findings.ts'
import { fixAllSafe } from './fixes.ts'
import { formats } from './formats/formats.ts'
import { packsOf } from './named-packs.ts'
import { namedParameters, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand, type Values } from './run.ts'
import { settingsFor, type Settings } from './settings.ts'
import { oneLine, print, printable, progressOver, tell } from './terminal.ts'
import { NoText, readText, replaceText, stdin } from './texts.ts'
import { version } from './version.ts'

export const command: Subcommand = {
  usage: 'user-pool check [OPTIONS] FILE… | -',
  about: 'tell what is wrong in requests and templates, and mend it',
  more: `FILE is a file, a folder or a pattern (quoted); in folders what .gitignore lists is passed over. - is the standard input.
user-pool.json, here or in a folder above, sets surroundings, packs and what is ignored. A comment ignores a finding on its
line, or on the next: # user-pool-ignore RULE: REASON
Lines and columns count from 1, columns in UTF-16 code units, as editors do.`,
  options: {
    ...surroundings,
    'stdin-filename': { type: 'string' }, format: { type: 'string' }, fix: { type: 'boolean' }, 'dry-run': { type: 'boolean' },
    severity: { type: 'string' }, pack: { type: 'string', multiple: true }, config: { type: 'string' },
  },
  help: {
    format: `NAME  ${Object.keys(formats).join(', ')}`,
    fix: '  apply the fixes after which a text says the same, only rightly spelt',
    'dry-run': '  with --fix: print a diff and write nothing',
    severity: 'LEVEL  the least grave to tell: error, warning or note; notes never make the status 1',
    pack: 'NAME  also run a pack of checks, or a JSON file of your own; may come several times',
    ...surroundingsHelp,
    config: 'FILE  the settings, in the place of user-pool.json',
    'stdin-filename': 'NAME  the name to show for the standard input',
  },
  run,
}

async function run(values: Values, positionals: string[]): Promise<number> {
  if (positionals.length === 0) throw new UsageError('a FILE is to be given, or - for the standard input')
  if (values['dry-run'] && !values.fix) throw new UsageError('--dry-run goes with --fix')
  const format = formats[values.format as string ?? 'text']
  if (!format) throw new UsageError(`there is no format ${String(values.format)}. There are ${Object.keys(formats).join(', ')}.`)
  const settings = await settingsFor(values.config as string | undefined)
  const least = severities.indexOf((values.severity ?? settings.written.severity ?? 'note') as typeof severities[number])
  if (least < 0) throw new UsageError(`--severity takes ${severities.join(', ')}`)
  const packs = [...await packsOf(settings.written.packs ?? [], settings.folder), ...await packsOf((values.pack ?? []) as string[], process.cwd())]
  const options = optionsOf(values, settings.options)
  const files = await filesOf(positionals, settings.written.exclude ?? [])
  let engine = await startEngine(options)
  // Most runs ask for no meaning, and the contract is long.
  let meanings: Explain | undefined
  const explain: Explain = (rule) => (meanings ??= explainer(engine.contract(), packs))(rule)
  const around = { options, packs, explain, heed: (name: string, findings: readonly Finding[]) => settings.heed(name, findings) }
  const checker = new Checker(engine, around)

  const reports: Report[] = []
  const failures: string[] = []
  const passedOver: string[] = []
  let changed = false
  const progress = progressOver(files.length)
  for (const [index, file] of files.entries()) {
    progress.at(index)
    try {
      const name = file.path === stdin ? values['stdin-filename'] as string ?? '<stdin>' : file.path
      const text = await readText(file.path)
      const report = file.found && !mayHavePool(file.path, text) ? null : await checker.report(name, text)
      if (!report || file.found && !hasPool(file.path, report)) continue
      reports.push(report)
      if (values.fix) changed = await fix(checker, file, report, reports, values['dry-run'] === true) || changed
    } catch (reason) {
      // A repository has all kinds of files, and no user pool is in such a one.
      if (file.found && reason instanceof NoText) passedOver.push(reason.message)
      else if (reason instanceof Failure) failures.push(reason.message)
      else {
        // The files before and behind it are told all the same, by an engine that has not failed.
        failures.push(`${file.path} cannot be checked: the engine failed. ${wordsOf(reason)}`)
        checker.engine = engine = await startEngine(options)
      }
    }
  }
  progress.end()
  for (const message of passedOver) tell(`passed over: ${message}`)
  for (const failure of failures) tell(failure)
  if (reports.length === 0 && failures.length === 0) throw new UsageError(`no user pool is found in ${positionals.join(' ')}.`)
  const there = new Set(reports.flatMap(({ checked }) => checked.flatMap(({ parameters }) => parameters.map(({ name }) => name))))
  const strange = namedParameters(values).filter((name) => !there.has(name))
  for (const name of strange) tell(`--param ${name}: no text has a parameter of this name. There are ${[...there].join(', ') || 'none'}.`)
  if (overSettings(settings, positionals)) for (const sentence of settings.unused()) tell(sentence)

  for (const report of reports) report.findings = report.findings.filter(({ severity }) => severities.indexOf(severity) <= least)
  const written = (await format())({ reports, failures, version, explain })
  const withDiff = values.fix && (values['dry-run'] || files.some(({ path }) => path === stdin))
  // What is printed then is the diff or the fixed text, for other programs to take.
  if (withDiff) process.stderr.write(written === '' ? '' : `${written}\n`)
  else {
    print(written)
    if ((values.format ?? 'text') === 'text') print(audits(checker.disagreements))
  }
  if (failures.length > 0) return exit.failure
  if (strange.length > 0) return exit.usage
  return reports.some(({ findings }) => findings.some(stops)) || changed && values['dry-run'] ? exit.findings : exit.clean
}

/** Mends a file, and puts the report on what it then says in the place of the one before. */
async function fix(checker: Checker, { path: file }: Named, report: Report, reports: Report[], dryRun: boolean): Promise<boolean> {
  const { path: name, text } = report
  let last = report
  const fixed = await fixAllSafe(text, async (now) => {
    last = now === text ? report : await checker.report(name, now)
    return last.findings
  })
  const changed = fixed.text !== text
  if (dryRun) {
    if (changed) print(await diffOf(name, text, fixed.text))
  } else if (file === stdin) {
    process.stdout.write(fixed.text)
  } else if (changed) {
    await replaceText(file, text, fixed.text)
    tell(`${name}: ${fixed.titles.length} ${fixed.titles.length === 1 ? 'fix' : 'fixes'} applied: ${[...new Set(fixed.titles)].join(', ')}`)
  }
  reports[reports.length - 1] = last
  return changed
}

async function diffOf(name: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  const shown = oneLine(name.replace(/^\//, ''))
  const patch = createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, { headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true } })
  // A diff is for patch and git, unless a person looks at it.
  return process.stdout.isTTY ? patch.split('\n').map(printable).join('\n') : patch
}

/** Only a run over all of the folder can tell that an entry is of no use. */
function overSettings({ file, folder }: Settings, paths: readonly string[]): boolean {
  return file !== null && paths.some((each) => each !== stdin && !path.relative(path.resolve(each), folder).startsWith('..'))
}

