// The core of the page in every engine of browsers, on a host with and one without the headers that let memory be shared.

import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { plainHost } from '../plain-host.mjs'
import { dist, serve } from '../stage.mjs'
import { driven } from './driven.mjs'
import { engines } from './engines.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'playground-'))

after(() => rmSync(folder, { recursive: true, force: true }))

const hosts = {
  'a host that lets memory be shared': { shared: true, start: () => serve(dist) },
  'a host without headers': { shared: false, start: () => plainHost(dist) },
}

/** Opens a browser for a test. Where $PICTURES names a folder, what stood there last is put into it. */
async function opened(t, engine) {
  const browser = await engines[engine].start()
  t.after(async () => {
    if (process.env.PICTURES) writeFileSync(path.join(process.env.PICTURES, `${t.name.replace(/:.*/, '')}.png`), await browser.picture())
    await browser.stop()
  })
  return driven(browser)
}

const answered = (page, name) => page.says('.lines .line', `"${name}"`)
const view = (page, name) => page.click('[role=tab]', name)

/** What one does with a request, from the first letter to its users. Works in a page of any address. */
async function write(page) {
  await answered(page, 'my-app')
  await page.says('.status', '200')

  // Typed letter by letter, with what completion offers.
  await page.fill('.request .cm-content', '')
  await page.type('{"PoolName": "typed", "MfaConf')
  await page.says('.cm-tooltip-autocomplete [role=option]', 'MfaConfiguration')
  // The list takes no key in its first 75 ms.
  await new Promise((resolve) => { setTimeout(resolve, 200) })
  await page.press('Enter')
  await page.says('.request .cm-line', '"MfaConfiguration": ')
  await page.fill('.request .cm-content', '{ "PoolName": "typed", "MfaConfiguration": "OFFF" }')
  await page.says('.exception', 'MfaConfiguration')
  await page.until(() => page.run(() => {
    const wrong = document.querySelector('user-pool-playground').shadowRoot.querySelector('.cm-lintRange-error')
    return wrong !== null && getComputedStyle(wrong).textDecorationStyle === 'wavy'
  }), 'the wrong value is not underlined')
  await page.click('.problems .fix', 'OFF')
  await page.says('.lines .line', '"typed"')

  await view(page, 'Form')
  await page.enter('.field-row[data-pointer="/PoolName"] input', 'by form')
  await view(page, 'JSON')
  await answered(page, 'by form')

  await view(page, 'In words')
  await page.says('.words', 'sign in')

  await page.click('button', 'Import…')
  await page.enter('#import-text', 'client.create_user_pool(PoolName="from python", AutoVerifiedAttributes=["email"])')
  await page.says('.import-request', 'from python')
  await page.click('button', 'Use this request')
  await view(page, 'Reply')
  await answered(page, 'from python')

  await view(page, 'Export')
  await page.choose('#export-target', 'terraform')
  await page.says('.raw', 'resource "aws_cognito_user_pool"')

  await view(page, 'Update')
  await page.says('.update-reply', '{}')
  await page.says('.call-editor .cm-line', '"UserPoolId"')
  await page.says('.update-changes', 'AutoVerifiedAttributes')

  await view(page, 'Try')
  await page.says('.try-end', 'The user is signed in.')
  await view(page, 'Reply')

  await page.fill('.request .cm-content', 'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: from-a-template\n')
  await answered(page, 'from-a-template')
  await page.fill('.request .cm-content', '{ "PoolName": "kept" }')
  await answered(page, 'kept')
}

/** A link that is copied, opened anew. */
async function share(page) {
  await page.click('button', 'Share')
  await page.until(() => page.run(() => location.hash.startsWith('#v1.')), 'the address carries no request')
  const address = await page.run(() => location.href)
  await page.press('Escape')
  await page.fill('.request .cm-content', '{ "PoolName": "another" }')
  await answered(page, 'another')
  await page.quiet()
  await page.open('about:blank', { watched: false })
  await page.open(address)
  await answered(page, 'kept')
}

/** The element in a page of another origin, which hears what the playground in its frame answers. */
async function embed(page, base, t) {
  const manual = path.join(folder, 'manual')
  mkdirSync(manual, { recursive: true })
  writeFileSync(path.join(manual, 'index.html'), `<!doctype html><html lang="en"><title>A manual</title><script async src="${base}embed.js"></script><user-pool-playground><pre>{ "PoolName": "of the manual" }</pre></user-pool-playground>`)
  const host = await plainHost(manual)
  t.after(() => host.stop())
  await page.open(host.base, { watched: false })
  await page.until(() => page.run(() => {
    const element = document.querySelector('user-pool-playground')
    globalThis.results ??= (element.addEventListener('result', ({ detail }) => { results.push(detail.result.status) }), [])
    if (results.length === 0) element.request = '{ "PoolName": "of the manual", "MfaConfiguration": "NEVER" }'
    return results.includes(400)
  }), 'the embedded playground answers nothing')
}

for (const [engine, { missing }] of Object.entries(engines)) {
  const skip = missing().length > 0 && `NOT RUN: it needs ${missing().join(' and ')}`

  for (const [host, { shared, start }] of Object.entries(hosts)) {
    test(`${engine}, ${host}: write, share, embed, look up, and go on without a network`, { skip, timeout: 240_000 }, async (t) => {
      const page = await opened(t, engine)
      const server = await start()
      let stopped = false
      t.after(() => stopped || server.stop())
      await page.open(server.base)
      assert.equal(await page.run(() => crossOriginIsolated), shared)
      await write(page)
      await share(page)
      await page.quiet()

      await page.open(`${server.base}rules.html`)
      await page.enter('#rule-search', 'SMS role')
      await page.says('#rule-search-said', 'rule')
      await page.quiet()

      await embed(page, server.base, t)

      await page.open(server.base)
      await page.says('.offline-state', 'Ready offline')
      await page.quiet()
      await server.stop()
      stopped = true
      await page.reload()
      await page.says('.lines .line', '"UserPool"')
      await page.fill('.request .cm-content', '{ "PoolName": "without a network" }')
      await answered(page, 'without a network')
      await page.quiet()
    })
  }

  test(`${engine}, one file from the disk`, { skip, timeout: 240_000 }, async (t) => {
    const page = await opened(t, engine)
    const file = path.join(folder, 'alone', 'My playground.html')
    cpSync(path.join(dist, 'user-pool-playground.html'), file)
    await page.open(pathToFileURL(file).href)
    await write(page)
    await share(page)
    await page.quiet()
  })
}
