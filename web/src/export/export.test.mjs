// The request in the words of other tools.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { says, stage, write } from '../../test/stage.mjs'

const it = stage()

test('a request is written for a tool that is remembered, copied and saved', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "MfaConfiguration": "OPTIONAL", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "shop"}}')
  await page.getByRole('tab', { name: 'Export' }).click()
  const text = page.getByRole('region', { name: "The request in the tool's words" })
  await text.filter({ hasText: 'aws cognito-idp create-user-pool' }).waitFor()
  assert.equal(await page.getByLabel('Write it for').locator('option').count(), 13)
  await page.getByLabel('Write it for').selectOption('terraform')
  await text.filter({ hasText: 'resource "aws_cognito_user_pool"' }).waitFor()
  await page.getByRole('list', { name: 'What to know of it' }).getByText('MfaConfiguration').first().waitFor()
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
