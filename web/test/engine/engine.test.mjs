// The built engine under Node, as an embedder's script would use it.

import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import { test } from 'node:test'

const dist = new URL('../../dist/', import.meta.url)
const { loadEngine } = await import(new URL('engine.js', dist).href)
const engine = await loadEngine()
const sample = await readFile(new URL('../../../internal/example/requests/reference-sample.json', import.meta.url), 'utf8')

test('the reference sample makes a pool', () => {
  const { reply } = engine.evaluate(sample)
  assert.equal(reply.status, 200)
  const pool = JSON.parse(reply.body).UserPool
  assert.equal(pool.SchemaAttributes.length, 21)
  assert.equal(pool.SchemaAttributes.at(-1).Name, 'dev:custom:mydev')
  assert.equal(pool.AdminCreateUserConfig.UnusedAccountValidityDays, 7)
  assert.equal(pool.SmsConfiguration.SnsRegion, 'us-east-1')
  assert.equal(reply.origins['/UserPool/SmsConfiguration/SnsRegion'].kind, 'derived')
})

test('a bad value gives the exception at its place, in UTF-16 offsets', () => {
  const text = '{"EmailVerificationSubject": "😀 é", "PoolName": "p", "MfaConfiguration": "YES"}'
  const { problems, reply } = engine.evaluate(text)
  assert.equal(reply.status, 400)
  assert.equal(JSON.parse(reply.body).message,
    "1 validation error detected: Value 'YES' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OPTIONAL, OFF, ON]")
  const [error] = problems.filter((p) => p.severity === 'error')
  assert.equal(text.slice(error.from, error.to), '"YES"')
})

test('any text gets an answer', () => {
  for (const text of ['', '\ud800', '\ufeff{}', '\0\u0001', '[', '['.repeat(100_000), '{"a":'.repeat(9_000), `"${'x'.repeat(5_000_000)}"`, '{"PoolName": "p",} // ', '{"PoolName": 1e1000001}']) {
    const { reply, problems } = engine.evaluate(text)
    assert.equal(reply.status, 400, text.slice(0, 20))
    assert.ok(problems.some((p) => p.severity === 'error'))
    for (const p of problems) assert.ok(p.from <= p.to && p.to <= text.length, text.slice(0, 20))
  }
  assert.equal(engine.evaluate('{"PoolName": "p", "Policies": {"PasswordPolicy": {"MinimumLength": 1e1000001}}}').reply.status, 400)
  assert.equal(engine.evaluate('{"PoolName": "p"}').reply.status, 200)
})

test('wrong arguments are told apart, and undefined options are absent ones', () => {
  assert.throws(() => engine.evaluate(7), { name: 'TypeError', message: /text has to be a string and not number/ })
  assert.throws(() => engine.evaluate('{}', null), { name: 'TypeError', message: /options has to be an object and not null/ })
  assert.throws(() => engine.evaluate('{}', { asOf: 'soon' }), { name: 'TypeError', message: /options.asOf/ })
  assert.throws(() => engine.evaluate('{}', { now: Number.NaN }), { name: 'TypeError', message: /options.now/ })
  assert.throws(() => engine.evaluate('{}', { zone: 1 }), { name: 'TypeError', message: /zone/ })
  assert.equal(engine.evaluate('{"PoolName": "p"}', { asOf: undefined, region: undefined }).reply.status, 200)
})

