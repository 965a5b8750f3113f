// The recipes of scripts/package/recipes.md, each followed as it is written: the real generator builds a site with it, and the
// site is opened in a browser. What the machine has no generator for is told, and fails with RECIPES=all.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { comesTrue, dist, says, stage } from '../stage.mjs'

const it = stage()
const here = fileURLToPath(new URL('.', import.meta.url))
const build = fileURLToPath(new URL('../../build/', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const recipes = readFileSync(new URL('../../../scripts/package/recipes.md', import.meta.url), 'utf8')

const block = (info, name) => `\`\`\`${info}\n{ "PoolName": "${name}", "EmailVerificationSubject": "<b>{{ 1 + 1 }}" }\n\`\`\`\n`
const page = (head = '') => `${head}# Sign-in\n\nBefore.\n\n${block('user-pool expect=ok', 'recipe')}\nBelow.\n`
const wrong = `\n${block('user-pool expect=InvalidParameterException', 'wrong')}`

const asciidoc = '= Sign-in\n\nBefore.\n\n[source,user-pool]\n----\n{ "PoolName": "recipe" }\n----\n\nBelow.\n'

/** The generators: where their page is, how they build, and where the site is then. `renders` are those that render the answer. */
const generators = {
  VitePress: { folder: 'vitepress', page: 'index.md', build: ['npx', 'vitepress', 'build'], out: '.vitepress/dist', renders: true },
  Docusaurus: { folder: 'docusaurus', page: 'docs/index.md', build: ['npx', 'docusaurus', 'build'], out: 'build', renders: true },
  'Astro and Starlight': { folder: 'starlight', page: 'src/content/docs/index.mdx', head: '---\ntitle: Sign-in\n---\n', build: ['npx', 'astro', 'build'], out: 'dist', renders: true },
  Eleventy: { folder: 'eleventy', page: 'index.md', head: '---\nlayout: page.html\ntemplateEngineOverride: md\n---\n', build: ['npx', 'eleventy'], out: '_site', renders: true },
  'MkDocs with Material': { page: 'docs/index.md', text: '# Sign-in\n\nBefore.\n\n```user-pool\n{ "PoolName": "recipe" }\n```\n\nBelow.\n', site: 'docs/user-pool-playground', build: ['mkdocs', 'build'], out: 'site' },
  'Sphinx with MyST': { page: 'index.md', site: '_static/user-pool-playground', build: ['sphinx-build', '.', 'out'], out: 'out' },
  Hugo: { folder: 'hugo', page: 'content/index.md', site: 'static/user-pool-playground', build: ['hugo'], out: 'public', address: 'index.html' },
  Jekyll: { folder: 'jekyll', page: 'index.md', text: '---\nlayout: page\n---\n# Sign-in\n\nBefore.\n\n```user-pool\n{ "PoolName": "recipe" }\n```\n{: data-meta="view=words"}\n\nBelow.\n', site: 'user-pool-playground', build: ['jekyll', 'build'], out: '_site' },
  Asciidoctor: { page: 'index.adoc', text: asciidoc, site: 'user-pool-playground', build: ['asciidoctor', '-a', 'docinfo=shared', 'index.adoc'], out: '.' },
  // Antora reads its pages from a repository, and where it stands at a branch from the folder.
  Antora: {
    folder: 'antora', page: 'docs/modules/ROOT/pages/index.adoc', text: asciidoc, site: 'supplemental-ui/user-pool-playground', out: 'build/site', address: 'docs/index.html',
    before: ['git init -q', 'git -c user.name=docs -c user.email=docs@example.com commit -q --allow-empty -m docs'], build: ['npx', 'antora', 'antora-playbook.yml'],
  },
}

function run(cwd, [command, ...args], environment = {}) {
  return new Promise((resolve) => {
    const env = { ...process.env, CI: '1', ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_NO_UPDATE_CHECK: '1', NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', ...environment }
    execFile(command, args, { cwd, env, timeout: 300_000, maxBuffer: 1 << 26 }, (reason, stdout, stderr) => resolve({ status: reason ? reason.code ?? 1 : 0, told: `${stdout}${stderr}` }))
  })
}

async function mustRun(cwd, command) {
  const { status, told } = await run(cwd, command)
  assert.equal(status, 0, `${command.join(' ')}\n${told}`)
  return told
}

/** The parts of a recipe: the commands, and the files by their names. */
function recipe(title) {
  const text = recipes.split(/^## /m).find((part) => part.startsWith(`${title}\n`))
  assert.ok(text, `there is no recipe for ${title}`)
  const blocks = [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm)]
  return {
    commands: blocks.filter(([, language]) => language === 'sh').flatMap(([,,, lines]) => lines.trim().split('\n')),
    files: blocks.filter(([,, file]) => file).map(([,, file, contents]) => ({ file, contents })),
  }
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.woff2': 'font/woff2' }
const servers = []
after(() => servers.forEach((server) => server.close()))
/** Serves a folder as any host does. */
async function host(folder) {
  const server = createServer(async (request, response) => {
    let file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    if ((await stat(file).catch(() => null))?.isDirectory()) file = path.join(file, 'index.html')
    const contents = await readFile(file).catch(() => null)
    response.writeHead(contents ? 200 : 404, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(contents ?? '')
  })
  servers.push(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${server.address().port}/`
}

for (const [title, generator] of Object.entries(generators)) {
  test(title, async (t) => {
    const { folder = '', head, text = page(head), site, out, address = '' } = generator
    const { commands, files } = recipe(title)
    for (const { file, contents } of files) assert.ok(contents.trim().split('\n').length <= 10, `${file} has more than ten lines`)
    if (!generator.renders && (await run('.', [generator.build[0], generator.build[0] === 'hugo' ? 'version' : '--version'])).status !== 0) {
      assert.notEqual(process.env.RECIPES, 'all', `${generator.build[0]} is not here`)
      t.skip(`${generator.build[0]} is not here`)
      return
    }
    const project = path.join(it.folder, title.replaceAll(/\W/g, ''))
    mkdirSync(project)
    if (folder) cpSync(path.join(here, folder), project, { recursive: true, filter: (file) => !file.includes('node_modules') })
    if (existsSync(path.join(project, 'package.json'))) await mustRun(project, ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'])
    for (const command of commands) {
      await mustRun(project, command === 'npm install user-pool-playground'
        ? ['npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', path.join(build, `user-pool-playground-${version}.tgz`)]
        : command.split(' '))
    }
    if (site) cpSync(dist, path.join(project, site), { recursive: true, filter: (file) => !/\.(?:br|gz)$/.test(file) })
    for (const { file, contents } of [...files, { file: generator.page, contents: text }]) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true })
      writeFileSync(path.join(project, file), contents)
    }
    for (const command of generator.before ?? []) await mustRun(project, command.split(' '))
    await mustRun(project, generator.build)
    const base = await host(path.join(project, out))

    const off = await (await it.browser.newContext({ javaScriptEnabled: false })).newPage()
    await off.goto(base + address)
    await says(off.locator('pre').first(), '"recipe"')
    if (generator.renders) {
      await says(off.locator('.user-pool-static pre'), 'given')
      await says(off.locator('.user-pool-static pre'), '"recipe"')
    }
    await off.context().close()

    const context = await it.browser.newContext({ viewport: { width: 1200, height: 900 } })
    const visited = await context.newPage()
    visited.setDefaultTimeout(10_000)
    const [asked, errors] = [[], []]
    visited.on('request', (request) => { if (/user-pool-playground\/.*\.(?:html|wasm|js)$/.test(new URL(request.url()).pathname)) asked.push(new URL(request.url()).pathname.replace(/^.*\//, '')) })
    visited.on('pageerror', (error) => errors.push(error.message))
    await visited.goto(base + address)
    const button = visited.getByRole('button', { name: 'Try it' })
    await button.waitFor()
    // A generator's own script may draw the page anew.
    await visited.waitForLoadState('networkidle')
    assert.deepEqual([...new Set(asked)], ['embed.js'])
    await visited.screenshot({ path: fileURLToPath(new URL(`../screenshots/recipe-${title.replaceAll(/\W+/g, '-').toLowerCase()}.png`, import.meta.url)) })
    await button.click()
    // What the press itself moves is what it was for; from then on nothing moves. By place, since what counts as a shift depends
    // on how soon after the press a busy machine draws.
    const below = async () => (await visited.getByText('Below.', { exact: true }).boundingBox()).y + await visited.evaluate(() => scrollY)
    await visited.locator('user-pool-playground iframe').waitFor()
    const pressed = await below()
    const frame = visited.locator('user-pool-playground iframe').contentFrame()
    await frame.locator('.cm-content').click()
    await visited.keyboard.press('Control+A')
    await visited.keyboard.insertText('{ "PoolName": "typed" }')
    await comesTrue(visited, async () => {
      const element = document.querySelector('user-pool-playground')
      return /"typed"/.test((await element.read().catch(() => null))?.result.body ?? '')
    })
    assert.equal(await below(), pressed, 'what is below stays where it is')
    await visited.screenshot({ path: fileURLToPath(new URL(`../screenshots/recipe-${title.replaceAll(/\W+/g, '-').toLowerCase()}-live.png`, import.meta.url)) })
    assert.deepEqual(errors, [])
    await context.close()

    if (generator.renders) {
      writeFileSync(path.join(project, generator.page), text + wrong)
      const { status, told } = await run(project, generator.build)
      assert.notEqual(status, 0, 'a page that is not as it says fails the build')
      assert.match(told, /The page expects InvalidParameterException, and the service would answer with the user pool/)
    }
  })
}
