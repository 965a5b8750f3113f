// The view of the checks that auditors run, in the page.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()
const row = (page, id) => page.locator('.audit-check', { has: page.getByRole('link', { name: id, exact: true }) })

test('what passes, what fails with a press that mends, and what is not decided', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{\n  "PoolName": "shop"\n}')
  await page.getByRole('tab', { name: 'Audit' }).click()
  await says(page.locator('.audit-sum'), '28 published checks: 9 pass, 14 fail, 5 cannot be decided here.')
  assert.equal(await row(page, 'F78').getAttribute('data-outcome'), 'passes')
  assert.equal(await row(page, 'AwsSolutions-COG2').getAttribute('data-outcome'), 'fails')
  // Another site never takes the place of what is written.
  for (const link of await page.locator('user-pool-playground a[href^="http"]').all()) {
    assert.deepEqual([await link.getAttribute('target'), await link.getAttribute('rel')], ['_blank', 'noreferrer'])
  }
  await says(page.locator('.audit-theme', { hasText: 'F78' }).locator('h3'), 'Verdicts differ')
  await row(page, 'Cognito.6').getByRole('button').click()
  await says(page.locator('.audit-sum'), '11 pass, 12 fail')
  await row(page, 'AwsSolutions-COG2').getByRole('button').click()
  await row(page, 'AwsSolutions-COG2').filter({ hasText: 'Passes' }).waitFor()
  quiet()
  await close()
})

test('a template has no press, and what a deployment decides is not decided', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('tab', { name: 'Audit' }).click()
  await write(page, 'Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n      MfaConfiguration: !Ref Mode\n')
  await says(page.locator('.audit-sum'), '27 published checks')
  await says(row(page, 'F78'), 'known only when the text is deployed')
  assert.equal(await page.locator('.audit-check .button').count(), 0)
  await says(row(page, 'Cognito.6'), '/DeletionProtection')
  quiet()
  await close()
})

test('a member that came later is not judged', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{ "PoolName": "shop" }')
  await page.getByRole('tab', { name: 'Audit' }).click()
  await page.getByRole('button', { name: 'newest API' }).click()
  await page.getByLabel('API as of').fill('2018-06-01')
  await page.getByRole('button', { name: 'Close' }).click()
  await says(row(page, 'Cognito.6'), 'DeletionProtection came on 2022-10-21: the API of the day that is set has none.')
  assert.equal(await row(page, 'Cognito.6').getAttribute('data-outcome'), 'undecided')
  quiet()
  await close()
})

test('no press writes a member that the API of the day does not have', async () => {
  const { mend } = await moduleOf('audit/audit.ts')
  const engine = await (await import(new URL('../../dist/engine.js', import.meta.url).href)).loadEngine()
  const fix = { title: 'Take the Plus tier', set: [{ pointer: '/UserPoolTier', value: 'PLUS' }] }
  assert.match((await mend(engine, '{"PoolName": "shop"}', fix)).insert, /"UserPoolTier": "PLUS"/)
  assert.equal(await mend(engine, '{"PoolName": "shop"}', fix, { asOf: '2019-06-01' }), null)
})

test('on an earlier day a press leaves out what the day lacks beside the setting', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop"}')
  await page.getByRole('tab', { name: 'Audit' }).click()
  await says(row(page, 'Cognito.1'), 'which is of the plan PLUS')
  await page.getByRole('button', { name: 'newest API' }).click()
  await page.getByLabel('API as of').fill('2020-06-01')
  await page.getByRole('button', { name: 'Close' }).click()
  await says(page.locator('.audit-sum'), 'cannot be decided')
  await row(page, 'Cognito.1').getByRole('button', { name: 'Enforce threat protection, for' }).click()
  await says(page.locator('.request .cm-content'), '"ENFORCED"')
  assert.doesNotMatch(await page.locator('.request .cm-content').innerText(), /UserPoolTier/)
  await says(row(page, 'Cognito.1'), 'Passes')
  quiet()
  await close()
})

test('app clients of the text are not judged, and the view says so', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, 'Resources:\n  P:\n    Type: AWS::Cognito::UserPool\n    Properties: { UserPoolName: shop }\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: !Ref P }\n  App:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: !Ref P }\n')
  await page.getByRole('tab', { name: 'Audit' }).click()
  await says(page.locator('.audit-about'), 'The 2 app clients of this text are not judged')
  quiet()
  await close()
})
