// What is timed in a browser: visits, starts, evaluations, keystrokes. The browser is new for each start, since V8 keeps
// what it compiled of a program for as long as its process lives.

import { execFileSync, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { inputs, placeholder, templateOf } from './inputs.mjs'
import { median, quantile, root } from './measure.mjs'

const web = createRequire(path.join(root, 'web', 'package.json'))
const { chromium } = web('playwright-core')
const esbuild = web('esbuild')

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]
const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: flags })

/** The built site on the project's own server, with two pages beside it: an empty one, and one that starts a program. */
export async function serveSite() {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const site = path.join(folder, 'site')
  await cp(path.join(root, 'web', 'dist'), site, { recursive: true })
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
  const write = (name, contents) => writeFile(path.join(site, name), contents)
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>'
  await write('empty.html', `${head}<textarea id="text">{}</textarea>`)
  await write('start.html', `${head}<script src="wasm_exec.js"></script>`)
  await write('wasm_exec.js', await readFile(path.join(goroot, 'lib', 'wasm', 'wasm_exec.js')))
  const empty = await readFile(path.join(root, 'web', 'build', 'empty.wasm'))
  await write('empty.wasm', empty)
  await write('empty.wasm.br', await promisify(brotliCompress)(empty))
  const program = path.join(folder, 'serve')
  execFileSync('go', ['build', '-o', program, './scripts/serve'], { cwd: root })
  const server = spawn(program, ['-dir', site, '-port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const base = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())))
  return { base, async close() { server.kill(); await rm(folder, { recursive: true, force: true }) } }
}

async function opened(context, slowdown) {
  const page = await context.newPage()
  if (slowdown > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

async function visit(context, address, slowdown) {
  const page = await opened(context, slowdown)
  // Looked at in each frame, which is when a person sees it.
  await page.addInitScript(() => {
    const seen = window.seen = {}
    const note = (name, is) => { if (is && !(name in seen)) seen[name] = performance.now() }
    const look = () => {
      const root = document.querySelector('user-pool-playground')?.shadowRoot
      const reply = root?.querySelector('.reply .lines .line') ?? null
      note('editable', document.querySelector('textarea') ?? root?.querySelector('.cm-content'))
      note('ready', reply ?? (root?.querySelector('.placeholder-title')?.textContent === 'Evaluating'))
      note('reply', reply)
      if (!('reply' in seen)) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(address)
  return page
}

const seenOf = async (page, what) => {
  await page.waitForFunction((what) => what in window.seen, what, { timeout: 60_000 })
  return page.evaluate(() => window.seen)
}

/** Milliseconds from navigation to what a visitor sees: cold in a new browser, warm on the second visit. */
export async function visits(base, slowdown, rounds) {
  const all = { empty: [], cold: [], warm: [] }
  for (let round = 0; round < rounds; round++) {
    const browser = await launch()
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const time = async (address, what) => {
      const page = await visit(context, new URL(address, base).href, slowdown)
      const seen = await seenOf(page, what)
      await page.close()
      return seen
    }
    // The first page of a browser pays for the browser, too.
    await time('empty.html', 'editable')
    all.empty.push(await time('empty.html', 'editable'))
    all.cold.push(await time('', 'reply'))
    all.warm.push(await time('', 'reply'))
    await browser.close()
  }
  const of = (list, name) => median(list.map((seen) => seen[name]))
  return {
    empty: { editable: of(all.empty, 'editable') },
    cold: { editable: of(all.cold, 'editable'), ready: of(all.cold, 'ready'), reply: of(all.cold, 'reply') },
    warm: { editable: of(all.warm, 'editable'), ready: of(all.warm, 'ready'), reply: of(all.warm, 'reply') },
  }
}

/** Milliseconds of a program's start from the compiled module on: the empty program, and the engine with its first reply. */
export async function starts(base, rounds) {
  const times = { empty: [], engine: [] }
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['empty', 'engine']) {
      const browser = await launch()
      const page = await browser.newPage()
      await page.goto(new URL('start.html', base).href)
      times[kind].push(await page.evaluate(async ({ kind, text }) => {
        const engine = kind === 'engine' ? await import('./engine.js') : null
        let last = performance.now()
        const lap = () => { const now = performance.now(); const took = now - last; last = now; return took }
        const response = await fetch(`${kind}.wasm`)
        const bytes = await response.arrayBuffer()
        const download = lap()
        const module = await WebAssembly.compile(bytes)
        const compile = lap()
        if (engine) {
          const { evaluate } = await engine.loadEngine({ wasm: module })
          const start = lap()
          evaluate(text)
          return { download, compile, start, first: lap() }
        }
        const go = new Go()
        void go.run(await WebAssembly.instantiate(module, go.importObject))
        return { download, compile, start: lap() }
      }, { kind, text: inputs.sample.replace(placeholder, 'first') }))
      await browser.close()
    }
  }
  const of = (list) => Object.fromEntries(Object.keys(list[0]).map((name) => [name, median(list.map((times) => times[name]))]))
  return { empty: of(times.empty), engine: of(times.engine) }
}

/** Microseconds of one evaluation of each text in the page, and of ajv's with the published schema. */
export async function evaluations(base, texts, schema) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: "import Ajv from 'ajv/dist/2020.js'\nwindow.Ajv = Ajv", resolveDir: path.join(root, 'bench') },
    bundle: true, format: 'iife', write: false, logLevel: 'error',
  })
  const browser = await launch()
  // ajv makes functions of texts, which the page's own policy does not let it.
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  await page.goto(new URL('start.html', base).href)
  await page.evaluate(outputFiles[0].text)
  const times = await page.evaluate(async ({ texts, placeholder, schema }) => {
    const { loadEngine } = await import('./engine.js')
    const { evaluate } = await loadEngine()
    const validate = new window.Ajv({ strict: false, allErrors: true }).compile(schema)
    let n = 0
    const timed = (work, text, least) => {
      let count = 0
      const began = performance.now()
      do {
        work(text.replace(placeholder, `pool-${++n}`))
        count++
      } while (performance.now() - began < least)
      return 1000 * (performance.now() - began) / count
    }
    const works = Object.entries(texts).map(([name, text]) => [name, evaluate, text])
    works.push(['ajv', (text) => validate(JSON.parse(text)), texts.sample])
    const all = {}
    for (const [, work, text] of works) timed(work, text, 1000)
    for (let round = 0; round < 9; round++) {
      for (const [name, work, text] of works) (all[name] ??= []).push(timed(work, text, 100))
    }
    return all
  }, { texts, placeholder, schema })
  await browser.close()
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
}

/** Milliseconds from each of so many keystrokes to the frame that shows what came of it: the letter, and in the page its reply. */
export async function keystrokes(base, slowdown, count) {
  const browser = await launch()
  const context = await browser.newContext({ serviceWorkers: 'block' })
  // The pool's name comes first, where it is in sight.
  const { PoolName, ...others } = JSON.parse(inputs.sample)
  await context.addInitScript((draft) => localStorage.setItem('upp.draft', draft), JSON.stringify({ PoolName, ...others }, null, 2))

  const bare = await opened(context, slowdown)
  await bare.goto(new URL('empty.html', base).href)
  await bare.locator('textarea').click()
  await bare.evaluate(() => {
    window.watch = (changed) => document.querySelector('textarea').addEventListener('input', changed)
  })
  const letter = await pressed(bare, count)
  await bare.close()

  const page = await visit(context, base, slowdown)
  await seenOf(page, 'reply')
  await page.evaluate(() => {
    // The text of the pool's name, and nothing else, is what the reply changes in.
    const reply = document.querySelector('user-pool-playground').shadowRoot.querySelector('.lines')
    window.watch = (changed) => new MutationObserver(changed).observe(reply, { subtree: true, characterData: true })
  })
  await page.locator('.cm-line').filter({ hasText: '"PoolName"' }).click({ timeout: 10_000 })
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  const reply = await pressed(page, count)
  await browser.close()
  return { letter, reply }
}

/** The same in a template of so many kilobytes, whose language a second program reads. */
export async function templateKeystrokes(base, kilobytes, count) {
  const browser = await launch()
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await context.addInitScript((draft) => localStorage.setItem('upp.draft', draft), templateOf(kilobytes))
  const page = await visit(context, base, 1)
  await page.locator('.reply .lines').getByText('"shop"').waitFor()
  await page.evaluate(() => {
    const reply = document.querySelector('user-pool-playground').shadowRoot.querySelector('.lines')
    window.watch = (changed) => new MutationObserver(changed).observe(reply, { subtree: true, characterData: true })
  })
  await page.locator('.cm-line').filter({ hasText: 'UserPoolName' }).click({ timeout: 10_000 })
  await page.keyboard.press('End')
  const times = await pressed(page, count)
  await browser.close()
  return times
}

/** Presses keys as somebody who types fast, seven a second, and times each to the frame after what `window.watch` sees. */
async function pressed(page, count) {
  await page.evaluate(() => {
    let pressed = null
    let settle
    let early // a key may overtake the call that asks for its time
    addEventListener('keydown', (event) => { pressed = event.timeStamp }, true)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      if (pressed === null) return
      const took = performance.now() - pressed
      pressed = null
      if (settle) settle(took)
      else early = took
      settle = undefined
    }
    // What is posted in a frame arrives when that is painted.
    window.watch(() => requestAnimationFrame(() => port2.postMessage(0)))
    window.painted = () => new Promise((resolve, reject) => {
      if (early === undefined) settle = resolve
      else resolve(early)
      early = undefined
      setTimeout(() => reject(new Error('nothing was painted within 5 seconds')), 5000)
    })
  })
  const times = []
  const warmUp = 40
  for (let i = 0; i < count + warmUp; i++) {
    const painted = page.evaluate(() => window.painted())
    const key = i % 2 ? 'Backspace' : 'x'
    await page.keyboard.down(key)
    await page.waitForTimeout(80)
    await page.keyboard.up(key)
    const took = await painted
    if (i >= warmUp) times.push(took)
    await page.waitForTimeout(40 + (i * 7) % 40) // not in step with the frames
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

/** The browser's name and version. */
export async function browserVersion() {
  const browser = await launch()
  const version = browser.version()
  await browser.close()
  return `Chromium ${version}`
}
