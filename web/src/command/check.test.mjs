// user-pool check, as the package has it, on files.

import assert from 'node:assert/strict'
import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { execFileSync } from 'node:child_process'
import { Validator } from '@cfworker/json-schema'
import { folderWith, run } from '../../test/command.mjs'
import { moduleOf } from '../../test/module.mjs'

const good = '{"PoolName": "shop"}\n'
const bad = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "ON"\n}\n'
const comma = '{"PoolName": "shop",}\n'
const template = `Resources:
  Shop:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: shop
  Staff:
    Type: AWS::Cognito::UserPool
    Properties:
      MfaConfiguration: "ON"
`
const terraform = 'resource "aws_cognito_user_pool" "shop" {\n  name = "shop"\n  deletion_protection = "active"\n}\n'
const call = 'import boto3\nboto3.client("cognito-idp").create_user_pool(PoolName="shop", MfaConfiguration="ON")\n'

const runs = [
  { what: 'a request that the service takes', files: { 'a.json': good }, args: ['a.json'], status: 0, out: /^$/ },
  { what: 'a request that it refuses', files: { 'a.json': bad }, args: ['a.json'], status: 1, out: /^a\.json:3:23: error: MfaConfiguration is ON .* \[mfa-needs-sms\]\n {4}"MfaConfiguration": "ON"\n {24}\^~~~\n {2}the service: InvalidParameterException: .*\n {2}fix: / },
  { what: 'each pool of a template', files: { 't.yaml': template }, args: ['t.yaml'], status: 1, out: /^t\.yaml:9:25: error: .*\[mfa-needs-sms\]\n {2}pool: Staff/m },
  { what: 'Terraform', files: { 'main.tf': terraform }, args: ['main.tf'], status: 1, out: /^main\.tf:3:\d+: error: .*\[constraint-enum\]/m },
  { what: 'a program', files: { 'pool.py': call }, args: ['pool.py'], status: 1, out: /^pool\.py:2:\d+: error: .*\[mfa-needs-sms\]/m },
  { what: 'several files', files: { 'a.json': bad, 'b.json': good }, args: ['a.json', 'b.json'], status: 1, out: /2 files: 1 error\./ },
  { what: 'the standard input', args: ['-', '--stdin-filename', 'x/y.json'], input: bad, status: 1, out: /^x\/y\.json:3:23: error/ },
  { what: 'a file that is not there, and another one', files: { 'a.json': bad }, args: ['a.json', 'none.json'], status: 3, out: /mfa-needs-sms/, err: /^user-pool: none\.json cannot be read: it is not there\.\n$/ },
  { what: 'a binary', files: { 'a.json': Buffer.from([0x7b, 0, 1]) }, args: ['a.json'], status: 3, out: /^$/, err: /no text: it has zero bytes/ },
  { what: 'another encoding', files: { 'a.json': Buffer.from([0x7b, 0xff, 0x7d]) }, args: ['a.json'], status: 3, err: /a\.json is no text in UTF-8\.\n$/ },
  { what: 'ten megabytes', files: { 'a.json': ' '.repeat(10_000_000) }, args: ['a.json'], status: 3, err: /^user-pool: a\.json is too large: 10\.0 MB\. .*\n$/ },
  { what: 'a folder with large data and a text in UTF-16 beside the pool', files: { 'a.json': good, 'geo.json': ' '.repeat(10_000_000), 'old.json': Buffer.from(good, 'utf16le') }, args: ['.'], status: 0, out: /^$/, err: /passed over: geo\.json is too large[^]*passed over: old\.json is no text/ },
  { what: 'a Region that is none', files: { 'a.json': good }, args: ['a.json', '--region', 'mars'], status: 2, err: /--region mars: A Region looks like eu-west-1/ },
  { what: 'a Region that is not known', files: { 'a.json': good }, args: ['a.json', '--region', 'us-east-9'], status: 0, err: /--region: No Region us-east-9 is known here: is the name right\?/ },
  { what: 'an account that is none', files: { 'a.json': good }, args: ['a.json', '--account', '12'], status: 2, err: /--account 12: An account id has 12 digits/ },
  { what: 'ten megabytes of input', args: ['-'], input: ' '.repeat(10_000_000), status: 3, err: /^user-pool: standard input is too large.*\n$/ },
  { what: 'a named file without a pool', files: { 'a.yaml': 'a: 1\n' }, args: ['a.yaml'], status: 0, out: /^a\.yaml:1:1: note: No user pool is found in this text\. \[not-recognised\]/ },
  { what: 'a folder without anything', files: { 'x/a.txt': 'x' }, args: ['x'], status: 2, err: /^user-pool: x has no file that could be checked\.\n$/ },
  { what: 'a folder without a pool', files: { 'x/a.json': '{"name": 1}' }, args: ['x'], status: 2, err: /^user-pool: no user pool is found in x\.\n$/ },
  { what: 'a folder, without what git ignores', files: { '.gitignore': 'out/\n', 'src/a.json': bad, 'out/b.json': bad, 'node_modules/x/c.json': bad, 'package.json': '{"name": "user-pool"}' }, args: ['.'], status: 1, out: /^src\/a\.json:3:23.*\n[^]*1 file: 1 error\./ },
  {
    what: 'a folder, without what only speaks of pools', args: ['.'], status: 1, out: /^broken\.yaml:\d+:\d+: error: .*\[syntax\]\n[^]*^pool\.py:2[^]*2 files: 2 errors\./m,
    files: {
      'list.json': '["user_pool"]', 'outputs.json': '{"userPoolId": "x"}', 'app.ts': 'const a = { PoolName: "a", UserPoolId: process.env.POOL }\n', 'use.py': 'user_pool = Pool.lookup("x")\n',
      'broken.yaml': 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n   Properties: {\n', 'pool.py': call,
    },
  },
  {
    what: 'a folder with programs in other styles', args: ['.'], status: 1, out: /^Pool\.java:2:\d+: error: .*\n[^]*^pool\.ts:2[^]*2 files: 2 errors/m,
    files: {
      'Pool.java': 'CfnUserPool.Builder.create(this, "A").userPoolName("a")\n  .policies(PoliciesProperty.builder().passwordPolicy(PasswordPolicyProperty.builder().minimumLength(2).requireNumbers(true).requireSymbols(true).requireLowercase(true).requireUppercase(true).build()).build()).build();\n',
      'pool.ts': "export default { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'a',\n  MfaConfiguration: 'SOME' } }\n",
    },
  },
  { what: 'a pattern', files: { 'a.pool.json': bad, 'b.json': bad }, args: ['*.pool.json'], status: 1, out: /1 file: 1 error\./ },
  { what: 'a file whose name is a pattern', files: { 'a[1].json': bad }, args: ['a[1].json'], status: 1, out: /^a\[1\]\.json:3/ },
  { what: 'the day', files: { 'a.json': '{"PoolName": "a", "UserPoolTier": "PLUS"}' }, args: ['a.json', '--as-of', '2020-01-01'], status: 1, out: /\[unknown-member\]/ },
  { what: 'a day that is none', files: { 'a.json': good }, args: ['a.json', '--as-of', 'soon'], status: 2, err: /^user-pool: --as-of has to be a day/ },
  { what: 'only errors', files: { 'a.json': '{"PoolName": "a", "poolName": 1}' }, args: ['a.json', '--severity', 'error'], status: 0, out: /^$/ },
  { what: 'a level that is none', files: { 'a.json': good }, args: ['a.json', '--severity', 'bad'], status: 2, err: /error, warning, note/ },
  { what: 'an option that is none', args: ['--nonsense'], status: 2, err: /^user-pool: Unknown option '--nonsense'/ },
  { what: 'no file', args: [], status: 2, err: /a FILE is to be given/ },
  { what: 'a parameter', files: { 't.yaml': 'Parameters:\n  Mode:\n    Type: String\nResources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      MfaConfiguration: !Ref Mode\n' }, args: ['t.yaml', '--param', 'Mode=MAYBE'], status: 1, out: /\[constraint-enum\]/ },
  { what: 'a parameter without a value', files: { 'a.json': good }, args: ['a.json', '--param', 'Mode'], status: 2, err: /--param takes NAME=VALUE/ },
  { what: 'the account', files: { 'a.json': { PoolName: 'a', EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/a@example.com' } } }, args: ['a.json', '--account', '210987654321'], status: 1, out: /\[email-arn-other-account\]/ },
]

for (const { what, files, args, input, status, out = /^/, err = /^/ } of runs) {
  test(`check: ${what}`, async () => {
    const result = await run(folderWith(files).folder, ['check', ...args], { input })
    assert.match(result.stderr, err)
    assert.match(result.stdout, out)
    assert.equal(result.status, status, `${result.stdout}${result.stderr}`)
  })
}

test('a folder that links to itself ends, and so does a link in a circle', async () => {
  const { folder, at } = folderWith({ 'x/a.json': bad })
  symlinkSync('..', at('x/up'))
  symlinkSync('circle.json', at('circle.json'))
  const result = await run(folder, ['check', 'x', 'circle.json'])
  assert.equal(result.stderr, 'user-pool: circle.json cannot be read: its links lead in a circle.\n')
  assert.match(result.stdout, /2 files|1 file: 1 error\./)
  assert.equal(result.status, 3)
})

test('nothing that a terminal would obey is printed', async () => {
  const { folder } = folderWith({ 'a.json': '{"PoolName": "\u001b[2J\u009b1m\u202e", "\u001b]0;x\u0007": 1}', 'a\u001b[1m.json': bad })
  const { stdout, stderr } = await run(folder, ['check', 'a.json', 'a\u001b[1m.json', '\u001b[2Jnone'])
  assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  assert.match(stdout, /␛\[2J/)
})

test('colours are for terminals, or where they are asked for', async () => {
  const { folder } = folderWith({ 'a.json': bad })
  assert.match((await run(folder, ['check', 'a.json'], { env: { NO_COLOR: '', FORCE_COLOR: '1' } })).stdout, /\u001b\[31merror/)
  for (const CI of ['', 'true']) assert.doesNotMatch((await run(folder, ['check', 'a.json'], { env: { NO_COLOR: '', FORCE_COLOR: '', CI } })).stdout, /\u001b/)
})

test('what a comment ignores is not told, and a comment that ignores nothing is', async () => {
  const at = (comment, above = '') => template.replace('      MfaConfiguration: "ON"', `${above}      MfaConfiguration: "ON"${comment}`)
  const cases = [
    [at(' # user-pool-ignore mfa-needs-sms: SMS comes later'), 0, /1 ignored/],
    [at('', '      # user-pool-ignore mfa-needs-sms, constraint-enum: SMS comes later\n'), 1, /ignores constraint-enum, which is not found on the line .* \[ignore-unused\]/],
    [at('', '      # user-pool-ignore mfa-needs-sms: why\n      # another comment\n\n'), 0, /1 ignored/],
    [at('', '      # user-pool-ignore password-policy-in-part: as agreed\n      Policies:\n        PasswordPolicy:\n          MinimumLength: 8\n      # user-pool-ignore mfa-needs-sms: SMS comes later\n'), 0, /2 ignored/],
    [at(' # user-pool-ignore mfa-needs-sms'), 1, /mfa-needs-sms\][^]*gives no reason.*\[ignore-incomplete\]/],
    [at(' # user-pool-ignore: SMS comes later'), 1, /names no rule.*\[ignore-incomplete\]/],
    [at(' # user-pool-ignore mfa-needs-sns: typing'), 1, /there is no rule of that name\. \[ignore-unused\]/],
  ]
  for (const [text, status, out] of cases) {
    const result = await run(folderWith({ 't.yaml': text }).folder, ['check', 't.yaml', '--severity', 'warning'])
    assert.match(result.stdout, out, text)
    assert.equal(result.status, status, `${text}\n${result.stdout}`)
  }
})

test('the settings say what stands around and what is ignored', async () => {
  const settings = {
    surroundings: { asOf: '2024-01-01' },
    severity: 'warning',
    exclude: ['old/**'],
    ignores: [
      { rule: 'mfa-needs-sms', files: ['shop/*.json'], pointer: '/MfaConfiguration', reason: 'SMS comes later' },
      { rule: 'unknown-member', files: ['none.json'], reason: 'of no use' },
    ],
  }
  const { folder, at } = folderWith({ 'user-pool.json': settings, 'shop/a.json': bad, 'b.json': bad, 'old/c.json': bad })
  const whole = await run(folder, ['check', '.'])
  assert.match(whole.stdout, /^b\.json:3[^]*2 files: 1 error, 1 ignored\.\n$/)
  assert.equal(whole.stderr, 'user-pool: user-pool.json: the entry that ignores unknown-member (of no use) ignores nothing. Remove it.\n')
  // From a folder inside, on one file: the entry may well be of use elsewhere.
  assert.deepEqual(await run(at('shop'), ['check', 'a.json']), { status: 0, stdout: '\n1 file: 1 ignored.\n', stderr: '' })
  for (const [text, err] of [['{', /no JSON/], ['{"ignores": [{"rule": "x"}]}', /ignores\/0: .*reason/], ['{"severities": 1}', /\/severities: There is no member of this name\./]]) {
    writeFileSync(at('user-pool.json'), text)
    const { status, stderr } = await run(folder, ['check', 'b.json'])
    assert.equal(status, 2)
    assert.match(stderr, err)
  }
})

test('--fix applies the safe fixes and touches nothing else', async () => {
  const { folder, at, read } = folderWith({ 'a.json': '{\n  // a comment\n  "PoolName": "shop",\n}\n', 'b.json': bad })
  chmodSync(at('a.json'), 0o640)
  symlinkSync('a.json', at('link.json'))
  const before = statSync(at('b.json')).mtimeMs
  const result = await run(folder, ['check', '--fix', 'link.json', 'b.json'])
  assert.deepEqual(JSON.parse(read('a.json')), { PoolName: 'shop' })
  assert.equal(statSync(at('a.json')).mode & 0o777, 0o640)
  assert.equal(statSync(at('b.json')).mtimeMs, before)
  assert.equal(result.status, 1)
  assert.match(result.stderr, /^user-pool: link\.json: \d fixes applied/)
  assert.deepEqual(readdirSync(folder).sort(), ['a.json', 'b.json', 'link.json'])
  assert.equal((await run(folder, ['check', '--fix', 'a.json'])).status, 0)
})

test('--fix does not write over what somebody else wrote meanwhile', async () => {
  const { replaceText } = await moduleOf('command/texts.ts', { platform: 'node' })
  const { folder, at, read } = folderWith({ 'a.json': 'now' })
  await assert.rejects(replaceText(at('a.json'), 'before', 'after'), /changed while it was checked/)
  assert.equal(read('a.json'), 'now')
  await replaceText(at('a.json'), 'now', 'after')
  assert.equal(read('a.json'), 'after')
  assert.deepEqual(readdirSync(folder), ['a.json'])
})

test('--fix --dry-run prints what git applies, and writes nothing', async () => {
  const { folder, read, at } = folderWith({ 'x/a.json': comma, 'b.json': good })
  const { status, stdout } = await run(folder, ['check', '--fix', '--dry-run', '.'])
  assert.equal(status, 1)
  assert.equal(read('x/a.json'), comma)
  writeFileSync(at('a.patch'), stdout)
  execFileSync('git', ['apply', 'a.patch'], { cwd: folder })
  assert.equal(read('x/a.json'), good)
})

test('--fix of the standard input prints the text', async () => {
  const { status, stdout, stderr } = await run(folderWith().folder, ['check', '--fix', '-'], { input: comma })
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: good, stderr: '' })
})

test('--fix does not write into a folder that it may not write to, and says so', async () => {
  const { folder, at, read } = folderWith({ 'x/a.json': comma })
  chmodSync(folder, 0o755)
  chmodSync(at('x'), 0o555)
  // Root may write anywhere.
  const { status, stderr } = await run(folder, ['check', '--fix', 'x/a.json'], process.getuid() === 0 ? { uid: 65534 } : {})
  chmodSync(at('x'), 0o755)
  assert.equal(status, 3)
  assert.match(stderr, /cannot be written: permission denied/)
  assert.equal(read('x/a.json'), comma)
})

const several = { 'a b/ü.json': bad, 't.yaml': template.replace('shop', '"<&\\u001b>"'), 'good.json': good, 'c.yaml': template.replace('"ON"', '"ON" # user-pool-ignore mfa-needs-sms: SMS comes later') }

test('SARIF is as its schema says, and has rules, regions, fixes and what is ignored', async () => {
  const require = createRequire(import.meta.url)
  const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))
  const { folder } = folderWith(several)
  const { status, stdout } = await run(folder, ['check', '.', 'none.json', '--format', 'sarif', '--pack', 'cdk-nag'])
  assert.equal(status, 3)
  const log = JSON.parse(stdout)
  const { valid, errors } = new Validator(schema, '4', false).validate(log)
  assert.ok(valid, JSON.stringify(errors?.slice(-3)))
  const [{ results, tool, invocations }] = log.runs
  assert.equal(invocations[0].toolExecutionNotifications.length, 1)
  const first = results.find(({ ruleId, locations }) => ruleId === 'mfa-needs-sms' && locations[0].physicalLocation.artifactLocation.uri === 'a%20b/%C3%BC.json')
  assert.deepEqual(first.locations[0].physicalLocation.region, { startLine: 3, startColumn: 23, endLine: 3, endColumn: 27 })
  assert.equal(first.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '"OFF"')
  assert.deepEqual(results.filter(({ suppressions }) => suppressions).map(({ suppressions }) => suppressions[0].justification), ['SMS comes later'])
  const settings = folderWith({ 'a.json': bad, 'user-pool.json': { ignores: [{ rule: 'mfa-needs-sms', reason: 'later' }] } })
  const ignored = JSON.parse((await run(settings.folder, ['check', '.', '--format', 'sarif'])).stdout).runs[0].results[0]
  assert.deepEqual(ignored.suppressions, [{ kind: 'external', justification: 'later' }])
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId)
  for (const { help, shortDescription } of tool.driver.rules) assert.ok(help.text && shortDescription.text)
  assert.equal(new Set(results.map(({ partialFingerprints }) => partialFingerprints['userPool/v1'])).size, results.length)
})

