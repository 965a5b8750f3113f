// What the page makes of a reply: its lines, their origins, and the problems that an exception stems from.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'

const { layOut, pointerParts, textOf } = await moduleOf('core/body.ts')
const { originOf } = await moduleOf('core/origins.ts')
const { alike } = await moduleOf('core/alike.ts')
const { exceptionOf, stemsOf } = await moduleOf('core/stems.ts')

test('a laid-out reply keeps the order and the spelling', () => {
  const body = '{"b":1.594889658976E9,"2":"\\u00e9 \\" [,]:","1":[],"a/b~":[true,{"c":null}]}'
  const lines = layOut(body)
  assert.equal(textOf(lines), `{
  "b": 1.594889658976E9,
  "2": "\\u00e9 \\" [,]:",
  "1": [],
  "a/b~": [
    true,
    {
      "c": null
    }
  ]
}
`)
  assert.equal(lines.find(({ name }) => name === '"c"').pointer, '/a~1b~0/1/c')
  assert.deepEqual(pointerParts('/a~1b~0/1/c'), ['a/b~', '1', 'c'])
})

test('a value without an origin of its own has that of the nearest block that has one', () => {
  const lines = layOut('{"Block":{"Inner":{"Value":1,"Own":2}}}')
  const origins = { '/Block': { kind: 'default' }, '/Block/Inner/Own': { kind: 'given' } }
  const kinds = Object.fromEntries(lines.filter(({ name }) => name).map((line) => [line.name, originOf(origins, line)?.kind]))
  assert.deepEqual(kinds, { '"Block"': 'default', '"Inner"': undefined, '"Value"': 'default', '"Own"': 'given' })
})

test('what says the same elsewhere in the text is alike, and nothing else is', () => {
  const one = { rule: 'a', from: 1, to: 2, fixes: [{ title: 'Mend', edits: [{ from: 1, to: 2, insert: '' }], safe: true }], links: ['x'] }
  const with_ = (part) => alike(one, { ...structuredClone(one), ...part })
  assert.ok(with_({}))
  assert.ok(with_({ from: 5, to: 6 }))
  assert.ok(with_({ fixes: [{ ...one.fixes[0], edits: [] }] }))
  for (const part of [{ rule: 'b' }, { fixes: [] }, { fixes: [{ ...one.fixes[0], title: 'Other' }] }, { links: ['x', 'y'] }, { links: null }, { why: 'because' }]) {
    assert.ok(!with_(part), JSON.stringify(part))
  }
})

const problem = (type, message, severity = 'error') => ({ severity, exception: { type, message } })
const reply = (body) => ({ status: 400, body: JSON.stringify(body) })

test('an exception stems from the problem with its words', () => {
  const problems = [problem('InvalidParameterException', 'first'), problem('InvalidParameterException', 'second'), { severity: 'warning' }]
  const stems = stemsOf(reply({ __type: 'InvalidParameterException', message: 'second' }), problems)
  assert.deepEqual([...stems], [problems[1]])
})

test('constraint failures share one message, and all of them are its stems', () => {
  const words = (count, ...parts) => `${count} validation error${count > 1 ? 's' : ''} detected: ${parts.join('; ')}`
  const problems = [
    problem('InvalidParameterException', words(1, 'Value A')),
    problem('InvalidParameterException', words(1, 'Value B')),
    problem('InvalidParameterException', 'Something later'),
  ]
  const stems = stemsOf(reply({ __type: 'InvalidParameterException', message: words(2, 'Value A', 'Value B') }), problems)
  assert.deepEqual([...stems], problems.slice(0, 2))
})

test('exceptions of the framework are read too, with a message or without', () => {
  assert.deepEqual(exceptionOf(reply({ __type: 'SerializationException', Message: 'Expected map or null' })), { type: 'SerializationException', message: 'Expected map or null' })
  assert.deepEqual(exceptionOf(reply({ __type: 'SerializationException' })), { type: 'SerializationException', message: null })
  const silent = problem('SerializationException', '')
  assert.deepEqual([...stemsOf(reply({ __type: 'SerializationException' }), [silent])], [silent])
})
