// What the published packs of checks say of pools, through the command.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Validator } from '@cfworker/json-schema'
import { folderWith, run } from '../../test/command.mjs'

const source = new URL('../audit/packs/', import.meta.url)
const json = (name) => JSON.parse(readFileSync(new URL(name, source), 'utf8'))
const names = readdirSync(source).filter((name) => name !== 'pack.schema.json').map((name) => name.replace('.json', ''))
const checks = names.flatMap((name) => json(`${name}.json`).checks.map((check) => ({ ...check, code: `${name}/${check.id}` })))
const all = names.flatMap((name) => ['--pack', name])

/** What the checks say of a text: fails as warnings, and what is not decided as notes. */
async function said(text, file = 'a.json', args = all) {
  const { stdout, stderr } = await run(folderWith({ [file]: text }).folder, ['check', file, '--format', 'json', ...args])
  assert.equal(stderr, '')
  const problems = JSON.parse(stdout).files[0].problems
  return { problems, fails: problems.filter(({ rule, severity }) => rule.includes('/') && severity === 'warning').map(({ rule }) => rule).sort(), open: problems.filter(({ rule, severity }) => rule.includes('/') && severity === 'note').map(({ rule }) => rule).sort() }
}

test('the packs are as their schema says, and have the 28 published checks', () => {
  for (const name of names) {
    const { valid, errors } = new Validator(json('pack.schema.json'), '2020-12').validate(json(`${name}.json`))
    assert.ok(valid, `${name}: ${JSON.stringify(errors.at(-1))}`)
  }
  assert.equal(new Set(checks.map(({ code }) => code)).size, 28)
  assert.equal(checks.filter(({ reads }) => reads !== 'other call').length, 23)
})

const undecidable = checks.filter(({ reads }) => reads === 'other call').map(({ code }) => code).sort()
const kicks = ['kics/74a18d1a-cf02-4a31-8791-ed0967ad7fdc', 'kics/ec28bf61-a474-4dbe-b414-6dd3a067d6f0']
const mfa = ['cdk-nag/AwsSolutions-COG2', 'prowler/cognito_user_pool_mfa_enabled', 'securityhub/Cognito.5']
const threats = ['cdk-nag/AwsSolutions-COG8', 'prowler/cognito_user_pool_advanced_security_enabled', 'securityhub/Cognito.1', 'securityhub/Cognito.4']
const deletion = ['prowler/cognito_user_pool_deletion_protection_enabled', 'securityhub/Cognito.6']
const recovery = 'prowler/cognito_user_pool_account_recovery_sms_not_preferred'
const rest = ['cdk-nag/AwsSolutions-COG1', 'prowler/cognito_user_pool_password_policy_minimum_length_14', 'prowler/cognito_user_pool_self_registration_disabled']
const off = ['cfn-nag/F78', 'guard/COGNITO_USER_POOL_MFA_CONFIGURATION_RULE']
const sms = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms-role', ExternalId: 'x' }
const strong = { MinimumLength: 14, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true, TemporaryPasswordValidityDays: 7 }

const pools = [
  { what: 'a bare pool', request: { PoolName: 'a' }, fails: [...mfa, ...threats, ...deletion, ...rest, ...kicks] },
  { what: 'MFA that is switched off', request: { PoolName: 'a', MfaConfiguration: 'OFF' }, fails: [...mfa, ...threats, ...deletion, ...rest, ...kicks, ...off] },
  { what: 'MFA that users may choose', request: { PoolName: 'a', MfaConfiguration: 'OPTIONAL', SmsConfiguration: sms }, fails: [...mfa.slice(0, 2), ...threats, ...deletion, ...rest], open: ['securityhub/Cognito.5'] },
  { what: 'first factors beside the password', request: { PoolName: 'a', Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } }, fails: [...mfa.slice(0, 2), ...threats, ...deletion, ...rest, ...kicks] },
  { what: 'a weak password', request: { PoolName: 'a', Policies: { PasswordPolicy: { ...strong, MinimumLength: 6, RequireSymbols: false, TemporaryPasswordValidityDays: 30 } } }, fails: [...mfa, ...threats, ...deletion, ...rest, ...kicks, 'prowler/cognito_user_pool_password_policy_symbol', 'prowler/cognito_user_pool_temporary_password_expiration', 'securityhub/Cognito.3'] },
  { what: 'recovery by SMS first', request: { PoolName: 'a', AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }, { Name: 'verified_email', Priority: 2 }] } }, fails: [...mfa, ...threats, ...deletion, ...rest, ...kicks, recovery] },
  {
    what: 'a pool that passes', fails: [],
    request: {
      PoolName: 'a', MfaConfiguration: 'ON', SmsConfiguration: sms, DeletionProtection: 'ACTIVE', UserPoolTier: 'PLUS', Policies: { PasswordPolicy: strong },
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' } },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }, AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    },
  },
]

for (const { what, request, fails, open = [] } of pools) {
  test(`the checks of ${what}`, async () => {
    const answer = await said(request)
    assert.deepEqual(answer.fails, [...fails].sort())
    assert.deepEqual(answer.open, [...undecidable, ...open].sort())
  })
}

