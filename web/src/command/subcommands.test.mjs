// The subcommands beside check, as the package has them, on files.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { folderWith, run } from '../../test/command.mjs'

const files = {
  'shop.json': { PoolName: 'shop' },
  'mfa.json': { PoolName: 'shop', MfaConfiguration: 'ON' },
  'staff.json': { PoolName: 'staff', DeletionProtection: 'ACTIVE' },
  'protected.json': { PoolName: 'shop', DeletionProtection: 'ACTIVE' },
  'verified.json': { PoolName: 'shop', AutoVerifiedAttributes: ['email'] },
  'two.yaml': 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n  B:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: b\n',
  'request.json': { UserPoolId: 'us-east-1_Example01', MfaConfiguration: 'OFF' },
  'asks.json': { UserPoolId: 'us-east-1_Example01', MfaConfiguration: 'SOMETIMES' },
  'none.yaml': 'a: 1\n',
  'live.json': { UserPool: { Id: 'us-east-1_Abc123456', Name: 'shop', MfaConfiguration: 'ON', DeletionProtection: 'ACTIVE' } },
  'off.tf': 'resource "aws_cognito_user_pool" "p" {\n  name = "shop"\n  deletion_protection = var.protection\n}\n',
  'off.sh': 'aws cognito-idp update-user-pool \\\n  --user-pool-id "$POOL" --mfa-configuration OFF\n',
  'named.sh': 'aws cognito-idp update-user-pool --user-pool-id us-west-2_XYZ --mfa-configuration OFF\n',
  'gate.yaml': 'Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      LambdaConfig: { PreSignUp: !GetAtt Gate.Arn }\n',
  'mode.tf': 'resource "aws_cognito_user_pool" "p" {\n  name = "shop"\n  mfa_configuration = var.mode\n  deletion_protection = var.protection\n}\n',
  'live.tf': 'resource "aws_cognito_user_pool" "p" {\n  name = "shop"\n  mfa_configuration = "ON"\n  deletion_protection = var.protection\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n',
}

