import assert from 'node:assert/strict'
import { test } from 'node:test'
import { says, stage, write } from './stage.mjs'

const it = stage()
const request = (name) => `{ "PoolName": "${name}" }`

const failures = [
  ['a missing file', (route) => route.fulfill({ status: 404 }), 'answered 404'],
  ['a web page in its place', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Sign in' }), 'not a WebAssembly program'],
  ['a lost connection', (route) => route.abort(), 'could not be fetched'],
  ['a damaged file', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: Buffer.from('0061736d0100000005', 'hex') }), 'damaged'],
]

for (const [name, answer, words] of failures) {
  test(`${name} is explained, and Retry loads the engine`, async () => {
    const { page, close } = await it.open({ wait: false, prepare: (page) => page.route('**/engine*.wasm*', answer) })
    await says(page.getByRole('alert'), words)
    await write(page, request('kept'))
    await page.unroute('**/engine*.wasm*')
    await page.getByRole('button', { name: 'Retry' }).click()
    await says(page.locator('.lines .line'), '"kept"')
    assert.equal(await page.getByRole('alert').count(), 0)
    await close()
  })
}

test('being offline is named', async () => {
  const { page, close } = await it.open({
    wait: false,
    prepare: async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))
      await page.route('**/engine*.wasm*', (route) => route.abort())
    },
  })
  await says(page.getByRole('alert'), 'You are offline')
  await close()
})
