/**
 * A plugin for markdown-it, and so for VitePress, VuePress and Eleventy: code blocks of the language `user-pool` get what the
 * service would answer as static HTML, and become a playground at a press.
 *
 *     import userPool from 'user-pool-playground/markdown-it'
 *     md.use(userPool, { strict: true })
 *
 * The engine is loaded with this module, since markdown-it does not wait.
 */

import { loadEngine } from '../engine/engine.ts'
import type { BlockOptions } from './block.ts'
import { answerFences, type MarkdownIt } from './fence.ts'

export type { BlockOptions }

const engine = await loadEngine()
await engine.loadReaders()

/** The plugin. */
export default function userPool(md: MarkdownIt, options: BlockOptions = {}): void {
  answerFences(engine, md, options)
}
