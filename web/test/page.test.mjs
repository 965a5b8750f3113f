import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { built, mod, says, shownText, stage, write } from './stage.mjs'

const it = stage()
const sample = await readFile(new URL('../../internal/example/requests/first-pool.json', import.meta.url), 'utf8')
const minimal = await readFile(new URL('../../internal/example/requests/minimal.json', import.meta.url), 'utf8')

const small = '{\n  "PoolName": "shop",\n  "MfaConfiguration": "OFF"\n}'
const bad = small.replace('"OFF"', '"YES"')

test('the sample is there at first, before the engine', async () => {
  let release
  const held = new Promise((resolve) => { release = resolve })
  const { page, quiet, close } = await it.open({
    wait: false,
    prepare: (page) => page.route('**/engine-*.wasm', async (route) => { await held; await route.continue() }),
  })
  await says(page.locator('.cm-line'), sample.split('\n')[1].trim())
  assert.equal(await page.locator('.reply .status').count(), 0)
  await says(page.locator('.engine-state'), 'Loading')
  await says(page.locator('.reply'), '"my-app"') // the sample's, which the build made

  await write(page, small)
  await says(page.locator('.reply'), 'Loading the engine')
  release()
  await says(page.locator('.reply .status'), '200')
  await says(page.locator('.lines .line'), '"shop"')
  quiet()
  await close()
})

test('the download is counted in bytes, and happens once', async () => {
  const requests = []
  const { page, quiet, close } = await it.open({
    wait: false,
    prepare: async (page, context) => {
      page.on('request', (request) => requests.push(new URL(request.url()).pathname))
      const devtools = await context.newCDPSession(page)
      await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: 500_000, uploadThroughput: -1 })
    },
  })
  await says(page.locator('.engine-state'), /Loading \d+ %/)
  await write(page, small)
  await says(page.locator('.reply'), /Downloading (?!0\.0)\d+\.\d of \d+\.\d MB/)
  await page.locator('.reply .status').waitFor()
  assert.deepEqual(requests.filter((path) => path.includes('engine')), [`/${built('engine.wasm')}`])
  quiet()
  await close()
})

test('the sample makes a user pool with the origin of every value in words', async () => {
  const { page, quiet, close } = await it.open()
  await says(page.locator('.reply .status'), '200')
  for (const kind of ['given', 'default', 'generated']) {
    assert.ok(await page.locator(`.line .mark.${kind} .word`).count() > 0, kind)
  }
  assert.match(await page.locator('.filter.default').innerText(), /^D?\s*default\s+\d+$/)
  const unmarked = await page.locator('.line[role=option]:not([data-origin])').filter({ has: page.locator('.string, .number, .literal, .empty') }).count()
  assert.equal(unmarked, 0, 'values without an origin')
  quiet()
  await close()
})

test('a bad value is underlined, listed and answered by an exception; its fix brings the pool back', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, bad)
  await says(page.locator('.cm-lintRange-error'), '"YES"')
  await says(page.locator('.exception-type'), 'InvalidParameterException')
  await says(page.locator('.exception-message'), "Value 'YES' at 'mfaConfiguration' failed to satisfy constraint")
  await says(page.locator('.reply .status'), '400')
  const problem = page.locator('.problem').filter({ hasText: '"YES"' })
  await says(problem, 'Ln 3, Col 23')
  await says(problem.locator('.tag'), 'In the reply')

  await problem.getByRole('button', { name: 'Why' }).click()
  await says(problem.locator('blockquote'), 'InvalidParameterException')
  await says(page.locator('.stems'), 'MfaConfiguration')

  await problem.locator('.button.fix').filter({ hasText: 'OFF' }).click()
  await says(page.locator('.reply .status'), '200')
  await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' })
  assert.equal(await shownText(page), small)

  await page.keyboard.press(`${mod}+Z`)
  await says(page.locator('.exception-type'), 'InvalidParameterException')
  quiet()
  await close()
})

test('a letter and its reply come in one frame', async () => {
  const { page, close } = await it.open()
  await write(page, '{"PoolName":"shop"}')
  await says(page.locator('.lines .line'), '"shop"')
  await page.evaluate(() => {
    let framed = true
    window.together = 0
    addEventListener('keydown', () => {
      framed = false
      requestAnimationFrame(() => { framed = true })
    }, true)
    const reply = document.querySelector('user-pool-playground').shadowRoot.querySelector('.lines')
    new MutationObserver(() => { if (!framed) window.together++ }).observe(reply, { subtree: true, characterData: true })
  })
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  // One that the machine was too busy for comes a frame later, and so do the first ones of an engine.
  for (let letters = 0; await page.evaluate(() => window.together) < 3; letters++) {
    assert.ok(letters < 60, 'no reply came with its letter')
    await page.keyboard.press('x')
    await page.waitForTimeout(40)
  }
  await close()
})

