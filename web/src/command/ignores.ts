// What is not to be told, and why: a comment beside the place, `# user-pool-ignore rule: reason`, or an entry of the settings.

import type { Edit } from '../engine/engine.ts'
import { inOrder, mapOf, type Finding } from './findings.ts'

/** How comments begin in the languages that the engine reads; JSON has none. */
const comment = /(#|\/\/|\/\*|<!--|--|%)[ \t]*user-pool-ignore\b[ \t]*([^:\r\n]*?)[ \t]*(?::[ \t]*([^\r\n]*?))?[ \t]*(?:\*\/|-->)?[ \t]*(?=\r?$)/gm

/** The rules that the comments of a text name, with their places. */
export function ignoredRules(text: string): { rule: string, from: number, to: number }[] {
  return [...text.matchAll(comment)].flatMap((match) => [...match[2]!.matchAll(/[^\s,]+/g)].map((each) => {
    const from = match.index + match[0].indexOf(match[2]!) + each.index
    return { rule: each[0], from, to: from + each[0].length }
  }))
}

interface Comment {
  rules: string[]
  reason: string
  from: number
  to: number
  /** line that it speaks of. */
  line: number
  used: Set<string>
}

/** Marks the findings that comments of the text ignore, and adds what is wrong with the comments. */
export function heedComments(text: string, findings: Finding[], known: (rule: string) => boolean): Finding[] {
  if (!text.includes('user-pool-ignore')) return findings
  const map = mapOf(text)
  const comments = commentsOf(text, (offset) => map.positionAt(offset).line)
  for (const finding of findings) {
    const { line } = map.positionAt(finding.from)
    for (const each of comments) {
      if (each.line !== line || each.reason === '' || !each.rules.includes(finding.rule)) continue
      finding.ignored ??= each.reason
      each.used.add(finding.rule)
    }
  }
  return inOrder([...findings, ...comments.flatMap((each) => faultsOf(each, known))])
}

function commentsOf(text: string, lineAt: (offset: number) => number): Comment[] {
  const lines = text.split('\n')
  return [...text.matchAll(comment)].map((match) => {
    const [whole, , rules, reason] = match
    const from = match.index
    let line = lineAt(from)
    // Alone on its line it speaks of the next one with anything else on it.
    const alone = (at: number): boolean => /^\s*(?:#|\/\/|\/\*|<!--|--|%|\r?$)/.test(lines[at] ?? 'x')
    if (alone(line)) do line++; while (alone(line))
    return { rules: rules!.split(/[\s,]+/).filter(Boolean), reason: reason ?? '', from, to: from + whole.length, line, used: new Set() }
  })
}

function faultsOf({ rules, reason, from, to, used }: Comment, known: (rule: string) => boolean): Finding[] {
  const fault = (rule: string, message: string): Finding => ownFinding(rule, message, { from, to })
  if (rules.length === 0) return [fault('ignore-incomplete', 'The comment names no rule. Write user-pool-ignore RULE: REASON.')]
  if (reason === '') return [fault('ignore-incomplete', 'The comment gives no reason, so that nothing is ignored. Write user-pool-ignore RULE: REASON.')]
  return rules.filter((rule) => !used.has(rule)).map((rule) => fault('ignore-unused', known(rule)
    ? `The comment ignores ${rule}, which is not found on the line that it speaks of. Remove it.`
    : `The comment ignores ${rule}, and there is no rule of that name.`))
}

/** A finding that is the command's own and not the engine's. */
export function ownFinding(rule: string, message: string, place: { from: number, to: number }): Finding {
  return { rule, stage: 'tool', severity: 'warning', pointer: '', ...place, message, evidence: 'documented', links: [], related: [], fixes: [] }
}

/** How a comment of one line begins in each language of the engine; there is none in JSON. */
export function commentSign(language: string, text: string): string | null {
  if (/^\s*[{[]/.test(text)) return null
  if (['javascript', 'go', 'java', 'csharp', 'php', 'cdk', 'amplify-gen2'].includes(language)) return /^\s*(?:import\s+\w+(?:\s*,\s*\w+)*\s*$|from\s+\S+\s+import\b|def |class \w+.*:\s*$)/m.test(text) ? '#' : '//'
  if (language === 'pulumi' && /[;{]\s*$/m.test(text)) return '//'
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