test('options place the pool and the call', () => {
  const { reply } = engine.evaluate('{"PoolName": "p"}', { region: 'eu-west-1', accountId: '111122223333', poolId: 'eu-west-1_abcdefGHI', now: 1594889658976 })
  const pool = JSON.parse(reply.body).UserPool
  assert.equal(pool.Arn, 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abcdefGHI')
  assert.equal(pool.CreationDate, 1594889658.976)
  assert.match(reply.wire, /"CreationDate":1\.594889658976E9/)
})

test('the contract holds every member with what a hover needs', () => {
  const contract = engine.contract()
  assert.equal(contract.shapes[contract.request].members.length, 28)
  assert.equal(contract.shapes[contract.userPool].members.length, 38)
  for (const [name, shape] of Object.entries(contract.shapes)) {
    for (const member of shape.members ?? []) {
      assert.ok(contract.shapes[member.shape], `${name}.${member.name} has a shape`)
      assert.ok(member.description && member.since && member.evidence, `${name}.${member.name} is described`)
    }
  }
  assert.ok(contract.rules.length >= 12)
  assert.ok(contract.examples.length >= 7)
  assert.equal(engine.contract({ asOf: '2016-10-06' }).shapes.CreateUserPoolRequest.members.length, 14)
})

test('assisting: completion, hover, form and edits agree on places in UTF-16', () => {
  const text = '{"PoolName": "😀", "Mfa"}'
  const at = text.indexOf('Mfa') + 3
  const mfa = engine.complete(text, at).find((c) => c.label === 'MfaConfiguration')
  assert.equal(text.slice(mfa.from, mfa.to), 'Mfa')
  const apply = (edits) => edits.reduceRight((t, e) => t.slice(0, e.from) + e.insert + t.slice(e.to), text)
  const completed = apply(mfa.edits)
  assert.equal(completed, '{"PoolName": "😀", "MfaConfiguration": ""}')
  assert.equal(mfa.selectFrom, completed.length - 2)
  assert.deepEqual(engine.complete(completed, mfa.selectFrom).map((c) => c.label), ['OFF', 'ON', 'OPTIONAL'])
  const hover = engine.hover(completed, completed.indexOf('Config'))
  assert.equal(completed.slice(hover.from, hover.to), '"MfaConfiguration"')
  assert.equal(hover.absent, '"OFF"')
  assert.equal(engine.hover(completed, 0), null)
  const field = engine.form(completed).fields.find((f) => f.name === 'MfaConfiguration')
  assert.equal(completed.slice(field.from, field.to), '""')
  const change = engine.editForm('{"PoolName": "😀"}', { op: 'set', pointer: '/UsernameConfiguration/CaseSensitive', value: 'false' })
  assert.deepEqual(change, { edits: [{ from: 17, to: 17, insert: ', "UsernameConfiguration": {"CaseSensitive": false}' }], pointer: '/UsernameConfiguration/CaseSensitive', refused: '' })
  assert.throws(() => engine.complete(text, text.length + 1), { name: 'TypeError', message: /offset/ })
  assert.throws(() => engine.hover(text, 1.5), { name: 'TypeError', message: /offset/ })
  assert.throws(() => engine.editForm(text, { op: 'burn', pointer: '' }), { name: 'TypeError', message: /edit\.op/ })
  for (const broken of ['', '{', '["', '{"Policies": {', '\ud800', '{"a":'.repeat(9_000)]) {
    for (const offset of [0, broken.length]) assert.ok(Array.isArray(engine.complete(broken, offset)), broken.slice(0, 20))
    assert.ok(engine.form(broken).unreadable !== undefined)
  }
})

test('a summary tells of the pool, and passwords are tried against its policy', () => {
  const { refused, sections, messages } = engine.summarise(sample)
  assert.equal(refused, '')
  assert.ok(sections.find((s) => s.id === 'sign-in').statements.some((s) => s.text.includes('email address')))
  assert.ok(messages.some((m) => m.body.includes('123456')))
  assert.match(engine.summarise('{}').refused, /PoolName is missing/)
  const trial = engine.tryPassword('{"PoolName": "p"}', 'Abcdef1!')
  assert.equal(trial.accepted, true)
  assert.equal(engine.tryPassword('{"PoolName": "p"}', 'abc').rules.filter((r) => r.kept).length, 3)
  assert.throws(() => engine.tryPassword('{}', 7), { name: 'TypeError', message: /password/ })
})

test('two engines live side by side, one from a compiled module', async () => {
  const module = await WebAssembly.compile(await readFile(new URL('engine.wasm', dist)))
  const second = await loadEngine({ wasm: module })
  assert.equal(second.evaluate('{"PoolName": "p"}').reply.body, engine.evaluate('{"PoolName": "p"}').reply.body)
})

test('the initialised engine answers as one that is run from its beginning, byte for byte', async () => {
  const plain = await loadEngine({ wasm: await readFile(new URL('../../build/engine.wasm', import.meta.url)) })
  const scenarios = new URL('../../../internal/playground/testdata/scenarios/', import.meta.url)
  const texts = [sample]
  const answers = [engine.evaluate(sample).reply.body, engine.evaluate(sample).reply.wire, '{"UserPool": {', '[]']
  for (const folder of await readdir(scenarios)) texts.push(await readFile(new URL(`${folder}/request.json`, scenarios), 'utf8'))
  // Broken in five thousand places: a character left out or doubled, in the order of a fixed generator.
  let random = 1
  const below = (n) => (random = (random * 48271) % 2147483647) % n
  for (let i = 0; i < 5000; i++) {
    const text = texts[below(50) % texts.length]
    const at = below(text.length + 1)
    texts.push(text.slice(0, at) + (i % 2 ? text.slice(at, at + 1).repeat(2) : '') + text.slice(at + 1))
  }
  for (const text of texts) {
    // As texts, which are compared faster than objects.
    assert.equal(JSON.stringify(engine.evaluate(text)), JSON.stringify(plain.evaluate(text)), text)
  }
  for (const answer of answers) assert.deepEqual(engine.importDescription(answer), plain.importDescription(answer), answer)
  assert.deepEqual(engine.contract({ asOf: '2019-01-01' }), plain.contract({ asOf: '2019-01-01' }))
})

test('thousands of evaluations need no more memory', async () => {
  const module = await WebAssembly.compile(await readFile(new URL('engine.wasm', dist)))
  const imports = []
  const instantiate = WebAssembly.instantiate
  WebAssembly.instantiate = async (...args) => { const made = await instantiate.apply(WebAssembly, args); imports.push(made); return made }
  const busy = await loadEngine({ wasm: module }).finally(() => { WebAssembly.instantiate = instantiate })
  const size = () => imports[0].exports.mem.buffer.byteLength
  for (let i = 0; i < 300; i++) busy.evaluate(sample)
  const before = size()
  for (let i = 0; i < 1500; i++) busy.evaluate(sample)
  assert.ok(size() <= before * 1.1, `${before} bytes grew to ${size()}`)
})

test('a download is counted, and one that fails says why', async () => {
  const bytes = await readFile(new URL('engine.wasm', dist))
  let seen = 0
  const answer = new Response(bytes, { headers: { 'content-type': 'application/wasm', 'content-length': String(bytes.length) } })
  const fetched = await loadEngine({ wasm: answer, onProgress(received, total) { seen = received; assert.equal(total, bytes.length) } })
  assert.equal(seen, bytes.length)
  assert.equal(fetched.evaluate('{"PoolName": "p"}').reply.status, 200)
  const plain = await loadEngine({ wasm: new Response(bytes) }) // no content type
  assert.equal(plain.evaluate('{"PoolName": "p"}').reply.status, 200)
  await assert.rejects(loadEngine({ wasm: new Response('gone', { status: 404, statusText: 'Not Found' }) }), /404 Not Found/)
  await assert.rejects(loadEngine({ wasm: new Response('<html>') }), WebAssembly.CompileError)
})

test('it does not leave names behind in the global scope', () => {
  assert.equal('userPoolPlaygroundRegister' in globalThis, false)
})

test('a request is written for every tool, and a wrong one is told apart', () => {
  const { exports } = engine.contract()
  assert.equal(exports.length, 13)
  for (const { id, title } of exports) {
    const { text, language, fileName, notes } = engine.exportAs(id, sample)
    assert.ok(title && language && fileName && text.includes('my-test-user-pool'), id)
    assert.ok(notes.every((note) => /^\S.*[.…]$/s.test(note)), id)
    assert.deepEqual(engine.exportAs(id, '[').text, '')
  }
  assert.throws(() => engine.exportAs('fax', sample), { name: 'TypeError', message: /no target "fax": the targets are aws-cli, / })
  assert.throws(() => engine.exportAs(undefined, sample), { name: 'TypeError', message: /the target is missing/ })
  assert.throws(() => engine.exportAs(7, sample), { name: 'TypeError', message: /has to be a string and not 7/ })
  assert.throws(() => engine.exportAs('boto3', 7), { name: 'TypeError', message: /text has to be a string/ })
})

test('importText turns texts of other tools into the request that they were made of', async () => {
  const request = JSON.stringify({
    PoolName: `it's "q" \\ $x \${y} %{z} {####} 😀`, UsernameAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } }, UserPoolTags: { 'cost centre': '12' },
  })
  const kinds = {
    'aws-cli': 'aws-cli', 'aws-cli-powershell': 'aws-cli', 'aws-cli-json': 'request', boto3: 'boto3', 'cloudformation-yaml': 'cloudformation',
    'cloudformation-json': 'cloudformation', terraform: 'terraform', paws: 'paws',
  }
  for (const [target, kind] of Object.entries(kinds)) {
    const imported = await engine.importText(engine.exportAs(target, request).text)
    assert.equal(imported.recognised, kind, target)
    assert.deepEqual(imported.problems, [], target)
    assert.deepEqual(JSON.parse(imported.request), JSON.parse(request), target)
  }
  const described = engine.evaluate(request, { view: 'describe' }).reply.body
  assert.equal((await engine.importText(described)).request, engine.importDescription(described).request)
})

