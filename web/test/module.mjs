// A module of the page, for tests that need no browser.

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles a module of web/src and imports it. */
export async function moduleOf(file, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${file}`, import.meta.url))],
    bundle: true, format: 'esm', write: false, ...options,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