test('the fix of each check makes it pass, and the service takes what comes of it', async () => {
  const weak = '{\n  "PoolName": "a",\n  "MfaConfiguration": "OFF",\n  "Policies": { "PasswordPolicy": { "MinimumLength": 6, "TemporaryPasswordValidityDays": 30 } },\n  "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Name": "verified_phone_number", "Priority": 1 }] }\n}\n'
  const { problems } = await said(weak)
  const fixed = new Map(problems.filter(({ rule, fixes }) => rule.includes('/') && fixes.length > 0).map(({ rule, fixes }) => [rule, fixes[0]]))
  const withFix = checks.filter(({ fix }) => fix).map(({ code }) => code).sort()
  assert.deepEqual([...fixed.keys()].sort(), withFix)
  assert.equal(withFix.length, 23)
  const mended = Object.fromEntries([...fixed].map(([rule, { edits: [{ from, to, insert }] }], i) => [`${String(i).padStart(2, '0')}.json`, { rule, text: weak.slice(0, from) + insert + weak.slice(to) }]))
  const { folder } = folderWith(Object.fromEntries(Object.entries(mended).map(([file, { text }]) => [file, text])))
  const { files } = JSON.parse((await run(folder, ['check', '.', '--format', 'json', ...all])).stdout)
  assert.equal(files.length, 23)
  for (const { path, problems } of files) {
    const { rule, text } = mended[path]
    assert.ok(!problems.some((problem) => problem.rule === rule && problem.severity === 'warning'), `${rule} still fails: ${text}`)
    assert.deepEqual(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message), [], `${rule}: ${text}`)
  }
})

test('in a template each pool is looked at, by the tools that read its language, at its own places', async () => {
  const cloudFormation = await said('Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      MfaConfiguration: "OFF"\n  B:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: !Ref Name\n      MfaConfiguration: !Ref Mode\n', 't.yaml')
  const about = (id) => cloudFormation.problems.filter(({ rule }) => rule === id).map(({ pool, line, severity }) => [pool, line, severity])
  assert.deepEqual(about('cfn-nag/F78'), [['A', 6, 'warning'], ['B', 11, 'note']])
  assert.deepEqual(about(kicks[1]), [])
  assert.deepEqual(about('securityhub/Cognito.6'), [['A', 2, 'warning'], ['B', 7, 'warning']])
  const terraform = await said('resource "aws_cognito_user_pool" "a" {\n  name = "a"\n  mfa_configuration = "ON"\n}\n', 'a.tf')
  assert.ok(terraform.fails.includes(kicks[1]), 'no factor stands beside')
  const withApp = await said('resource "aws_cognito_user_pool" "a" {\n  name = "a"\n  mfa_configuration = "ON"\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n', 'a.tf')
  assert.ok(!withApp.fails.includes(kicks[1]) && !withApp.open.includes(kicks[1]))
  assert.ok(!withApp.fails.includes('cdk-nag/AwsSolutions-COG2') && !withApp.open.includes('cdk-nag/AwsSolutions-COG2'))
  const set = await said('resource "aws_cognito_user_pool" "a" {\n  name = "a"\n  mfa_configuration = var.mode\n}\n', 'a.tf')
  assert.ok(set.open.includes(kicks[1]), 'the mode is known at deployment')
  assert.ok(!terraform.fails.includes('cfn-nag/F78') && !terraform.open.includes('cfn-nag/F78'))
})

test('where tools disagree they stand side by side', async () => {
  const { stdout } = await run(folderWith({ 'a.json': { PoolName: 'a' } }).folder, ['check', 'a.json', '--severity', 'error', ...all])
  assert.match(stdout, /^a\.json: checks of MFA disagree:\n(?: {2}.*\n)* {2}cfn-nag\/F78 +passes .*\n/m)
  assert.match(stdout, /^ {2}cdk-nag\/AwsSolutions-COG2 +fails /m)
})

test('a pack of one’s own is a JSON file, and its checks can be ignored as any rule', async () => {
  const own = { id: 'ours', title: 'Ours', checks: [{ id: 'tagged', title: 'The pool has an owner', demands: 'a tag owner', reads: 'request', members: ['/UserPoolTags'], passes: { required: ['UserPoolTags'], properties: { UserPoolTags: { required: ['owner'] } } } }] }
  const { folder } = folderWith({ 'packs/ours.json': own, 'a.json': { PoolName: 'a' }, 'b.json': { PoolName: 'b', UserPoolTags: { owner: 'x' } }, 'broken.json': { ...own, checks: [{ id: 'x' }] } })
  const result = await run(folder, ['check', 'a.json', 'b.json', '--pack', './packs/ours.json'])
  assert.match(result.stdout, /^a\.json:1:1: warning: ours demands: a tag owner\. \[ours\/tagged\]\n[^]*2 files: 1 warning\./)
  assert.equal(result.status, 1)
  for (const [pack, err] of [['broken.json', /broken\.json: \/checks\/0/], ['none', /there is no pack none\. There are securityhub/], ['none.json', /cannot be read/]]) {
    const { status, stderr } = await run(folder, ['check', 'a.json', '--pack', pack])
    assert.ok(status >= 2)
    assert.match(stderr, err)
  }
  const configured = folderWith({ 'packs/ours.json': own, 'a.json': { PoolName: 'a' }, 'user-pool.json': { packs: ['packs/ours.json'], ignores: [{ rule: 'ours/tagged', reason: 'tagged by the pipeline' }] } })
  assert.deepEqual(await run(configured.folder, ['check', '.']), { status: 0, stdout: '\n1 file: 1 ignored.\n', stderr: '' })
})