test('importText asks which of several pools, and says what it looked for in anything else', async () => {
  const text = 'resource "aws_cognito_user_pool" "ü😀" {}\nresource "aws_cognito_user_pool" "b" {\n  name = "b"\n}\n'
  const { choices, request } = await engine.importText(text)
  assert.deepEqual(choices.map(({ id, from, to }) => [id, text.slice(from, to)]), [
    ['ü😀', 'resource "aws_cognito_user_pool" "ü😀" {}'], ['b', 'resource "aws_cognito_user_pool" "b" {\n  name = "b"\n}'],
  ])
  assert.equal(request, '')
  assert.equal(JSON.parse((await engine.importText(text, { resource: 'b' })).request).PoolName, 'b')
  const none = await engine.importText('console.log("hello")')
  assert.equal(none.recognised, '')
  assert.ok(none.looked.length >= 5)
})

test('importText takes any text, also what no parser of another language stands', async () => {
  const pool = (value) => `resource "aws_cognito_user_pool" "p" {\nname = ${value}\n}`
  const texts = [
    '', '\ud800', pool(`${'!'.repeat(200_000)}true`), pool('['.repeat(50_000)), pool('"'), `${'if '.repeat(50_000)}\naws cognito-idp create-user-pool`,
    `Type: AWS::Cognito::UserPool\nProperties: ${'- '.repeat(50_000)}`, `create_user_pool(${'('.repeat(50_000)}`, `aws cognito-idp create-user-pool ${'x'.repeat(600_000)}`,
  ]
  for (const text of texts) {
    const imported = await engine.importText(text)
    assert.equal(imported.request, '', text.slice(0, 60))
    assert.ok(imported.problems.length + imported.looked.length > 0, text.slice(0, 60))
    for (const { from, to } of imported.problems) assert.ok(from >= 0 && from <= to && to <= text.length, text.slice(0, 60))
  }
  assert.equal(JSON.parse((await engine.importText(pool('"still here"'))).request).PoolName, 'still here')
})

