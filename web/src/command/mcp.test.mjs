// The server for agents, as the SDK's own client speaks to it.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { bin } from '../../test/command.mjs'

const client = new Client({ name: 'test', version: '1' })
before(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp'] })))
after(() => client.close())

async function call(name, args) {
  const { content: [{ text }], isError = false } = await client.callTool({ name, arguments: args })
  return { text, isError }
}

const bad = '{"PoolName": "shop", "MfaConfiguration": "ON"}'
const template = 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n  B:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: b\n'

test('five tools that only read', async () => {
  const { tools } = await client.listTools()
  assert.deepEqual(tools.map(({ name }) => name).sort(), ['check', 'explain', 'export', 'import', 'reply'])
  for (const { annotations, description, inputSchema } of tools) assert.ok(annotations.readOnlyHint && description && inputSchema.properties)
})

const calls = [
  ['check', { text: bad }, /"rule":"mfa-needs-sms","severity":"error","line":1,"column":42,.*"service":\{"type":"InvalidParameterException"/],
  ['check', { text: '{"PoolName": "shop"}', packs: ['cfn-nag'] }, /^\{"language":"request","problems":\[\]\}$/],
  ['check', { text: template.replace('UserPoolName: b', 'MfaConfiguration: "ON"') }, /"pool":"B"/],
  ['check', { text: 'nothing' }, /"rule":"not-recognised"/],
  ['check', { text: '{"PoolName": "a", "UserPoolTier": "PLUS"}', asOf: '2020-01-01' }, /unknown-member/],
  ['check', { text: bad, regoin: 'eu-west-1' }, /regoin/, true],
  ['reply', { text: template, pool: 'B' }, /"Name":"b"/],
  ['reply', { text: '{"PoolName": "shop"}', origins: true }, /"\/UserPool\/Name":"given"/],
  ['reply', { text: bad }, /"__type":"InvalidParameterException"/],
  ['explain', { rule: 'mfa-needs-sms' }, /"bad":"\{/],
  ['explain', { rule: 'nonsense' }, /There is no rule nonsense/, true],
  ['export', { text: bad, target: 'terraform' }, /resource "aws_cognito_user_pool"/],
  ['export', { text: 'resource "aws_cognito_user_pool" "p" {\n  name = "p-${var.stage}"\n  mfa_configuration = "ON"\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n', target: 'cloudformation-yaml' }, /EnabledMfas:\n +- SOFTWARE_TOKEN_MFA[^]*PoolName is known only at deployment, and left out/],
  ['export', { text: 'nothing', target: 'terraform' }, /No user pool/, true],
  ['export', { text: bad, target: 'cobol' }, /target|enum|option/i, true],
  ['import', { text: 'aws cognito-idp create-user-pool --pool-name shop --region eu-west-1' }, /"request":\{"PoolName":"shop"\}.*--region/],
  ['import', { text: template }, /several pools.*A, B/, true],
  ['reply', { text: bad, asOf: 'soon' }, /asOf/, true],
]

for (const [name, args, out, wrong = false] of calls) {
  test(`${name} ${JSON.stringify(args).slice(0, 90)}`, async () => {
    const { text, isError } = await call(name, args)
    assert.match(text, out)
    assert.equal(isError, wrong, text)
  })
}

test('the contract and the rules are resources', async () => {
  const { resources } = await client.listResources()
  assert.deepEqual(resources.map(({ uri }) => uri).sort(), ['user-pool://contract', 'user-pool://rules'])
  const { contents: [{ text }] } = await client.readResource({ uri: 'user-pool://rules' })
  assert.ok(JSON.parse(text).some(({ id }) => id === 'mfa-needs-sms'))
})
