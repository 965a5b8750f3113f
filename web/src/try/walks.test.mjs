// The ready walks on every example: each ends with tokens, or where the pool stops it, and then it is said why. What they are
// spelt as makes the same calls.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { loadEngine } from '../../dist/engine.js'
import { moduleOf } from '../../test/module.mjs'

const engine = await loadEngine()
const { walks } = await moduleOf('try/walks.ts')
const { gist, openStage, playWalk } = await moduleOf('try/play.ts')
const { spellings } = await moduleOf('calls/spell.ts')
const folder = new URL('../../../internal/example/', import.meta.url)
const examples = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')).map(({ file }) => [file, readFileSync(new URL(file, folder), 'utf8')])

async function walked(walk, text, options = {}) {
  const stage = await openStage(text, options, engine)
  assert.notEqual(stage.opened.state, null, stage.opened.reply.body)
  const played = []
  const stop = await playWalk(walk, stage, options, engine, (each) => played.push(each) > 0)
  return { played, stop, end: played.at(-1) }
}

const own = JSON.stringify
const pools = [
  ...examples,
  ['nothing said', '{"PoolName": "p"}'],
  ['closed', own({ PoolName: 'p', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })],
  ['phones', own({ PoolName: 'p', UsernameAttributes: ['phone_number'], AutoVerifiedAttributes: ['phone_number'], SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' }, MfaConfiguration: 'ON' })],
  ['attributes', own({ PoolName: 'p', Schema: ['birthdate', 'given_name', 'address'].map((Name) => ({ Name, Required: true, Mutable: true })), Policies: { PasswordPolicy: { MinimumLength: 30 } } })],
  ['codes', own({ PoolName: 'p', AutoVerifiedAttributes: ['email'], Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } })],
]

test('where a second factor is asked of everybody, the authenticator app that sign-in set up is not set up once more', async () => {
  const text = own({ PoolName: 'p', UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'], SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' }, MfaConfiguration: 'ON' })
  const { played, stop } = await walked(walks.find(({ id }) => id === 'authenticator'), text)
  assert.equal(stop, null)
  assert.deepEqual(played.map(({ step }) => step.operation).slice(-6), ['InitiateAuth', 'AssociateSoftwareToken', 'VerifySoftwareToken', 'RespondToAuthChallenge', 'InitiateAuth', 'RespondToAuthChallenge'])
  assert.equal(gist(played.at(-1)), 'tokens')
})

for (const walk of walks) {
  test(`${walk.title}: on every day it makes calls that are there, or says since when they are`, async () => {
    for (const asOf of ['2016-04-20', '2016-08-01', '2016-10-06', '2016-12-20', '2017-12-01', '2018-03-01', '2019-06-01', '2019-12-01', '2024-12-01']) {
      const { played, stop } = await walked(walk, '{"PoolName": "shop", "AutoVerifiedAttributes": ["email"]}', { asOf })
      for (const { step, called } of played) assert.equal(called.reply.status, 200, `${asOf}: ${step.operation}: ${called.reply.body}`)
      if (played.length === 0) assert.match(stop.why, /since 20/)
    }
  })

  test(`${walk.title}: with every pool it ends with tokens, or says what stops it`, async () => {
    for (const [name, text] of pools) {
      const { reply } = engine.evaluate(text)
      if (reply.status !== 200) continue
      const { played, stop, end } = await walked(walk, text)
      const where = `${walk.id} with ${name}`
      assert.ok(played.length > 1, where)
      if (stop) {
        assert.ok(stop.why.length > 20, where)
        continue
      }
      if (end.called.reply.status === 200) {
        assert.ok(played.some((each) => gist(each) === 'tokens'), `${where}: ${played.map(gist)}`)
        continue
      }
      const [problem] = end.called.problems.filter(({ severity }) => severity === 'error')
      assert.ok(problem?.message && problem.why, `${where}: ${end.called.reply.body}`)
      // A pool stops people by a setting. Any other refusal would be the walk's own fault.
      assert.ok(end.called.reasons.some(({ setting }) => setting), `${where}: ${end.called.reply.body}`)
    }
  })
}

test('who is stopped, by which setting', async () => {
  const ends = async (id, pool) => {
    const { stop, end } = await walked(walks.find((walk) => walk.id === id), own(pool))
    return stop?.setting ?? end.called.reasons.map(({ setting }) => setting).filter(Boolean).at(-1) ?? gist(end)
  }
  assert.equal(await ends('sign-up', { PoolName: 'p', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }), '/AdminCreateUserConfig/AllowAdminCreateUserOnly')
  assert.equal(await ends('forgotten-password', { PoolName: 'p', AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } }), '/AccountRecoverySetting')
  assert.equal(await ends('without-password', { PoolName: 'p' }), '/Policies/SignInPolicy/AllowedFirstAuthFactors')
  assert.equal(await ends('without-password', { PoolName: 'p', UserPoolTier: 'LITE' }), '/UserPoolTier')
  assert.equal(await ends('without-password', { PoolName: 'p', Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } }), '/Policies/SignInPolicy/AllowedFirstAuthFactors')
  assert.equal(await ends('sign-up', { PoolName: 'p', MfaConfiguration: 'ON', SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' } }), '/MfaConfiguration')
})

test('on earlier days a walk speaks as the API did', async () => {
  for (const asOf of ['2016-10-06', '2018-06-01', '2021-01-01']) {
    const { played } = await walked(walks[0], '{"PoolName": "p", "AutoVerifiedAttributes": ["email"]}', { asOf })
    assert.deepEqual(played.map(gist).slice(-2), ['tokens', 'done'], `${asOf}: ${played.map(gist)}`)
  }
})

// Each tool's place is taken by a stand-in that gives the answers of the walk, and writes down what it was called with.
test('spelt for the AWS CLI, boto3 and the AWS SDK, a walk makes the same calls', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'walk-'))
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  try {
    for (const walk of walks) {
      const { played } = await walked(walk, own({ PoolName: 'p', AutoVerifiedAttributes: ['email'], Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } }))
      const calls = played.map(({ step }) => ({ step, text: own(step.request) }))
      write('answers.json', own(played.map(({ called }) => called.reply.body)))
      // What a person would type, in its order.
      const typed = played.flatMap(({ step, request }) => {
        return ['<code>', '<app code>'].filter((word) => own(step.request).includes(word)).map((word) => valueIn(step.request, JSON.parse(request), word))
      })
      const wanted = played.map(({ step, request }) => [step.operation, JSON.parse(request)])
      for (const { id, spell } of spellings) {
        rmSync(path.join(folder, 'calls'), { force: true })
        const code = spell(calls, 'us-east-1')
        run[id](folder, write, code, typed)
        const made = readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n').map((line) => JSON.parse(line))
        assert.deepEqual(made.map(([operation, request]) => [operation.replaceAll(/[-_]/g, '').toLowerCase(), request]), wanted.map(([operation, request]) => [operation.toLowerCase(), request]), `${walk.id} for ${id}`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What stands in a request where another has a word. */
function valueIn(asked, sent, word) {
  if (asked === word) return sent
  if (typeof asked !== 'object' || asked === null) return undefined
  for (const [name, value] of Object.entries(asked)) {
    const found = valueIn(value, sent[name], word)
    if (found !== undefined) return found
  }
  return undefined
}

const run = {
  cli(folder, write, code, typed) {
    write('bin/aws', `#!/usr/bin/env node
const { appendFileSync, existsSync, readFileSync } = require('node:fs')
const calls = existsSync('calls') ? readFileSync('calls', 'utf8').trim().split('\\n').length : 0
const input = process.argv[process.argv.indexOf('--cli-input-json') + 1]
appendFileSync('calls', JSON.stringify([process.argv[3], JSON.parse(input)]) + '\\n')
console.log(JSON.parse(readFileSync('answers.json', 'utf8'))[calls])
`)
    // Of jq, what the script asks for: one path, or nothing.
    write('bin/jq', `#!/usr/bin/env node
const path = process.argv[3].replace(' // empty', '').slice(1).split('.')
const value = path.reduce((at, name) => at?.[name], JSON.parse(require('node:fs').readFileSync(0, 'utf8')))
if (value !== undefined) console.log(value)
`)
    for (const name of ['aws', 'jq']) chmodSync(path.join(folder, 'bin', name), 0o755)
    write('walk.sh', code)
    execFileSync('sh', ['walk.sh'], { cwd: folder, input: `${typed.join('\n')}\n`, env: { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH}` } })
  },
  boto3(folder, write, code, typed) {
    write('boto3.py', `import json
answers = iter(json.load(open("answers.json")))
class Client:
    def __getattr__(self, name):
        def call(**request):
            with open("calls", "a") as calls:
                calls.write(json.dumps([name, request]) + "\\n")
            return json.loads(next(answers))
        return call
def client(service, region_name):
    assert service == "cognito-idp" and region_name == "us-east-1"
    return Client()
`)
    write('walk.py', code)
    execFileSync('python3', ['walk.py'], { cwd: folder, input: `${typed.join('\n')}\n` })
  },
  javascript(folder, write, code, typed) {
    const names = [...new Set([...code.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name))]
    write('node_modules/@aws-sdk/client-cognito-identity-provider/package.json', '{"type": "module", "exports": "./index.js"}')
    write('node_modules/@aws-sdk/client-cognito-identity-provider/index.js', `import { appendFileSync, readFileSync } from 'node:fs'
const answers = JSON.parse(readFileSync('answers.json', 'utf8'))
${names.map((name) => `export class ${name}Command { constructor(input) { this.call = ['${name}', input] } }`).join('\n')}
export class CognitoIdentityProviderClient {
  constructor({ region }) { if (region !== 'us-east-1') throw new Error(region) }
  async send({ call }) { appendFileSync('calls', JSON.stringify(call) + '\\n'); return JSON.parse(answers.shift()) }
}
`)
    write('walk.mjs', code)
    execFileSync('node', ['walk.mjs'], { cwd: folder, input: `${typed.join('\n')}\n` })
  },
}