test('GitHub’s, GitLab’s, JUnit’s and our own form say the same', async () => {
  const { folder } = folderWith(several)
  const of = async (format) => (await run(folder, ['check', '.', '--format', format, '--severity', 'warning'])).stdout
  const ours = JSON.parse(await of('json'))
  const problems = ours.files.flatMap(({ path, problems }) => problems.filter(({ ignored }) => ignored === undefined).map((problem) => ({ path, ...problem })))
  assert.deepEqual(problems.map(({ rule }) => rule).sort(), ['constraint-pattern', 'mfa-needs-sms', 'mfa-needs-sms'])
  assert.deepEqual(ours.files.map(({ path, language, pools }) => [path, language, pools.length]).sort(), [['a b/ü.json', 'request', 1], ['c.yaml', 'cloudformation', 2], ['good.json', 'request', 1], ['t.yaml', 'cloudformation', 2]])
  const annotations = (await of('github')).trim().split('\n')
  assert.deepEqual(annotations.map((line) => /^::error file=(.*?),line=(\d+),.*title=([\w-]+)::/.exec(line).slice(1)), problems.map(({ path, line, rule }) => [path, String(line), rule]))
  const quality = JSON.parse(await of('gitlab'))
  assert.deepEqual(quality.map(({ location, severity }) => [location.path, location.positions.begin.line, severity]), problems.map(({ path, line }) => [path, line, 'critical']))
  const junit = await of('junit')
  assert.equal(junit.match(/<failure /g).length, 3)
  assert.equal(junit.match(/<skipped /g).length, 1)
  assert.doesNotMatch(junit, /[\u0000-\u0008\u000b-\u001f]/)
})

