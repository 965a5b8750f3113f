// What a release says of itself: the list of what it is made of is a CycloneDX document, and names all of it.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'

import { programs } from '../../../scripts/programs.mjs'
import { sbom } from '../../../scripts/sbom.mjs'

const require = createRequire(import.meta.url)
const schemas = '@cyclonedx/cyclonedx-library/package.json'
const schema = (name) => JSON.parse(readFileSync(require.resolve(schemas).replace('package.json', `res/schema/${name}.SNAPSHOT.schema.json`), 'utf8'))
const document = sbom()
const named = new Map(document.components.map((component) => [component.name, component]))

test('the list of what the release is made of is valid CycloneDX', () => {
  const Ajv = require('ajv')
  const ajv = new Ajv({ strict: false, allErrors: true })
  require('ajv-formats')(ajv)
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true) // which ajv-formats does not know
  for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  const valid = ajv.compile(schema('bom-1.6'))
  assert.ok(valid(document), JSON.stringify(valid.errors?.slice(0, 3), null, 1))
  assert.equal(valid({ ...document, components: [{ type: 'library' }] }), false)
})

test('it names the programs as they are shipped, and all that the page and they hold', () => {
  for (const { name } of programs) {
    const hash = createHash('sha256').update(readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url))).digest('hex')
    assert.equal(named.get(`${name}.wasm`).hashes[0].content, hash)
  }
  for (const name of ['preact', '@codemirror/view', 'github.com/santhosh-tekuri/jsonschema/v5', 'github.com/hack-pad/safejs', 'github.com/hashicorp/hcl/v2', 'std']) {
    assert.ok(named.has(name), name)
  }
  // Tools of the build are no part of what is shipped.
  for (const name of ['esbuild', 'typescript', 'ajv', 'honnef.co/go/tools']) assert.ok(!named.has(name), name)
  const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  // esbuild stands among them as what the page cannot be made without; tests and packages need the others.
  for (const name of Object.keys(dependencies)) assert.ok(named.has(name) || name === 'esbuild', `${name} is a dependency, and nothing of it is in the page`)
  const references = new Set(document.components.map((component) => component['bom-ref']))
  assert.equal(references.size, document.components.length)
  for (const { dependsOn } of document.dependencies) for (const reference of dependsOn) assert.ok(references.has(reference), reference)
  for (const { name, version, licenses, purl, type } of document.components) {
    assert.ok(licenses.length === 1, name)
    if (type !== 'application') assert.match(purl, new RegExp(`@${version.replaceAll('.', '\\.')}$`), name)
  }
})

test('it is the same each time', () => assert.deepEqual(sbom(), document))

test('what builds and publishes takes no address of a registry from the lock files', () => {
  for (const folder of ['web', 'bench', 'scripts/exports']) {
    const { packages } = JSON.parse(readFileSync(new URL(`../../../${folder}/package-lock.json`, import.meta.url), 'utf8'))
    for (const [name, { resolved, integrity, link, inBundle }] of Object.entries(packages)) {
      if (!name.includes('node_modules/') || link || inBundle) continue // of this repository, or inside of another's archive
      assert.equal(resolved, undefined, `${folder}: ${name}`)
      assert.match(integrity, /^sha512-/, `${folder}: ${name}`)
    }
  }
})
