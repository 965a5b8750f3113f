// The recipes of scripts/hosting, tried: each host is started with its recipe, but for the folder and the port, and has to
// answer as scripts/serve does. HOSTING=all fails where a host is missing; without it that is told.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { built, dist, says, stage, write } from '../stage.mjs'
import { cloudfront } from './cloudfront.mjs'

const it = stage()
const root = fileURLToPath(new URL('../../..', import.meta.url))
const recipe = (name) => readFileSync(path.join(root, 'scripts', 'hosting', name), 'utf8')

const running = []
after(() => running.forEach((each) => each.kill()))

/** A recipe with this machine's folder and port in the place of its own. */
function adapted(name, changes) {
  let text = recipe(name)
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `${name} does not say ${from}`)
    text = text.replace(from, to)
  }
  return text
}

function folderFor(name) {
  const folder = path.join(it.folder, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address()
  await new Promise((resolve) => { server.close(resolve) })
  return port
}

/** Starts a host, and waits until it takes connections. */
async function start(port, command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  running.push(child)
  let told = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { told += text })
  const ended = new Promise((resolve, reject) => { child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${told}`))) })
  ended.catch(() => {})
  const taken = async () => {
    for (;;) {
      const there = await new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true) })
        socket.once('error', () => setTimeout(resolve, 50, false))
      })
      if (there) return
    }
  }
  await Promise.race([taken(), ended])
  return `http://127.0.0.1:${port}/`
}

/** The test of a host, when it is on this machine. */
function host(name, { command, args, needs }, body) {
  test(name, async (t) => {
    let there = true
    try {
      execFileSync(command, args, { stdio: 'ignore' })
    } catch {
      there = false
    }
    assert.ok(there || process.env.HOSTING !== 'all', `it needs ${needs}`)
    if (there) await body(t)
    else t.skip(`NOT RUN: it needs ${needs}`)
  })
}

const same = [
  'content-type', 'cache-control', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'referrer-policy',
  'cross-origin-opener-policy', 'cross-origin-embedder-policy', 'cross-origin-resource-policy',
]

/** Holds every file's headers against those of scripts/serve; `encoding` says how the host should send a file that serve sends encoded. */
async function compare(base, encoding = (sent) => sent) {
  for (const name of ['', ...readdirSync(dist).filter((file) => !/\.(?:br|gz)$/.test(file))]) {
    for (const accept of ['gzip, deflate, br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': accept }
      const [ours, theirs] = await Promise.all([it.base, base].map((site) => fetch(new URL(name, site), { method: 'HEAD', headers })))
      const of = (response) => Object.fromEntries([['status', response.status], ...same.map((header) => [header, response.headers.get(header)])])
      assert.deepEqual(of(theirs), of(ours), `${name || 'the folder'}, ${accept}`)
      const encoded = theirs.headers.get('content-encoding')
      assert.equal(encoded, encoding(ours.headers.get('content-encoding'), name, accept), `${name}, ${accept}`)
    }
  }
  const first = await fetch(base)
  await first.arrayBuffer()
  const again = await fetch(base, { headers: { 'if-none-match': first.headers.get('etag') } })
  assert.equal(again.status, 304)
}

/** Opens the page as a visitor, with the service worker, and uses both programs. Each comes once. */
async function visit(base, name) {
  const programs = []
  const { page, quiet, close } = await it.open({ base, serviceWorkers: 'allow', prepare: (page) => {
    page.on('request', (request) => { if (/\.wasm(?:\.gz)?$/.test(request.url())) programs.push(request.url().slice(base.length)) })
  } })
  await write(page, `{ "PoolName": "on ${name}" }`)
  await says(page.locator('.lines .line'), `"on ${name}"`)
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByLabel('The text').fill('client.create_user_pool(PoolName="from python")')
  await says(page.locator('.import-request'), 'from python')
  await page.keyboard.press('Escape')
  await says(page.locator('.offline-state'), 'Ready offline')
  await page.screenshot({ path: fileURLToPath(new URL(`../screenshots/hosting-${name}.png`, import.meta.url)) })
  assert.equal(programs.filter((program) => program === built('engine.wasm')).length, 1)
  assert.deepEqual(programs.filter((program) => program.endsWith('.gz')), [], 'a host that compresses has no need of packed copies')
  quiet()
  await close()
}

host('nginx', {
  command: 'sh', args: ['-c', 'nginx -v && ls /etc/nginx/modules-enabled/*brotli-static*'], needs: 'nginx with its module for brotli (Debian: nginx-light, libnginx-mod-http-brotli-static)',
}, async () => {
  const folder = folderFor('nginx')
  const port = await freePort()
  writeFileSync(path.join(folder, 'site.conf'), adapted('nginx.conf', [['/srv/playground', dist], ['listen 8080', `listen 127.0.0.1:${port}`]]))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${folder}/${what};`).join(' ')
  writeFileSync(path.join(folder, 'nginx.conf'), `
    include /etc/nginx/modules-enabled/*.conf;
    ${process.getuid() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log stderr;
    events {}
    http { access_log off; ${temporary} include ${folder}/site.conf; }
  `)
  const base = await start(port, 'nginx', ['-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'])
  await compare(base)
  await visit(base, 'nginx')
})

host('Caddy', { command: 'caddy', args: ['version'], needs: 'Caddy (Debian: caddy)' }, async () => {
  const folder = folderFor('caddy')
  const port = await freePort()
  const file = path.join(folder, 'Caddyfile')
  writeFileSync(file, `{\n\tadmin off\n}\n${adapted('Caddyfile', [['/srv/playground', dist], [':8080', `:${port}`]])}`)
  const base = await start(port, 'caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder } })
  await compare(base)
  await visit(base, 'caddy')
})

test('S3 with CloudFront, as far as they can be imitated', async () => {
  const folder = folderFor('s3')
  const bin = folderFor('s3/bin')
  writeFileSync(path.join(bin, 'aws'), `#!/bin/sh\nexec "${process.execPath}" "${fileURLToPath(new URL('aws.mjs', import.meta.url))}" "$@"\n`, { mode: 0o755 })
  execFileSync(path.join(root, 'scripts', 'hosting', 's3'), ['s3://bucket'], { env: { ...process.env, BUCKETS: folder, PATH: `${bin}:${process.env.PATH}` }, stdio: 'pipe' })
  const { base, kill } = await cloudfront(path.join(folder, 'bucket'), JSON.parse(recipe('cloudfront-headers.json')))
  running.push({ kill })
  const programs = [built('engine.wasm'), built('readers.wasm')]
  await compare(base, (sent, name, accept) => {
    if (programs.includes(name)) return 'br'
    // It compresses by itself what is small and large enough, if not all that serve does.
    const { size } = statSync(path.join(dist, name || 'index.html'))
    const known = !/\.(?:png|webmanifest)$/.test(name)
    return accept !== 'identity' && known && size >= 1_000 && size <= 10_000_000 ? 'gzip' : null
  })
  await visit(base, 's3')
})
