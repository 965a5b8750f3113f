// Everything that is to be said about a text, for all of its pools, at lines and columns.

import { TextDocument, type Position, type TextEdit } from 'vscode-languageserver-textdocument'
import type { Checked, Edit, Engine, Options, Problem } from '../engine/engine.ts'

/** A problem at its place in a file. */
export interface Finding extends Problem {
  /** pool is the one that it is about, where the text has several. */
  pool?: string
  /** ignored is the reason why it is not to be told. */
  ignored?: string
  /** ignoredBy says where that stands. */
  ignoredBy?: 'comment' | 'settings'
}

/** A text with what is said of it. */
export interface Report {
  /** path as it is shown, with `/` between folders. */
  path: string
  text: string
  /** language is what the engine takes the text for, '' for nothing. */
  language: string
  pools: string[]
  findings: Finding[]
  /** checked is what the engine says of each pool. */
  checked: readonly Checked[]
}

/** The engine reads the text anew for each of its pools. More than these are in no text that a person writes. */
const mostPools = 64

/** What the engine says of each pool of a text, or of the text when it has none. */
export async function checkPools(engine: Engine, text: string, options: Options): Promise<Checked[]> {
  const first = await engine.check(text, options)
  if (options.resource !== undefined) return [first]
  const all = [first]
  for (const [index, { id }] of first.pools.slice(0, mostPools).entries()) if (index !== first.pool) all[index] = await engine.check(text, { ...options, resource: id })
  return all
}

/** Everything that is to be said about a text. */
export async function reportOn(engine: Engine, path: string, text: string, options: Options): Promise<Report> {
  const checked = await checkPools(engine, text, options)
  const { language, pools } = checked[0]!
  // A page with pools in several languages has no language of its own.
  const findings = language === '' && pools.length === 0 ? [unrecognised(checked[0]!)] : merged(checked)
  const passedOver = options.resource === undefined ? pools[mostPools] : undefined
  if (passedOver) findings.push(ownFinding('pools-not-checked', `The text has ${pools.length} pools. The first ${mostPools} of them are checked.`, { from: passedOver.from, to: passedOver.from }))
  return { path, text, language, pools: pools.map(({ id }) => id), findings: inOrder(findings), checked }
}

/** What is said of the text as a whole is said once, though each of its pools is asked about. */
function merged(checked: readonly Checked[]): Finding[] {
  const several = checked.length > 1
  const seen = new Map<string, Finding>()
  for (const { pools, pool, problems } of checked) {
    for (const problem of problems) {
      const key = [problem.rule, problem.from, problem.to, problem.message].join(' ')
      const before = seen.get(key)
      if (before) delete before.pool
      else seen.set(key, several && pools[pool] ? { ...problem, pool: pools[pool].id } : problem)
    }
  }
  return [...seen.values()]
}

/** The engine says what it looked for in several notes, which is one finding for whoever names a file. */
function unrecognised({ problems }: Checked): Finding {
  // A tool that is known and not read comes first, with what to do.
  const advice = /^This is |^This command /.test(problems[0]!.message) ? ` ${problems[0]!.message}` : ''
  return {
    ...problems[0]!, from: 0, to: 0, message: `No user pool is found in this text.${advice}`, why: problems.map(({ message }) => message).join(' '),
  }
}

/** A finding that is the command's own and not the engine's. */
export function ownFinding(rule: string, message: string, place: { from: number, to: number }): Finding {
  return { rule, stage: 'tool', severity: 'warning', pointer: '', ...place, message, evidence: 'documented', links: [], related: [], fixes: [] }
}

/** Marks a finding as ignored, unless it is so already. */
export function ignoreIt(finding: Finding, by: NonNullable<Finding['ignoredBy']>, reason: string): void {
  if (finding.ignored !== undefined) return
  finding.ignored = reason
  finding.ignoredBy = by
}

/** Sorts findings by their place. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** A text as a map from offsets to lines and columns, which count from 0, in UTF-16 code units. */
export function mapOf(text: string): TextDocument {
  return TextDocument.create('', '', 0, text)
}

/** Where a finding begins and ends, counted from 1 as people and pipelines do. */
export function placeOf(map: TextDocument, { from, to }: { from: number, to: number }): { start: Position, end: Position } {
  const from1 = (offset: number): Position => {
    const { line, character } = map.positionAt(offset)
    return { line: line + 1, character: character + 1 }
  }
  return { start: from1(from), end: from1(to) }
}

/** The engine's edits as the language server protocol has them. */
export function textEdits(map: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ from, to, insert }) => ({ range: { start: map.positionAt(from), end: map.positionAt(to) }, newText: insert }))
}

/** The text after edits that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const map = mapOf(text)
  return TextDocument.applyEdits(map, textEdits(map, edits))
}

/** How grave a finding may be, the gravest first. */
export const severities = ['error', 'warning', 'note'] as const

/** True for what a pipeline has to stop for. A note tells what is so, and asks for nothing. */
export function stops({ severity, ignored }: Finding): boolean {
  return severity !== 'note' && ignored === undefined
}

/** A rough look, so that the engine is not asked about each file of a repository. What it passes over has no word of a pool in it. */
export function mayHavePool(file: string, text: string): boolean {
  // Programs speak of pools that they do not make.
  if (/\.(?:[mc]?[jt]s|[jt]sx|py|go|java|cs|php|rb|r)$/i.test(file)) return /\bcreate_?user_?pool|\b(?:Cfn)?UserPool(?:\s*\(|\.Builder\b)|\bdefineAuth\s*\(|\bType["']?:\s*["'`]AWS::Cognito::UserPool["'`]/i.test(text)
  return /user[-_]?pool|PoolName|aws:cognito/i.test(text) || file.endsWith('.user-pool.json')
}

/** True where a text that nobody named is worth a word: a pool is found in it, or it is a template that cannot be read. */
export function hasPool(file: string, { language, pools, findings }: Report): boolean {
  if (language === '' || findings.some(({ rule }) => rule === 'not-a-request')) return false
  return pools.length > 0 || /\.(?:ya?ml|json|template|tf|hcl)$/.test(file) && findings.some(({ rule }) => rule === 'syntax' || rule === 'unread')
}
