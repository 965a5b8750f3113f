// Measures one tool that checks requests or templates, for field.mjs: reads {"texts", "sample"}, writes {"start", "time",
// "noticed"}. `start` is from nothing to the first answer, `time` that of another answer when it is warm, in microseconds.
//
//   node bench/tool.mjs engine|ajv|cloudformation|preflight
//
// With files it is the command that the tool does not bring: it prints the files that are refused, a line each.
//
//   node bench/tool.mjs TOOL FILE…

import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { median } from './measure.mjs'

const require = createRequire(import.meta.url)
const dist = new URL('../web/dist/', import.meta.url)

/** CloudFormation's own engine over a template; rules of others may be added. */
function cloudFormation(rules) {
  const { RegoEngine } = require('@aws/cloudformation-validate')
  const engine = new RegoEngine(rules)
  return (text) => {
    const bytes = Buffer.from(text)
    return engine.validateStandard({ path: 'template.json', readBytes: () => bytes }).diagnostics.some(({ severity }) => severity === 'ERROR' || severity === 'FATAL')
  }
}

/** Each starts a tool, and gives a function that says whether a text is refused. */
const tools = {
  async engine() {
    const { loadEngine } = await import(new URL('engine.js', dist))
    const engine = await loadEngine({ wasm: await readFile(new URL('engine.wasm', dist)) })
    return (text) => engine.evaluate(text).reply.status !== 200
  },
  ajv() {
    const Ajv = require('ajv/dist/2020.js').default
    const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(new URL('create-user-pool.schema.json', dist), 'utf8')))
    return (text) => !valid(JSON.parse(text))
  },
  cloudformation: () => cloudFormation(),
  /** As cdk-preflight hands its rules to that engine when an app is synthesised; those about user pools alone. */
  preflight() {
    const { BUNDLED_LIBS, BUNDLED_RULES } = require('cdk-preflight/lib/rules.generated.js')
    const about = BUNDLED_RULES.filter(({ resourceTypes }) => resourceTypes.includes('AWS::Cognito::UserPool'))
    if (about.length === 0) throw new Error('cdk-preflight has no rules about user pools any more')
    return cloudFormation({ customRules: [...BUNDLED_LIBS.map(({ name, rego }) => ({ name, content: rego })), ...about.map(({ id, rego }) => ({ name: id, content: rego }))] })
  },
}

const [tool, ...files] = process.argv.slice(2)
if (files.length > 0) {
  const notices = await tools[tool]()
  process.stdout.write(files.filter((file) => notices(readFileSync(file, 'utf8'))).map((file) => `${file}\n`).join(''), () => process.exit())
  await new Promise(() => {})
}

const { texts, sample } = JSON.parse(readFileSync(0, 'utf8'))
const began = performance.now()
const notices = await tools[tool]()
notices(sample)
const start = 1000 * (performance.now() - began)
const times = []
for (const least = performance.now() + 3000; times.length < 20 || performance.now() < least;) {
  const before = performance.now()
  notices(sample)
  times.push(1000 * (performance.now() - before))
}
process.stdout.write(JSON.stringify({ start, time: median(times.slice(times.length / 2)), noticed: texts.map(notices) }), () => process.exit())