const runs = [
  [['reply', 'shop.json'], 0, /^\{\n {2}"UserPool": \{\n {4}"Id"/],
  [['reply', 'mfa.json'], 1, /"__type": "InvalidParameterException"/],
  [['reply', '-'], 0, /"Name": "shop"/, /^$/, '{"PoolName": "shop"}'],
  [['reply', 'shop.json', '--view', 'describe'], 0, /"EstimatedNumberOfUsers": 0/],
  [['reply', 'shop.json', '--view', 'create', '--region', 'eu-west-1'], 0, /"Id": "eu-west-1_/],
  [['reply', 'shop.json', '--view', 'other'], 2, /^$/, /--view takes create or describe/],
  [['reply', 'shop.json', '--origins'], 0, /^\/UserPool\/Name\t"shop"\tgiven/m],
  [['reply', 'two.yaml', '--pool', 'B'], 0, /"Name": "b"/],
  [['reply', 'two.yaml'], 0, /"Name": "a"/, /two\.yaml has the pools A, B\. This is A; --pool takes another\./],
  [['reply', 'two.yaml', '--pool', 'C'], 3, /^$/, /two\.yaml has no pool C\. It has A, B\./],
  [['reply', 'shop.json', '--as-of', 'now'], 2, /^$/, /--as-of has to be a day/],
  [['reply', 'shop.json', '--viwe', 'x'], 2, /^$/, /^user-pool: Unknown option '--viwe'\. --help lists those that there are\.\n$/],
  [['reply', 'two.yaml', '--param', 'Stag=x'], 0, /"Name": "a"/, /--param Stag: two\.yaml has no parameter of this name\. It has none\./],
  [['check', 'two.yaml', '--param', 'Stag=x'], 2, /^$/, /--param Stag: no text has a parameter of this name\. There are none\./],
  [['export', 'terraform', '-'], 3, /^$/, /empty/, ''],
  [['reply', 'none.yaml'], 3, /^$/, /none\.yaml: no user pool is found in it/],
  [['reply', 'gone.json'], 3, /^$/, /gone\.json cannot be read: it is not there/],
  [['reply'], 2, /^$/, /FILE is to be given/],
  [['render', 'shop.json'], 0, /^<user-pool-playground mount="intent"><pre><code class="language-user-pool">\{&quot;PoolName&quot;:&quot;shop&quot;\}<\/code><\/pre><div class="user-pool-static">/],
  [['render', '-', '--view', 'words', '--site', 'https://example.com/play/'], 0, /<details class="up-words" open>/, /^$/, '{"PoolName": "shop"}'],
  [['render', 'mfa.json', '--expect', 'mfa-needs-sms', '--site', 'https://example.com/play/'], 0, /href="https:\/\/example\.com\/play\/rules\.html#mfa-needs-sms"/],
  [['render', 'mfa.json', '--expect', 'ok'], 1, /up-type/, /mfa\.json: The service refuses this request with InvalidParameterException/],
  [['render', 'shop.json', '--view', 'wrds'], 2, /^$/, /--view=wrds is not there\. There are pool, words,/],
  [['explain', 'mfa-needs-sms'], 0, /^mfa-needs-sms \(error\)\n\n[^{]*\n\nThe service answers/],
  [['render', 'two.yaml', '--pool', 'B'], 0, /&quot;Name&quot;<\/i>: &quot;b&quot;/],
  [['render', 'none.yaml'], 1, /^<user-pool-playground mount="intent"><pre>.*<\/pre><\/user-pool-playground>\n$/s, /no language/],
  [['render', '--css'], 0, /^\.user-pool-static/],
  [['render'], 2, /^$/, /FILE is to be given/],
  [['export', 'terraform', 'shop.json'], 0, /resource "aws_cognito_user_pool"/],
  [['export', 'aws-cli', 'two.yaml', '--pool', 'B'], 0, /create-user-pool[^]*--pool-name b/],
  [['export'], 0, /^terraform\t/m],
  // Of what only a deployment tells no empty block is left, which would say something else.
  [['export', 'terraform', 'gate.yaml'], 0, /^(?![^]*lambda_config)/, /^user-pool: LambdaConfig\.PreSignUp and PoolName are known only at deployment, and left out\.\n(?![^]*no way to say)/],
  [['export', 'update-user-pool', 'gate.yaml'], 0, /^(?![^]*LambdaConfig)/, /LambdaConfig\.PreSignUp is known only at deployment: write it in before you send this/],
  [['export', 'cobol', 'shop.json'], 2, /^$/, /there is no target cobol\. There are /],
  [['diff', 'shop.json', 'shop.json'], 0, /^$/],
  [['diff', 'shop.json', 'staff.json'], 1, /^-.*"Name": "shop"[^]*^\+.*"Name": "staff"/m],
  [['diff', 'shop.json', 'mfa.json'], 3, /^$/, /mfa\.json: there is no pool to compare: MfaConfiguration is ON/],
  [['update', 'verified.json', 'request.json'], 1, /^reset\t\/UserPool\/AutoVerifiedAttributes\t\["email"\] → —/m, /request\.json:1:1: warning: .*\[update-resets\]/],
  [['update', 'verified.json', 'off.sh'], 1, /^reset\t\/UserPool\/AutoVerifiedAttributes\t\["email"\] → —/m, /off\.sh: us-east-1_Example01 stands in the request for the pool that the command names/],
  [['update', 'verified.json', 'named.sh'], 1, /^reset\t\/UserPool\/AutoVerifiedAttributes\t/m, /verified\.json: has no Id of its own, and takes the one that the call names, us-west-2_XYZ\./],
  [['update', 'live.json', 'named.sh'], 1, /User pool us-west-2_XYZ does not exist/],
  [['update', 'verified.json', 'request.json', '--safe'], 0, /"AutoVerifiedAttributes": ?\["email"\]/],
  [['update', 'gate.yaml', 'request.json', '--safe'], 1, /"PreSignUp": ?"<LambdaConfig\.PreSignUp>"/, /put its value in the place of <LambdaConfig\.PreSignUp>/],
  [['update', 'protected.json', 'asks.json'], 1, /"__type":"InvalidParameterException"/, /asks\.json:1:\d+: error: /],
  [['update', 'none.yaml', 'request.json'], 3, /^$/, /none\.yaml says no pool/],
  [['plan', 'shop.json', 'protected.json'], 0, /^UpdateUserPool: [^]*"DeletionProtection": ?"ACTIVE"/],
  [['plan', 'shop.json', 'shop.json'], 0, /^The pool is as the request says it\.\n$/],
  [['plan', 'live.json', 'live.tf'], 0, /^SetUserPoolMfaConfig: [^]*"Enabled": true[^]*"MfaConfiguration": "ON"/, /^(?![^]*mfa)user-pool: left as it is: \/DeletionProtection: It depends on var\.protection/],
  [['diff', 'live.json', 'off.tf'], 1, /- {4}"MfaConfiguration": "ON",\n\+ {4}"MfaConfiguration": "OFF",/, /^(?![^]*Mfa)[^]*not compared: DeletionProtection/],
  [['diff', 'live.json', 'live.tf'], 1, /^(?![^]*MfaConfiguration)(?![^]*DeletionProtection)/, /^(?![^]*mfa)[^]*not compared: DeletionProtection/],
  [['diff', 'gate.yaml', 'gate.yaml'], 0, /^$/, /^$/],
  [['diff', 'live.json', 'mode.tf'], 1, /^(?![^]*MfaConfiguration)/, /not compared: MfaConfiguration/],
  [['export', 'cloudformation-yaml', 'live.tf'], 0, /UserPoolName: shop\n {6}MfaConfiguration: "ON"\n {6}EnabledMfas:\n {8}- SOFTWARE_TOKEN_MFA/, /^user-pool: DeletionProtection is known only at deployment, and left out\.\n$/],
  [['update', 'live.json', 'live.tf'], 1, /SerializationException/, /live\.tf: this is no UpdateUserPool request in JSON\. user-pool plan says/],
  [['plan', 'shop.json', 'protected.json', '--format', 'json'], 0, /"operation": "UpdateUserPool"/],
  [['explain', 'mfa-needs-sms'], 0, /^mfa-needs-sms \(error\)[^]*The service answers: InvalidParameterException[^]*Bad:[^]*Good:/],
  [['explain', 'trailing-comma'], 0, /^trailing-comma\n\nNothing follows a comma/],
  [['explain', 'securityhub/Cognito.1'], 0, /AdvancedSecurityMode is ENFORCED[^]*https:/],
  [['explain', 'InvalidParameterException: SMS configuration and Auto verification for phone_number are required when MFA is required/optional'], 0, /\(InvalidParameterException\)[^]*Bad:[^]*Good:/],
  [['explain', 'nothing of the kind is known'], 1, /^$/, /no known message is in this text/],
  [['explain', 'nonsense'], 2, /^$/, /there is no rule nonsense/],
  [['rules'], 0, /^mfa-needs-sms\tsemantics\t[^]*^prowler\//m],
  [['rules', '--format', 'json'], 0, /^\[/],
  [['schema'], 0, /"\$schema": "https:\/\/json-schema.org\/draft\/2020-12\/schema"/],
  [['schema', 'request-draft-07'], 0, /draft-07/],
  [['schema', 'settings'], 0, /Settings of the command/],
  [['schema', 'nonsense'], 2, /^$/, /NAME is one of/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['--help'], 0, /user-pool check/],
  [['check', '--help'], 0, /--stdin-filename/],
  [[], 2, /user-pool check/],
  [['nonsense'], 2, /^$/, /there is no command nonsense/],
  [['toString'], 2, /^$/, /there is no command toString/],
]

for (const [args, status, out, err = /^/, input] of runs) {
  test(`user-pool ${args.join(' ')}`, async () => {
    const result = await run(folderWith(files).folder, args, { input })
    assert.match(result.stderr, err)
    assert.match(result.stdout, out)
    assert.equal(result.status, status, `${result.stdout}${result.stderr}`)
  })
}

test('explain and the list of rules know every code that the engine can answer with', async () => {
  const { stdout } = await run(folderWith().folder, ['rules', '--format', 'json'])
  const known = new Set(JSON.parse(stdout).map(({ id }) => id))
  const root = new URL('../../../internal/', import.meta.url)
  const sources = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.go') && !file.endsWith('_test.go')).map((file) => [file, readFileSync(new URL(file, root), 'utf8')])
  const codes = new Set()
  const add = (found) => { for (const [, id] of found) codes.add(id) }
  for (const [file, text] of sources) {
    add(text.matchAll(/\bRule: +"([a-z][a-z-]*[a-z])"/g))
    if (/^source\//.test(file)) add(text.matchAll(/\b(?:fault|warn|warning|limit)\("([a-z]+(?:-[a-z]+)+)"/g))
    if (/^(?:foreign|service)\//.test(file)) add(text.matchAll(/\b(?:say|tell|note|refuse)\([^"\n]*"([a-z]+(?:-[a-z]+)+)"/g))
  }
  for (const folder of ['playground/testdata', 'playground/calls/testdata']) {
    for (const file of readdirSync(new URL(folder, root), { recursive: true })) {
      if (file.endsWith('.txt')) add(readFileSync(new URL(`${folder}/${file}`, root), 'utf8').matchAll(/^ *(?:error|warning|note) ([a-z][a-zA-Z-]+) at /gm))
    }
  }
  assert.ok(codes.size > 80, `${codes.size}`)
  assert.deepEqual([...codes].filter((id) => !known.has(id)).sort(), [])
})

test('what a pool is made with is what its own answer says', async () => {
  const { folder, at } = folderWith({ 'shop.json': { PoolName: 'shop', Schema: [{ Name: 'club', AttributeDataType: 'String', Mutable: true }] } })
  writeFileSync(at('made.json'), (await run(folder, ['reply', 'shop.json'])).stdout)
  assert.deepEqual(await run(folder, ['plan', 'made.json', 'shop.json']), { status: 0, stdout: 'The pool is as the request says it.\n', stderr: '' })
  const made = JSON.parse(readFileSync(at('made.json'), 'utf8'))
  made.UserPool.SchemaAttributes.reverse()
  writeFileSync(at('turned.json'), JSON.stringify(made))
  assert.deepEqual(await run(folder, ['diff', 'made.json', 'turned.json']), { status: 0, stdout: '', stderr: '' })
})