test('what is open in the list of problems stays open while its place moves', async () => {
  const { page, close } = await it.open()
  await write(page, '{"PoolName":"shop","Polices":{}}')
  const row = page.locator('.problem').filter({ hasText: 'Polices' }).first()
  await row.getByRole('button', { name: 'Why' }).click()
  await row.locator('.problem-details').waitFor()
  await page.locator('.cm-content').focus()
  await page.keyboard.press(`${mod}+Home`)
  await page.keyboard.type('\n\n  ')
  await says(row.locator('.position'), 'Ln 3')
  assert.ok(await row.locator('.problem-details').isVisible())
  await close()
})

test('what typing has moved is marked, reached and mended where it is now', async () => {
  const { page, quiet, close } = await it.open()
  for (const mend of [
    () => page.locator('.problem').filter({ hasText: '"YES"' }).locator('.button.fix').filter({ hasText: 'OFF' }).click(),
    async () => {
      for (const key of [`${mod}+Home`, 'F8']) await page.keyboard.press(key)
      await page.locator('.cm-diagnosticAction').filter({ hasText: 'OFF' }).dispatchEvent('mousedown')
    },
  ]) {
    await write(page, bad)
    await says(page.locator('.cm-lintRange-error'), '"YES"')
    const row = await page.locator('.problem').filter({ hasText: '"YES"' }).elementHandle()
    await page.keyboard.press(`${mod}+Home`)
    for (const key of ['ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
    await page.keyboard.type('ping')
    await says(page.locator('.lines, .exception'), 'InvalidParameterException')
    await says(page.locator('.cm-lintRange-error'), '"YES"')
    assert.ok(await row.evaluate((element) => element.isConnected && element.textContent.includes('Ln 3, Col 23')), 'nothing new is said of it')
    await page.locator('.problem-go').filter({ hasText: '"YES"' }).click()
    await says(page.locator('.cursor'), 'Ln 3, Col 28')
    await mend()
    await says(page.locator('.reply .status'), '200')
    await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' })
    assert.equal(await shownText(page), small.replace('shop', 'shopping'))
  }
  quiet()
  await close()
})

test('while the text is broken, the last reply stays under a notice', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  await says(page.locator('.lines .line'), '"shop"')
  await write(page, small.replace('"OFF"', '"OFF'))
  await says(page.locator('.broken-notice'), 'SerializationException')
  await says(page.locator('.broken-notice'), 'from the last valid request')
  await says(page.locator('.reply-body.stale .line'), '"shop"')
  await write(page, small)
  await page.locator('.broken-notice').waitFor({ state: 'detached' })
  quiet()
  await close()
})

test('a problem in the list leads to its place, and F8 walks on', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, bad.replace('{', '{ "Colour": "red",'))
  // The sample has something to say of the same member; only the new text has this value.
  await page.locator('.problem-go').filter({ hasText: '"YES"' }).click()
  await says(page.locator('.cursor'), 'Ln 3, Col 28')
  assert.ok(await page.locator('.cm-content').evaluate((content) => content.getRootNode().activeElement === content))

  await page.locator('.lines, .exception').first().focus()
  await page.keyboard.press('F8')
  assert.ok(await page.locator('.cm-content').evaluate((content) => content.getRootNode().activeElement === content))
  await page.locator('.cm-tooltip .cm-diagnostic').waitFor()
  quiet()
  await close()
})

test('a line of the reply leads to the value that it comes from', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  const line = page.locator('.line').filter({ hasText: '"shop"' })
  await line.hover()
  await says(page.locator('.cm-origin'), '"shop"')
  await says(page.locator('.origin-details'), 'given')

  await page.mouse.move(5, 5)
  await page.locator('.cm-origin').first().waitFor({ state: 'detached' })
  await page.locator('.lines').focus()
  await page.keyboard.press('End')
  await page.locator('.line[aria-selected=true]').waitFor()
  await line.click()
  await page.locator('.lines').press('Enter')
  await says(page.locator('.cursor'), 'Ln 2')
  quiet()
  await close()
})

