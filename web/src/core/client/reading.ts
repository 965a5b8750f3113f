// What the engine says of a text in any language, as it crosses from the worker: the answer of `evaluate` for a request in
// JSON, which most letters change and which is fastest, or that of `check`. The page sees one kind.

import { readEvaluation } from '../../engine/answers.ts'
import type { Checked, Reply } from '../../engine/types.ts'

/** What is known of a text. */
export interface Reading extends Checked {
  /** The name of the language's syntax, by which it is coloured: "json", "yaml", "hcl"; '' where there is none. */
  syntax: string
  /** True unless the text itself is the request, in JSON. */
  foreign: boolean
}

/** What the language of a request in JSON is called. */
const request = 'request'

/** A word that Python has and JSON has not, where a value stands. */
const pythonic = /[:[,]\s*(?:True|False|None)\b/

/**
 * True for a text that the engine takes for a request in JSON for sure: an object with a PoolName. Of any other text, even of
 * most of those that are one, it has to be asked first.
 */
export function isRequest(text: string): boolean {
  const tokens = /"(?:[^"\\\n]|\\.)*"?|[{}[\]]|[^\s{}[\]"]/g
  let depth = 0
  for (let token = tokens.exec(text)?.[0]; token !== undefined; token = tokens.exec(text)?.[0]) {
    if (depth === 0 && token !== '{' && token !== '\uFEFF') return false
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    else if (depth === 1 && token === '"PoolName"' && /^\s*:/.test(text.slice(tokens.lastIndex, tokens.lastIndex + 20))) return !pythonic.test(text)
    if (depth === 0) return false
  }
  return false
}

/**
 * Reads an answer.
 * @param lines of what the program said; of `check` the reader's name is the last.
 * @param text that was asked about.
 */
export function readReading(lines: readonly string[], text: string, originsOf?: (text: string) => Reply['origins']): Reading {
  const said = readEvaluation(lines, originsOf)
  const reader = lines[4]
  if (reader === undefined) {
    return Object.assign(said, {
      language: request, syntax: 'json', pools: [{ id: request, from: 0, to: text.length }], pool: 0, request: text, unknowns: [], parameters: [], clients: [], calls: [], places: {}, foreign: false,
    })
  }
  const checked = said as Checked
  // One without edits is a wish that nobody can write in the text's language.
  for (const problem of checked.problems) problem.fixes = problem.fixes.filter(({ edits }) => edits.length > 0)
  return Object.assign(checked, { syntax: reader || (checked.language !== '' || /^\s*[{[]/.test(text) ? 'json' : ''), foreign: checked.request !== text })
}
