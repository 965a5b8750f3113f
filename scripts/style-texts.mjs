// Style sheets that go into a script are texts, which esbuild would leave as they are written.

import { readFile } from 'node:fs/promises'

/** The plugin, for the esbuild that it is used in. */
export const styleTexts = (esbuild) => ({
  name: 'style-texts',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await esbuild.transform(await readFile(file, 'utf8'), { loader: 'css', minify: true })
      return { contents: code.trimEnd(), loader: 'text' }
    })
  },
})
