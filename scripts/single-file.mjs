// Makes the whole page one file, which opens without a server: web/src/core/client/inlined.ts reads what is put into it.

import { createHash } from 'node:crypto'

/**
 * The file, by its template. Scripts and styles are texts; `programs` are WebAssembly modules, packed with gzip, by name;
 * `policy` is the page's Content-Security-Policy.
 */
export function singleFile({ template, policy, theme, css, app, worker, icon, programs }) {
  const blocks = [
    `  <script type="text/plain" id="worker.js">${embeddable(worker)}</script>`,
    ...Object.entries(programs).map(([name, packed]) => `  <script type="text/plain" id="${name}">${packed.toString('base64')}</script>`),
  ]
  const marks = {
    // Nothing lies beside the file, so that what the hosted page may take from its own origin is named here by its hash,
    // or is the page's own work: the worker from a blob.
    policy: directives(policy, {
      'script-src': `${hash(theme)} ${hash(app)} 'wasm-unsafe-eval'`,
      'style-src': hash(css),
      'worker-src': 'blob:',
      'img-src': 'data:',
      'connect-src': null,
      'frame-src': null,
      'manifest-src': null,
    }),
    icon: `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`,
    theme: embeddable(theme), css: embeddable(css), app: embeddable(app),
    blocks: blocks.join('\n'),
  }
  return template.replaceAll(/\{\{(\w+)\}\}/g, (mark, name) => {
    if (!(name in marks)) throw new Error(`single-file.html has ${mark}, which the build does not fill`)
    return marks[name]
  })
}

/** A policy with some of its directives changed, or left out: null. */
function directives(policy, changes) {
  const known = new Map(policy.split('; ').map((directive) => [directive.split(' ', 1)[0], directive]))
  for (const [name, sources] of Object.entries(changes)) {
    if (!known.has(name)) throw new Error(`the policy has no ${name} any more`)
    if (sources === null) known.delete(name)
    else known.set(name, `${name} ${sources}`)
  }
  return [...known.values()].join('; ')
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A text as it may stand in a script or style element: a parser of HTML must not see an end or a comment in it, nor change it. */
function embeddable(text) {
  const trap = /<!--|<\/?(?:script|style)|\r|\0/i.exec(text)
  if (trap) throw new Error(`a text for the single file has ${JSON.stringify(text.slice(trap.index - 40, trap.index + 40))} in it`)
  return text
}
