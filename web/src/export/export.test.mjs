// The request in the words of other tools.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()
const { loadEngine } = await import(new URL('../../dist/engine.js', import.meta.url).href)
const { expressedIn } = await moduleOf('export/expressions.ts')

test('a request is written for a tool that is remembered, copied and saved', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "MfaConfiguration": "OPTIONAL", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "shop"}}')
  await page.getByRole('tab', { name: 'Export' }).click()
  const text = page.getByRole('region', { name: "The request in the tool's words" })
  await text.filter({ hasText: 'aws cognito-idp create-user-pool' }).waitFor()
  assert.equal(await page.getByLabel('Export to').locator('option').count(), 13)
  await page.getByLabel('Export to').selectOption('terraform')
  await text.filter({ hasText: 'resource "aws_cognito_user_pool"' }).waitFor()
  await page.getByRole('list', { name: 'What to know of it' }).getByText('MfaConfiguration').first().waitFor()
  await says(text.locator('.token-word').first(), 'resource')
  await says(text.locator('.token-string').nth(1), '"user_pool"')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()])
  assert.equal(download.suggestedFilename(), 'user_pool.tf')
  assert.match(await readFile(await download.path(), 'utf8'), /^resource "aws_cognito_user_pool"/)
  await page.reload()
  await page.getByRole('tab', { name: 'Export' }).click()
  await text.filter({ hasText: 'resource "aws_cognito_user_pool"' }).waitFor()
  quiet()
  await close()
})

test('what the service would refuse is told as a warning that leads there, and long lines hang', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "MfaConfiguration": "ON"}')
  await page.getByRole('tab', { name: 'Export' }).click()
  await says(page.locator('.export-notes .warning'), 'would refuse this request for one error')
  await page.getByRole('button', { name: 'Show the first' }).click()
  await says(page.locator('.problem[aria-current=true]'), 'there is no SmsConfiguration')
  assert.ok(await page.locator('.exported .hanging').count() > 1)
  quiet()
  await close()
})

test('written in its own language, a text with unknown values reads as it did', async () => {
  const engine = await loadEngine()
  for (const [target, text] of [
    ['cloudformation-yaml', 'Parameters: { Length: { Type: Number } }\nResources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: !Sub "${AWS::StackName}-users"\n      Policies: { PasswordPolicy: { MinimumLength: !Ref Length, RequireNumbers: true } }\n      DeletionProtection: ACTIVE\n      MfaConfiguration: OPTIONAL\n      EnabledMfas: [SOFTWARE_TOKEN_MFA, SMS_MFA]\n      SmsConfiguration: { SnsCallerArn: !GetAtt Role.Arn, ExternalId: x }\n'],
    ['cloudformation-json', '{"Resources": {"Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": {"Fn::Sub": "${AWS::StackName}-users"}, "DeletionProtection": {"Ref": "Protected"}}}}}'],
    ['terraform', 'resource "aws_cognito_user_pool" "pool" {\n  name = "${var.stage}-users"\n  auto_verified_attributes = var.verified\n  password_policy {\n    minimum_length = var.length\n    temporary_password_validity_days = 7\n  }\n  tags = merge(local.tags, { a = "b" })\n  mfa_configuration = "ON"\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n'],
  ]) {
    const of = ({ request, calls, unknowns }) => ({ request: JSON.parse(request), calls: calls.map((call) => JSON.parse(call.request)), unknowns: unknowns.map(({ pointer, expression }) => [pointer, expression]).sort() })
    const before = await engine.check(text)
    assert.ok(before.unknowns.length > 1)
    const written = engine.exportAs(target, before.request, expressedIn(target, before, {}))
    assert.deepEqual(of(await engine.check(written.text)), of(before), written.text)
    assert.equal(written.errors, 0)
    // Another tool has other expressions.
    const other = engine.exportAs('boto3', before.request, expressedIn('boto3', before, {}))
    assert.doesNotMatch(other.text, /Sub|Ref|var\./)
    assert.match(other.notes.join('\n'), /known only at deployment, and left out/)
  }
})

test('app clients of the text are in no export, which says so', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, 'Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties: { UserPoolName: shop }\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: !Ref P }\n  App:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: !Ref P }\n')
  await page.getByRole('tab', { name: 'Export' }).click()
  await says(page.locator('.export-notes'), 'The 2 app clients of this text are not written here')
  // What the export says by another call is in it.
  await write(page, 'Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties: { UserPoolName: shop, MfaConfiguration: "ON", EnabledMfas: [SOFTWARE_TOKEN_MFA] }\n')
  await says(page.locator('.exported'), '--mfa-configuration ON')
  assert.doesNotMatch(await page.locator('.exported').innerText(), /MfaConfiguration is not in this export/)
  quiet()
  await close()
})
