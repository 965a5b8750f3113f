import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moduleOf } from '../../test/module.mjs'
import { says, show, stage, write } from '../../test/stage.mjs'

const it = stage()
const { differences, optionsOf, placeInUse, readSurroundings, usual, wrongDay } = await moduleOf('surroundings/surroundings.ts')
const { wrongAccountId, wrongRegion } = await moduleOf('core/places.ts')
const { unfamiliarRegion } = await moduleOf('core/regions.ts')
const small = '{\n  "PoolName": "shop"\n}'

const open = (page) => page.getByRole('button', { name: /^Surroundings: / }).click()

test('what was kept is taken only as far as it is right', () => {
  assert.deepEqual(readSurroundings(null), usual)
  assert.deepEqual(readSurroundings('{'), usual)
  assert.deepEqual(readSurroundings('null'), usual)
  assert.deepEqual(readSurroundings('{"region":"mars","accountId":12,"smsRole":"no-trust","asOf":"2019-02-30"}'), { ...usual, smsRole: 'no-trust' })
})

test('options hold only what differs, and an earlier day leaves out the clock', () => {
  assert.deepEqual(optionsOf(usual, 7), { now: 7 })
  assert.deepEqual(optionsOf({ ...usual, asOf: '2019-06-30', sesIdentities: [] }, 7), { asOf: '2019-06-30', account: { sesIdentities: [] } })
  assert.deepEqual(differences({ ...usual, region: 'eu-west-1', asOf: '2019-06-30' }), ['eu-west-1', 'as of 2019-06-30'])
})

test('Regions, accounts and days are told from what is none', () => {
  for (const region of ['', 'eu-west-1', 'us-gov-west-1', 'eusc-de-east-1']) assert.equal(wrongRegion(region), null, region)
  for (const region of ['', 'eu-west-1', 'us-gov-west-1', 'eusc-de-east-1']) assert.equal(unfamiliarRegion(region), null, region)
  assert.match(unfamiliarRegion('us-east-9'), /us-east-9/)
  for (const region of ['eu', 'EU-WEST-1', 'eu-west', 'eu-west-1a']) assert.ok(wrongRegion(region), region)
  assert.equal(wrongAccountId('111122223333'), null)
  assert.ok(wrongAccountId('1111'))
  for (const day of ['2016-04-17', '2019-02-30', '3000-01-01']) assert.ok(wrongDay(day), day)
  assert.deepEqual(placeInUse('{"a":"arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x"}'), { region: 'eu-west-1', accountId: '111122223333' })
})

test('a Region is used at once, remembered, named in the header and cleared with one click', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  await says(page.locator('.lines .line'), '"shop"')
  await open(page)
  const region = page.getByLabel('Region')
  await says(page.locator('.surroundings'), 'In use: us-east-1')
  await region.fill('eu-west-1')
  await says(page.locator('.lines .line'), 'eu-west-1_')
  await says(page.locator('.chip:visible'), 'eu-west-1')

  await region.fill('eu-wes')
  await says(page.locator('.field-wrong'), 'looks like eu-west-1')
  assert.equal(await region.getAttribute('aria-invalid'), 'true')
  await page.getByLabel('Account id').fill('12')
  await says(page.locator('.field-wrong'), '12 digits')
  await says(page.locator('.lines .line'), 'eu-west-1_')
  await page.keyboard.press('Escape')
  await page.locator('.surroundings').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.querySelector('user-pool-playground').shadowRoot.activeElement.className).then((name) => name.includes('surroundings-opener')), true)

  await page.reload()
  await says(page.locator('.lines .line'), 'eu-west-1_')
  await page.getByRole('button', { name: 'Clear the surroundings' }).click()
  await says(page.locator('.lines .line'), 'us-east-1_')
  await page.locator('.chip:visible').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => localStorage.getItem('upp.surroundings')), null)
  quiet()
  await close()
})

test('the panel closes at Escape wherever the focus is, and when Tab leaves it', async () => {
  const { page, quiet, close } = await it.open()
  await open(page)
  await page.getByLabel('Region').focus()
  await page.locator('.request .cm-content').click()
  await page.locator('.surroundings').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.surroundings').waitFor({ state: 'detached' })
  await open(page)
  // Back over the first of its buttons that can be pressed.
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+Tab')
  await page.locator('.surroundings').waitFor({ state: 'detached' })
  quiet()
  await close()
})

test('the account and the view change the answer, and Reset takes all back', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName": "shop", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/sms", "ExternalId": "shop"}}')
  await says(page.locator('.reply .status'), '200')
  await open(page)
  await page.getByLabel('Does not trust Cognito').check()
  await says(page.locator('.exception-type'), 'InvalidSmsRoleTrustRelationshipException')
  await page.getByLabel('Works').check()
  await says(page.locator('.reply .status'), '200')
  await page.getByLabel('Only these').check()
  await page.getByLabel('Verified addresses and domains').fill('someone@example.com')
  await says(page.locator('.chip:visible'), '1 verified identity')
  await page.getByLabel('Describe right after').check()
  await says(page.locator('.chip:visible'), 'describe')
  await page.getByRole('button', { name: 'Reset' }).click()
  await page.locator('.chip:visible').waitFor({ state: 'detached' })
  await says(page.locator('.reply .status'), '200')
  quiet()
  await close()
})

for (const width of [360, 1280]) {
  test(`the API on a day it changed, and on any other, at ${width} px`, async () => {
    const { page, quiet, close } = await it.open({ width, height: 740 })
    await write(page, '{"PoolName": "shop", "UserPoolTier": "LITE"}')
    await show(page, 'Reply')
    await says(page.locator('.lines .line'), '"LITE"')
    await open(page)
    const days = page.locator('.day strong')
    await says(days, '2016-04-18')
    const listed = (await days.allInnerTexts()).slice(1)
    assert.deepEqual(listed, [...listed].sort().reverse())
    await says(page.locator('.day'), 'change log of 2016-10-06')
    await page.locator('.day').filter({ hasText: '2019-05-03' }).click()
    await says(page.locator('.chip:visible'), 'as of 2019-05-03')
    await page.locator('.lines .line').filter({ hasText: '"LITE"' }).waitFor({ state: 'detached' })
    await page.getByLabel('API as of').fill('2019-06-30')
    await says(page.locator('.chip:visible'), 'as of 2019-06-30')
    await says(page.locator('.day[aria-pressed=true]'), '2019-05-03')
    await page.getByRole('button', { name: 'Close' }).click()
    await show(page, 'Request')
    await says(page.locator('.as-of'), 'as of 2019-06-30')
    // The day takes no second row of the head.
    const [head, tabs] = await Promise.all(['.pane-head', '.pane-head .view-tabs'].map((part) => page.locator(`.request ${part}`).evaluate((element) => element.getBoundingClientRect().height)))
    assert.ok(width < 700 || head < 2 * tabs, `${head} px`)
    quiet()
    await close()
  })
}