test('a fingerprint stays when lines come and go above it', async () => {
  const marks = async (text) => JSON.parse((await run(folderWith({ 'a.json': text }).folder, ['check', 'a.json', '--format', 'gitlab'])).stdout).map(({ fingerprint }) => fingerprint)
  assert.deepEqual(await marks(bad), await marks(`\n\n${bad}`))
})

const poolsOf = (count) => `Resources:\n${Array.from({ length: count }, (_, i) => `  P${i}:\n    Type: AWS::Cognito::UserPool\n`).join('')}`

const large = [
  { what: 'a comment of spaces', file: 't.yaml', text: `${template}# user-pool-ignore ${' '.repeat(400_000)}x\n`, out: /ignore-incomplete/ },
  { what: 'comments on every line', file: 't.yaml', text: template + '# user-pool-ignore mfa-needs-sms: why\n'.repeat(10_000), out: /ignore-unused/ },
  { what: 'more pools than are checked', file: 't.yaml', text: poolsOf(100), out: /The text has 100 pools\. The first 64 of them are checked\. \[pools-not-checked\]/ },
  { what: 'thousands of faults in one line', file: 'a.json', text: `{"PoolName": "a", "AliasAttributes": [${"'email',".repeat(3_000)}]}`, out: /a\.json: 3001 fixes applied/, args: ['--fix'] },
  { what: 'a line without an end', file: 'a.json', text: `{"PoolName": "${'a'.repeat(900_000)}"}`, out: /constraint-maxLength|text-too-long/ },
]