test('filters show the values of one origin, and the call over HTTP has an answer that is raw', async () => {
  const { page, quiet, close } = await it.open()
  await page.getByRole('button', { name: /^given/ }).click()
  assert.equal(await page.locator('.line[data-origin=default]').count(), 0)
  assert.ok(await page.locator('.line[data-origin=given]').count() > 0)
  assert.equal(await page.locator('.filter.given').getAttribute('aria-pressed'), 'true')

  await page.getByRole('tab', { name: 'HTTP' }).click()
  await says(page.locator('.wire-call'), 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool')
  await says(page.locator('.wire-call'), 'HTTP/1.1 200 OK')
  assert.match(await page.locator('.wire-request').innerText(), /"PoolName": "my-app"/)
  assert.match(await page.locator('.raw.wire').innerText(), /^\{"UserPool":\{/)
  await page.getByRole('button', { name: 'Copy' }).click()
  await says(page.locator('.reply'), 'Copied')
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\{"UserPool":\{/)
  quiet()
  await close()
})

test('an example takes the place of the text, and undo brings the text back', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('button', { name: /Only a name/ }).click()
  await says(page.locator('.cm-content'), 'PoolName')
  assert.equal((await shownText(page)).trim(), minimal.trim())
  await says(page.locator('.reply .status'), '200')
  await page.keyboard.press(`${mod}+Z`)
  assert.equal(await shownText(page), small)
  quiet()
  await close()
})

test('the draft and the theme survive a reload', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, small)
  await page.getByRole('button', { name: /^Theme: system/ }).click()
  await page.getByRole('button', { name: /^Theme: light/ }).click()
  await page.reload()
  await says(page.locator('.lines .line'), '"shop"')
  assert.equal(await shownText(page), small)
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
  quiet()
  await close()
})

test('Tab leaves the editor, Format lays out, and both are undoable or harmless', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, '{"PoolName":"shop","UserPoolTags":{"2":"b","1":"a"}}')
  await page.keyboard.press('Tab')
  assert.ok(await page.locator('.cm-content').evaluate((content) => content.getRootNode().activeElement !== content))
  await says(page.locator('.lines .line'), '"shop"')
  await page.getByRole('button', { name: 'Format' }).click()
  assert.equal(await shownText(page), '{\n  "PoolName": "shop",\n  "UserPoolTags": {\n    "2": "b",\n    "1": "a"\n  }\n}\n')
  quiet()
  await close()
})

test('Tab walks through everything and is caught nowhere', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, bad)
  await page.locator('.exception').waitFor()
  await page.getByRole('button', { name: 'Examples' }).focus()
  const seen = new Set()
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const element = document.querySelector('user-pool-playground').shadowRoot.activeElement
      return element && (element.getAttribute('aria-label') ?? element.textContent.trim())
    })
    if (name === null) break
    seen.add(name)
  }
  for (const name of ['Help', 'Format', 'CreateUserPool request, JSON', 'Width of the request', 'JSON', 'Reply', 'Copy', 'Exception', 'Height of the problems', 'Next', 'Why']) {
    assert.ok(seen.has(name), `${name} is not among ${[...seen].join(' | ')}`)
  }
  quiet()
  await close()
})

test('what comes of a text is announced when typing pauses', async () => {
  const { page, quiet, close } = await it.open()
  await write(page, bad)
  await says(page.locator('.shell > [role=status]'), /^Refused: \w+Exception\. .+ Line 3\.$/)
  quiet()
  await close()
})

test('a text of a megabyte stays usable and is not kept', async () => {
  const { page, quiet, close } = await it.open()
  const tags = Array.from({ length: 26_000 }, (_, index) => `    "tag-number-${index}": "value of the tag ${index}"`).join(',\n')
  await write(page, `{\n  "PoolName": "big",\n  "UserPoolTags": {\n${tags}\n  }\n}`)
  await says(page.locator('.banner'), 'over 1 MB')
  await says(page.locator('.problem'), 'at most 1,024 kB are read')
  await says(page.locator('.reply .status'), '400')
  await write(page, small)
  await says(page.locator('.lines .line'), '"shop"')
  await page.locator('.banner').filter({ hasText: 'over 1 MB' }).waitFor({ state: 'detached' })
  quiet()
  await close()
})

test('of very many problems the first are shown and the rest counted', async () => {
  const { page, quiet, close } = await it.open()
  const unknown = Array.from({ length: 600 }, (_, index) => `"Unknown${index}": ${index}`).join(',\n')
  await write(page, `{"PoolName": "shop",\n${unknown}}`)
  await says(page.locator('.more'), 'and 100 more')
  assert.equal(await page.locator('.problem').count(), 500)
  quiet()
  await close()
})
