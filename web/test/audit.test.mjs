// The audit of the dependencies, against databases that say what the test wants: a finding fails, a silence is told.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'

const root = fileURLToPath(new URL('../..', import.meta.url))

function audit(surroundings) {
  return new Promise((resolve) => {
    const child = spawn('scripts/audit', { cwd: root, env: { ...process.env, ...surroundings } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += text })
    child.on('close', (code) => resolve({ code, said }))
  })
}

/** A database in which a function that the engine calls is vulnerable. */
function goDatabase(folder) {
  const id = 'GO-2026-0001'
  const modified = '2026-01-01T00:00:00Z'
  const module = 'github.com/hack-pad/safejs'
  const write = (name, value) => writeFileSync(path.join(folder, name), JSON.stringify(value))
  for (const name of ['index', 'ID']) mkdirSync(path.join(folder, name))
  write('index/db.json', { modified })
  write('index/modules.json', [{ path: module, vulns: [{ id, modified, fixed: '9.9.9' }] }])
  write('index/vulns.json', [{ id, modified }])
  write(`ID/${id}.json`, {
    schema_version: '1.3.1', id, modified, published: modified, summary: 'Made up', details: 'Made up.', database_specific: { url: 'https://example.com/1' },
    affected: [{
      package: { name: module, ecosystem: 'Go' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '9.9.9' }] }],
      ecosystem_specific: { imports: [{ path: module, symbols: ['FuncOf'] }] },
    }],
  })
  return `file://${folder}`
}

test('a vulnerability in what the engine calls, or in a package of the page, fails the audit', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'audit-'))
  const registry = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    // npm looks at what depends on the package, too.
    const name = decodeURIComponent(request.url.slice(1))
    const versions = { '1.0.0': { name, version: '1.0.0', dist: {} } }
    response.end(JSON.stringify(request.method === 'GET' ? { name, 'dist-tags': { latest: '1.0.0' }, versions } : { preact: [{ id: 1, url: 'https://example.com/1', title: 'Made up', severity: 'high', vulnerable_versions: '*' }] }))
  })
  await new Promise((resolve) => { registry.listen(0, '127.0.0.1', resolve) })
  try {
    const { code, said } = await audit({ VULNDB: goDatabase(folder), npm_config_registry: `http://127.0.0.1:${registry.address().port}/` })
    assert.equal(code, 1, said)
    assert.match(said, /audited: the programs around the page/)
    assert.match(said, /AUDIT FAILED: the engine and the readers with a known vulnerability[^]*GO-2026-0001/)
    assert.match(said, /AUDIT FAILED: web with a known vulnerability[^]*preact[^]*Made up/)
  } finally {
    registry.close()
    rmSync(folder, { recursive: true })
  }
})

test('databases that cannot be asked are told, and nothing is claimed', async () => {
  const { code, said } = await audit({ VULNDB: 'http://127.0.0.1:9', npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' })
  assert.equal(code, 0, said)
  assert.equal(said.match(/^NOT AUDITED:/gm).length, 3, said)
  assert.doesNotMatch(said, /^audited:/m)
})
