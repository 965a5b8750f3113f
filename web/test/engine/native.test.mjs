// The shipped programs against the same code built for this machine: other tables of Go, dependencies that were copied and
// thinned, memory that was initialised at build time, and the answers have to be the same.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const { loadEngine } = await import(new URL('web/dist/engine.js', root).href)
const engine = await loadEngine()

const scenarios = new URL('internal/playground/testdata/scenarios/', root)
const texts = []
for (const folder of await readdir(scenarios)) {
  const options = new URL(`${folder}/options.json`, scenarios)
  texts.push([await readFile(new URL(`${folder}/request.json`, scenarios), 'utf8'), existsSync(options) ? JSON.parse(await readFile(options, 'utf8')) : {}])
}
const { changes, exports, rules, examples } = engine.contract()
for (const { request } of examples) texts.push([request, {}])
for (const { bad, good, around } of rules) {
  for (const request of [bad, good]) if (request) texts.push([request, around ?? {}])
}
// What the patterns and the quoting see, and the numbers that stay as they are spelt.
texts.push(['{"PoolName": "p\\u0000\\ud800\u2028\u{2EBF0}", "EmailVerificationSubject": "\u{31EF}", "UserPoolTags": {"\u{1C89}": "<&>"}}', {}])
texts.push(['{"PoolName": "p", "AdminCreateUserConfig": {"UnusedAccountValidityDays": 1e2}, "x": 1.50}', {}])

const calls = [
  ...texts.map(([text, options]) => ['evaluate', text, options]),
  ...texts.map(([text]) => ['evaluate', text, { view: 'describe', asOf: changes[(text.length * 7) % changes.length].day }]),
  ...texts.flatMap(([text]) => ['form', 'summarise', 'fixAll', 'importDescription'].map((verb) => [verb, text, {}])),
  ...changes.map(({ day }) => ['contract', '', { asOf: day }]),
  ...exports.flatMap(({ id }, i) => [texts[i], texts[0]].map(([text]) => ['exportAs', text, {}, id])),
  ...texts.map(([text]) => ['complete', text, {}, Math.floor(text.length / 2)]),
  ...texts.map(([text]) => ['hover', text, {}, Math.min(5, text.length)]),
]

const imported = new URL('internal/playground/testdata/texts/', root)
for (const file of await readdir(imported)) {
  const text = await readFile(new URL(file, imported), 'utf8')
  for (const some of [text, text.slice(0, text.length / 2), `${text}}`]) calls.push(['importText', some, {}], ['check', some, {}])
}

test(`the shipped engine answers ${calls.length} calls as the native one`, async () => {
  const lines = calls.map(([verb, text, options, argument]) => JSON.stringify([verb, text, JSON.stringify(options), argument === undefined ? '' : JSON.stringify(argument)]))
  const said = execFileSync('go', ['run', './scripts/answers'], { cwd: fileURLToPath(root), input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 })
  const answers = said.trimEnd().split('\n')
  assert.equal(answers.length, calls.length)
  for (const [i, line] of answers.entries()) {
    const [verb, text, options, argument] = calls[i]
    const [json, body, wire, origins] = JSON.parse(line)
    const want = JSON.parse(json)
    if (verb === 'evaluate' || verb === 'check') Object.assign(want.reply, { body, wire, origins: JSON.parse(origins) })
    const got = await (verb === 'contract' ? engine.contract(options)
      : verb === 'exportAs' ? engine.exportAs(argument, text, options)
        : argument !== undefined ? engine[verb](text, argument, options) : engine[verb](text, options))
    assert.deepEqual(got, want, `${verb} of ${text} with ${JSON.stringify(options)}`)
  }
})
