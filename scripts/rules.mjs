// Makes the page of rules from what the just built engine says of them: web/src/rules has how it looks.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** The built engine. */
export async function engineOf(dist) {
  const { loadEngine } = await import(pathToFileURL(path.join(dist, 'engine.js')).href)
  return loadEngine({ wasm: await readFile(path.join(dist, 'engine.wasm')) })
}

/** Imports a module of web/src that is bundled. */
export const moduleOf = (contents) => import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`)

/** What the engine says of a rule's bad example. */
const saidBy = (engine) => ({ id, bad, around }) => bad === undefined ? undefined : engine?.evaluate(bad, around).problems.find(({ rule }) => rule === id)?.message

/** The page, by its template; `rules` is web/src/rules/page.ts. */
export async function rulesPage({ engine, contract, rules, template, marks }) {
  let html = template
  for (const [mark, text] of Object.entries(marks)) html = html.replaceAll(`{{${mark}}}`, () => text)
  const [before, after, ...rest] = html.split('{{rules}}')
  // Looked at before the rules are in it: they may well have braces of their own.
  if (after === undefined || rest.length > 0 || `${before}${after}`.includes('{{')) throw new Error('rules.html has a mark that the build does not fill')
  return before + await rules.rulesHtml(contract, saidBy(engine)) + after
}
