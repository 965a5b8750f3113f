// Lines of one reply after the other: what is the same stays the same object.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'

const { layOut } = await moduleOf('core/body.ts')
const { originOf } = await moduleOf('core/origins.ts')
const { Marking } = await moduleOf('pool/marked.ts')

/** The lines that a reply is shown in, with the values that they have by now. */
function shown(marking, body, origins) {
  marking.show({ body, origins })
  return marking.lines.peek().map((line) => ({ ...line, value: line.value.peek() }))
}

test('lines that are laid out again are those of the text as it is now, whatever changed in it', () => {
  const texts = ['""', '"a"', '"ab"', '"a\\""', '"a\\\\"', '"\\u00e9"', '"{"', '"a,b"', '"a","b"', '12', '123', 'true', '[]', '["a"]', '{"a":"b"}', '{"a b":"b"}', '"😀"']
  const marking = new Marking()
  const origins = { '': { kind: 'default' }, '/x': { kind: 'given' } }
  for (const first of texts) {
    for (const second of texts) {
      for (const [x, y] of [[first, second], [second, second], [second, first]]) {
        const body = `{"x":${x},"list":[${y},${x}],"last":${y}}`
        const fresh = layOut(body).map((line) => ({ ...line, origin: originOf(origins, line) }))
        assert.deepEqual(shown(marking, body, origins), fresh, body)
      }
    }
  }
})

test('where values alone change the list is the one of before, and where an origin does it is not', () => {
  const marking = new Marking()
  const origins = { '': { kind: 'default' } }
  const values = () => marking.lines.peek().map(({ value }) => value.peek())
  marking.show({ body: '{"Name":"pool","Id":"pool","Days":7}', origins })
  const list = marking.lines.peek()
  for (const [name, days] of [['pools', 7], ['pools', 30]]) {
    marking.show({ body: `{"Name":"${name}","Id":"pool","Days":${days}}`, origins })
    assert.equal(marking.lines.peek(), list)
    assert.deepEqual(values(), ['{', `"${name}"`, '"pool"', String(days), '}'])
  }
  marking.show({ body: '{"Name":"pools","Id":"pool","Days":30}', origins: { '': { kind: 'given' } } })
  assert.notEqual(marking.lines.peek(), list)
  assert.equal(marking.lines.peek()[1].origin.kind, 'given')
  marking.show({ body: '{"Name":"pools","Id":"pool","Days":"30"}', origins: { '': { kind: 'given' } } })
  assert.equal(marking.lines.peek()[3].kind, 'string')
})
