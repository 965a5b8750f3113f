// Draws the icons that an installed page needs, out of web/src/icon.svg, with the browser of the tests. They are
// committed; run it after a change of the drawing.
//
//   CHROMIUM=$(scripts/chromium) node scripts/icons.mjs

import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('../web', import.meta.url))
const { chromium } = createRequire(path.join(web, 'package.json'))('playwright-core')

const drawing = await readFile(path.join(web, 'src', 'icon.svg'), 'utf8')
// Systems cut a maskable icon to their own shape: it has no corners, and what counts stands in the middle.
const maskable = drawing.replace(' rx="8"', '').replace('<g ', '<g transform="translate(16 16) scale(.74) translate(-16 -16.6)" ')
if (maskable === drawing) throw new Error('the drawing is not as expected any more')

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })
for (const [name, size, svg] of [['icon-192', 192, drawing], ['icon-512', 512, drawing], ['icon-maskable-512', 512, maskable]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`)
  await writeFile(path.join(web, 'src', 'icons', `${name}.png`), await page.screenshot({ omitBackground: true }))
}
await browser.close()
