// Requests that the service refuses, and that it takes: the rules' own examples, the scenarios, and for each member of the
// contract that has limits a value beyond one of them. What they are refused
// for is what the engine says; the tests hold that to its evidence.

import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'

const scenarios = new URL('../internal/playground/testdata/scenarios/', import.meta.url)

/**
 * Each with its text, its CloudFormation template by our own export, and `stage`, where the service stops: 'types',
 * 'constraints' or 'semantics'; '' where it does not. What depends on the account is left out, since most tools cannot be told
 * of one, and so is what is no JSON object.
 */
export async function requests(engine) {
  const texts = new Set()
  for (const { bad, good, around, severity, until } of engine.contract().rules) {
    if (around || until) continue
    if (bad && severity === 'error') texts.add(bad)
    if (good) texts.add(good)
  }
  for (const { request } of engine.contract().examples) texts.add(request)
  for (const folder of await readdir(scenarios)) {
    if (!existsSync(new URL(`${folder}/options.json`, scenarios))) texts.add(await readFile(new URL(`${folder}/request.json`, scenarios), 'utf8'))
  }
  for (const text of outOfBounds(engine.contract())) texts.add(text)
  const stages = ['syntax', 'types', 'constraints', 'semantics', 'account']
  return [...texts].flatMap((text) => {
    const { problems, reply } = engine.evaluate(text)
    const stage = stages.find((stage) => problems.some((p) => p.severity === 'error' && p.stage === stage)) ?? ''
    if ((reply.status === 200) !== (stage === '')) throw new Error(`${text} is refused for no problem`)
    const template = engine.exportAs('cloudformation-json', text).text
    return stage === 'syntax' || stage === 'account' || template === '' ? [] : [{ text, stage, template }]
  })
}

/** For each scalar with limits a request in which it alone is beyond one of them, as far as its structure needs nothing else. */
function outOfBounds({ request, shapes }) {
  const beyond = ({ type, enum: values, min, max }) => {
    if (values) return 'NOT-ONE-OF-THEM'
    if (type === 'integer') return max !== undefined ? max + 1 : min !== undefined ? min - 1 : undefined
    if (type === 'string') return max !== undefined && max < 10_000 ? 'x'.repeat(max + 1) : min ? '' : undefined
  }
  const found = []
  const walk = (name, wrap) => {
    const shape = shapes[name]
    if (shape.type === 'structure') for (const member of shape.members) walk(member.shape, (value) => wrap({ [member.name]: value }))
    else if (shape.type === 'list') walk(shape.element, (value) => wrap([value]))
    else if (shape.type !== 'map' && beyond(shape) !== undefined) found.push(wrap(beyond(shape)))
  }
  walk(request, (value) => value)
  return found.map((value) => JSON.stringify({ PoolName: 'p', ...value }))
}
