// What the release is made of, as a CycloneDX document: the programs with the Go modules in them, and the npm packages in
// the page. It has no date and no random number, so that two builds of one commit have the same.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { programs } from './programs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = path.join(root, 'web')
const thinMod = path.join(web, 'build', 'thin', 'go.mod')
const json = (file) => JSON.parse(readFileSync(file, 'utf8'))
const sha256 = (contents) => createHash('sha256').update(contents).digest('hex')
const go = (args, env = {}) => execFileSync('go', args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 26 })

/** What licences say, by their SPDX identifiers. */
const licences = {
  'Apache-2.0': /Apache License,?\s+Version 2\.0/,
  'BSD-3-Clause': /Redistribution and use in source and binary forms[\s\S]*Neither the name/,
  MIT: /Permission is hereby granted, free of charge, to any person obtaining a copy/,
  'MPL-2.0': /Mozilla Public License,? version 2\.0/i,
  'Unicode-DFS-2016': /UNICODE, INC\. LICENSE AGREEMENT/,
}

/** The licences of a Go module by its files; a module without one that is known may not be shipped. */
function licencesOf(module, folder) {
  const text = readdirSync(folder).filter((name) => /^(?:LICEN[CS]E|COPYING)/i.test(name)).map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
  const found = Object.keys(licences).filter((id) => licences[id].test(text))
  if (found.length === 0) throw new Error(`${module} has no licence that is known here`)
  return found.length === 1 ? [{ license: { id: found[0] } }] : [{ expression: found.join(' AND ') }]
}

/** The modules of a program, with the versions that it is built with. */
function modulesOf(program) {
  const listed = go(['list', '-modfile', thinMod, '-deps', '-f', '{{with .Module}}{{if not .Main}}{{.Path}}@{{.Version}}{{end}}{{end}}', `./wasm/${program}`], { GOOS: 'js', GOARCH: 'wasm' })
  return [...new Set(listed.split('\n').filter(Boolean))].sort()
}

/** go mod download prints one object after the other. */
const objects = (text) => JSON.parse(`[${text.trim().replaceAll(/\}\s*\{/g, '},{')}]`)

function goComponents(modules) {
  const thinned = new Set([...readFileSync(thinMod, 'utf8').matchAll(/^replace (\S+) (\S+) =>/gm)].map(([, name, version]) => `${name}@${version}`))
  return objects(go(['mod', 'download', '-json', ...modules])).map(({ Path: name, Version: version, Zip, Dir, Sum }) => ({
    type: 'library', 'bom-ref': golang(`${name}@${version}`), name, version,
    hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(Zip)) }],
    licenses: licencesOf(name, Dir),
    purl: golang(`${name}@${version}`),
    ...(thinned.has(`${name}@${version}`) ? { pedigree: { notes: 'Built from a copy that scripts/thin made: without encoding/json and what the programs never run.' } } : {}),
    properties: [{ name: 'go.sum', value: Sum }],
  }))
}

const golang = (module) => `pkg:golang/${module.replace(/^[^@]+/, (name) => name.toLowerCase())}`

function npmComponents() {
  const { packages } = json(path.join(web, 'package-lock.json'))
  // The build lists what the page holds, and the package's what the command does beside.
  const ofPackage = path.join(web, 'build', 'bundled-package.json')
  if (!existsSync(ofPackage)) throw new Error('The package is not made, and a release is: run make package first')
  const bundled = new Set([path.join(web, 'build', 'bundled.json'), ofPackage].flatMap(json))
  return [...bundled].sort().map((name) => {
    const { version, integrity, license } = packages[`node_modules/${name}`]
    const [, digest] = /^sha512-(\S+)$/.exec(integrity)
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    return {
      type: 'library', 'bom-ref': purl, name, version,
      hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
      licenses: [{ license: { id: license } }],
      purl,
    }
  })
}

/** The document, as an object. */
export function sbom() {
  const { name, version } = json(path.join(web, 'package.json'))
  const goVersion = go(['env', 'GOVERSION']).trim().replace(/^go/, '')
  const std = {
    type: 'framework', 'bom-ref': golang(`std@${goVersion}`), name: 'std', version: goVersion,
    description: "Go's standard library and runtime, with wasm_exec.js.",
    licenses: [{ license: { id: 'BSD-3-Clause' } }], purl: golang(`std@${goVersion}`),
  }
  const held = new Map(programs.map((program) => [`${program.name}.wasm`, modulesOf(program.name)]))
  const packages = npmComponents()
  const root = `pkg:npm/${name}@${version}`
  const files = programs.map((program) => ({
    type: 'application', 'bom-ref': `${program.name}.wasm`, name: `${program.name}.wasm`, description: program.holds,
    hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(path.join(web, 'dist', `${program.name}.wasm`))) }],
    licenses: [{ license: { id: 'Apache-2.0' } }],
  }))
  const modules = goComponents([...new Set([...held.values()].flat())].sort())
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
    metadata: { component: { type: 'application', 'bom-ref': root, name, version, licenses: [{ license: { id: 'Apache-2.0' } }], purl: root } },
    components: [...files, std, ...modules, ...packages],
    dependencies: [
      { ref: root, dependsOn: [...held.keys(), std['bom-ref'], ...packages.map((p) => p['bom-ref'])] },
      ...[...held].map(([file, list]) => ({ ref: file, dependsOn: [std['bom-ref'], ...list.map(golang)] })),
    ],
  }
  // A UUID of the contents, as version 8 of RFC 9562 leaves them to whoever makes them.
  const id = sha256(JSON.stringify(document))
  const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-8${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20, 32)}`
  const { $schema, bomFormat, specVersion, ...rest } = document
  return { $schema, bomFormat, specVersion, serialNumber: `urn:uuid:${uuid}`, ...rest }
}