test('without readers.wasm JSON is imported all the same, and another try may find it', async () => {
  const bytes = await readFile(new URL('readers.wasm', dist))
  const answers = [
    async () => { throw new Error('You are offline.') }, async () => new Response('', { status: 404 }), async () => new Uint8Array([1, 2, 3]), async () => bytes,
  ]
  const { ReadersFailure } = await import(new URL('engine.js', dist).href)
  const other = await loadEngine({ readers: () => answers.shift()() })
  const text = 'client.create_user_pool(PoolName="p")'
  assert.equal((await other.importText('{"PoolName": "p"}')).recognised, 'request')
  assert.equal((await other.importText('{"UserPool": {"Name": "p"}}')).recognised, 'answer')
  assert.equal(answers.length, 4)
  for (const why of [/You are offline/, /404/, /readers\.wasm/]) {
    await assert.rejects(other.importText(text), (reason) => reason instanceof ReadersFailure && why.test(reason.message))
  }
  assert.equal(JSON.parse((await other.importText(text)).request).PoolName, 'p')
  for (const readers of [bytes, await WebAssembly.compile(bytes), new URL('readers.wasm', dist)]) {
    assert.equal((await (await loadEngine({ readers })).importText(text)).recognised, 'boto3')
  }
  await assert.rejects(engine.importText(7), { name: 'TypeError', message: /text has to be a string/ })
})