for (const { what, file, text, out, args = [] } of large) {
  test(`check ends soon: ${what}`, async () => {
    const began = performance.now()
    const { stdout, stderr } = await run(folderWith({ [file]: text }).folder, ['check', file, ...args])
    assert.match(stdout + stderr, out)
    // It takes a second or two; what grows with the square of a text takes minutes.
    assert.ok(performance.now() - began < 30_000)
  })
}

/** The shortest of several times, in ms: what else the machine does makes none of them shorter. It ends once one is short enough. */
async function shortest(times, enough, work) {
  let best = Infinity
  for (let i = 0; i < times && best > enough; i++) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

// On an idle machine a request takes four times as long as Node alone, which takes some 40 ms, and a further file a tenth of
// that. A busy one is given twice as much.
test('a request takes at most eight times as long as Node alone, and each further file a quarter of that', async () => {
  const node = await shortest(8, 0, async () => execFileSync(process.execPath, ['-e', '0']))
  const one = folderWith({ 'a.json': bad })
  const first = await shortest(12, node * 8, () => run(one.folder, ['check', 'a.json']))
  assert.ok(first <= node * 8, `${first} ms are more than eight times ${node} ms`)
  const { folder } = folderWith(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}.yaml`, `${template.replace('shop', `shop${i}`)}${'# '.padEnd(1700, 'x')}\n`])))
  const all = await shortest(3, first + 500 * node / 4, async () => {
    const { stdout } = await run(folder, ['check', '.', '--format', 'json'])
    assert.equal(JSON.parse(stdout).files.length, 500)
  })
  assert.ok(all <= first + 500 * node / 4, `${all} ms for 500 files, where Node alone takes ${node} ms`)
})
