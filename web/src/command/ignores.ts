// What is not to be told, and why: a comment beside the place, `# user-pool-ignore rule: reason`, or an entry of the settings.

import type { Edit } from '../engine/engine.ts'
import { ignoreIt, inOrder, mapOf, ownFinding, type Finding } from './findings.ts'

/** A comment that ignores, in any of the languages that the engine reads; JSON has no comments. */
const sign = /(?:#|\/\/|\/\*|<!--|--|%)[ \t]*user-pool-ignore\b([^\r\n]*)/g
/** A line with nothing but a comment, or nothing at all. */
const aside = /^[ \t]*(?:#|\/\/|\/\*|<!--|--|%|\r?$)/

interface Comment {
  rules: { rule: string, from: number, to: number }[]
  reason: string
  from: number
  to: number
  used: Set<string>
}

/** The comments of a text that ignore. */
function commentsOf(text: string): Comment[] {
  return [...text.matchAll(sign)].map((match) => {
    const from = match.index
    const behind = match[1]!
    const at = from + match[0].length - behind.length
    const colon = behind.indexOf(':')
    const names = colon < 0 ? ended(behind) : behind.slice(0, colon)
    return {
      rules: [...names.matchAll(/[^\s,]+/g)].map((each) => ({ rule: each[0], from: at + each.index, to: at + each.index + each[0].length })),
      reason: colon < 0 ? '' : ended(behind.slice(colon + 1)), from, to: from + match[0].trimEnd().length, used: new Set(),
    }
  })
}

/** A comment's text without what closes it. */
function ended(text: string): string {
  const trimmed = text.trim()
  return trimmed.replace(/(?:\*\/|-->)$/, '').trim()
}

/** The rules that the comments of a text name, with their places. */
export function ignoredRules(text: string): Comment['rules'] {
  return commentsOf(text).flatMap(({ rules }) => rules)
}

/** Marks the findings that comments of the text ignore, and adds what is wrong with the comments. */
export function heedComments(text: string, findings: Finding[], known: (rule: string) => boolean): Finding[] {
  if (!text.includes('user-pool-ignore')) return findings
  const map = mapOf(text)
  const comments = commentsOf(text)
  const lines = text.split('\n')
  const target = targetsOf(lines)
  const reaches = comments.filter(({ reason }) => reason !== '').map((comment) => {
    const first = target[map.positionAt(comment.from).line]!
    return { comment, first, last: blockEnd(lines, first) }
  })
  for (const finding of findings) {
    const { line } = map.positionAt(finding.from)
    for (const { comment: each, first, last } of reaches) {
      if (line < first || line > last || !each.rules.some(({ rule }) => rule === finding.rule)) continue
      ignoreIt(finding, 'comment', each.reason)
      each.used.add(finding.rule)
    }
  }
  return inOrder([...findings, ...comments.flatMap((each) => faultsOf(each, known))])
}

/** The last line of what stands further in below a line: where a rule finds fault with a block, its place may be in it. */
function blockEnd(lines: readonly string[], first: number): number {
  const depth = (line: string): number => line.search(/\S/)
  let last = first
  for (let line = first + 1; line < lines.length; line++) {
    const deep = depth(lines[line]!)
    if (deep < 0) continue
    if (deep <= depth(lines[first] ?? '')) break
    last = line
  }
  return last
}

/** For each line the one that a comment on it speaks of: alone on its line, it is the next with anything else on it. */
function targetsOf(lines: readonly string[]): number[] {
  const target: number[] = []
  for (let line = lines.length - 1; line >= 0; line--) target[line] = aside.test(lines[line]!) ? target[line + 1] ?? lines.length : line
  return target
}

function faultsOf({ rules, reason, from, to, used }: Comment, known: (rule: string) => boolean): Finding[] {
  const fault = (rule: string, message: string): Finding => ownFinding(rule, message, { from, to })
  if (rules.length === 0) return [fault('ignore-incomplete', 'The comment names no rule. Write user-pool-ignore RULE: REASON.')]
  if (reason === '') return [fault('ignore-incomplete', 'The comment gives no reason, so that nothing is ignored. Write user-pool-ignore RULE: REASON.')]
  return rules.filter(({ rule }) => !used.has(rule)).map(({ rule }) => fault('ignore-unused', known(rule)
    ? `The comment ignores ${rule}, which is not found on the line that it speaks of. Remove it.`
    : `The comment ignores ${rule}, and there is no rule of that name.`))
}

/** How a comment of one line begins in each language of the engine; there is none in JSON. */
export function commentSign(language: string, text: string): string | null {
  // A comment in the middle of a command ends it, and blocks are in several languages.
  if (/^\s*[{[]/.test(text) || ['', 'request', 'answer', 'aws-cli', 'blocks'].includes(language)) return null
  if (['javascript', 'go', 'java', 'csharp', 'php', 'kotlin', 'rust', 'sst', 'cdk', 'cdktf', 'amplify-gen2'].includes(language)) return /^[ \t]*(?:import[ \t]+[\w, \t]+$|from[ \t]+\S+[ \t]+import\b|def )/m.test(text) ? '#' : '//'
  if (language === 'pulumi' && /[;{][ \t]*$/m.test(text)) return '//'
  return '#'
}

/** The edit that ignores a finding by a comment above its line; null where the language has no comments. */
export function ignoreEdit(text: string, language: string, { rule, from }: Finding): Edit | null {
  const sign = commentSign(language, text)
  if (sign === null) return null
  const map = mapOf(text)
  const start = map.offsetAt({ line: map.positionAt(from).line, character: 0 })
  const [indent] = /^[ \t]*/.exec(text.slice(start))!
  return { from: start, to: start, insert: `${indent}${sign} user-pool-ignore ${rule}: why it is right here\n` }
}