// The stack of JavaScript is smaller than Go's own, so that what a text may nest is tried here.
test('no nesting within or beyond the limits runs out of stack, in the engine or in the readers', async () => {
  const nested = (open, close, depth) => open.repeat(depth) + close.repeat(depth)
  for (const depth of [119, 200, 100_000]) {
    for (const text of [
      nested('[', ']', depth), nested('{"a":', '}', depth), `["a\n",${nested('[', ']', depth)}]`, `/* " */${nested('[', ']', depth)}`, `{"UserPool": ${nested('{"LambdaConfig":', '}', depth)}}`,
    ]) {
      const { problems } = engine.evaluate(text)
      assert.ok(problems.length > 0)
      engine.fixAll(text)
      engine.form(text)
      engine.complete(text, text.length)
      engine.importDescription(text)
      await engine.importText(text)
    }
    for (const text of [
      `client.create_user_pool(PoolName=${nested('[', ']', depth)})`, `client.create_user_pool(PoolName=${nested('(', ')', depth)})`, `client.create_user_pool(PoolName='[${nested('["', '"]', depth)}')`,
      `svc$create_user_pool(PoolName = ${nested('list(a = ', ')', depth)})`, `Type: AWS::Cognito::UserPool\na: ${nested('[', ']', depth)}`, `Type: AWS::Cognito::UserPool\na: ${nested('{a: ', '}', depth)}`,
      `Type: AWS::Cognito::UserPool\n${'- '.repeat(depth)}a`, `Type: AWS::Cognito::UserPool\na: ${'!a '.repeat(depth)}b`,
      `resource "aws_cognito_user_pool" "p" {\n a = ${nested('[', ']', depth)}\n}`, `resource "aws_cognito_user_pool" "p" {\n a = ${'!'.repeat(depth)}true\n}`, `resource "aws_cognito_user_pool" "p" {\n a = ${'"${'.repeat(depth)}1${'}"'.repeat(depth)}\n}`,
      `resource "aws_cognito_user_pool" "p" {\n a = ${'1 + '.repeat(depth)}1\n}`, `resource "aws_cognito_user_pool" "p" {\n a = ${'a ? b : '.repeat(depth)}c\n}`, `resource "aws_cognito_user_pool" "p" {\n a = b${'.c'.repeat(depth)}\n}`, `resource "aws_cognito_user_pool" "p" {\n ${'b {\n'.repeat(depth)}${'}\n'.repeat(depth)}}`,
      `aws cognito-idp create-user-pool --pool-name ${nested('$(', ')', depth)}`, `aws cognito-idp create-user-pool --pool-name ${'"$('.repeat(depth)}${')"'.repeat(depth)}`, `aws cognito-idp create-user-pool ${'`'.repeat(depth)}`, `${'if a; then '.repeat(depth)}aws cognito-idp create-user-pool`, `${'a && '.repeat(depth)}aws cognito-idp create-user-pool`,
      `aws cognito-idp create-user-pool --pool-name ${'${a:-'.repeat(depth)}${'}'.repeat(depth)}`, `aws cognito-idp create-user-pool --pool-name $((${'('.repeat(depth)}1${')'.repeat(depth)}))`,
    ]) {
      const began = performance.now()
      const { request, problems, recognised } = await engine.importText(text)
      // Ten times what the slowest takes: what grows with the square of a text takes minutes.
      assert.ok(performance.now() - began < 15_000, `${text.length} characters take ${Math.round(performance.now() - began)} ms: ${text.slice(0, 80)}`)
      assert.ok(recognised !== '' || depth > 1000, text.slice(0, 80))
      assert.ok(request !== '' || problems.length > 0 || recognised === '', text.slice(0, 80))
    }
  }
  assert.equal(engine.evaluate('{"PoolName": "p"}').reply.status, 200)
  assert.match((await engine.importText('client.create_user_pool(PoolName="p")')).request, /"p"/)
})

test('no moment is too early or too late for a reply', () => {
  for (const now of [0, -1, -1e12, 8.64e15, -8.64e15, 1e300, -1e300]) {
    const { reply } = engine.evaluate('{"PoolName": "p"}', { now })
    assert.equal(reply.status, 200, String(now))
    JSON.parse(reply.body)
  }
})

test('what the build has the collector mark, it does not mark in a visit: that would take an eighth of the time', async (t) => {
  const memories = []
  for (const way of ['instantiate', 'instantiateStreaming']) {
    const made = WebAssembly[way]
    t.mock.method(WebAssembly, way, async (...given) => {
      const result = await made(...given)
      memories.push((result.instance ?? result).exports.mem)
      return result
    })
  }
  const engine = await loadEngine()
  const asked = await engine.open(sample)
  for (let i = 0; i < 500; i++) {
    engine.evaluate(sample.replace(/"PoolName": ".*?"/, `"PoolName": "${i}"`))
    await engine.call(asked.state, 'DescribeUserPool', `{"UserPoolId": "${i}"}`)
  }
  assert.equal(memories.length, 2)
  for (const memory of memories) assert.ok(!Buffer.from(memory.buffer).includes('efbeaddeefbeadde', 'hex'))
})
