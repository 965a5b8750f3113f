// The accessibility checker. It is a script of its own, which the page's policy rightly keeps out: a page that is to be
// checked is opened past that.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The checker's script. */
export const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const everything = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** The rules that look at colours; what the others see is the same in both themes. */
const colours = ['color-contrast', 'link-in-text-block']

/**
 * Runs the checker over what a page shows, in both themes.
 * @param part the selector of what a state changes in the playground, where the rest was looked at before. All when absent.
 */
export async function check(page, state, part) {
  for (const [colorScheme, runOnly] of [['light', everything], ['dark', colours]]) {
    await page.emulateMedia({ colorScheme })
    const found = await page.evaluate(async ({ runOnly, part }) => {
      const context = part ? { include: [{ fromShadowDom: ['user-pool-playground', part] }] } : document
      // Of what is no violation nothing is gathered, which takes a third of the time.
      const { violations } = await globalThis.axe.run(context, { runOnly, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.flat().join(' ')} (${node.any[0]?.message ?? ''})`).slice(0, 4).join('; ')}`)
    }, { runOnly, part })
    assert.deepEqual(found, [], `${state}, ${colorScheme}`)
  }
}
