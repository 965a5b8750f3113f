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
import { endTag, isOurs, renderBlock, startTag, type BlockOptions } from './block.ts'

export type { BlockOptions }

interface Token { info: string, content: string, map: [number, number] | null }
type Rule = (tokens: Token[], index: number, options: never, env: Env, self: never) => string
/** Where generators say which page it is. */
type Env = { path?: string, relativePath?: string, filePathRelative?: string | null, page?: { inputPath?: string } } | undefined
/** As much of markdown-it as is used. */
interface MarkdownIt { renderer: { rules: { fence?: unknown } } }

const engine = await loadEngine()
await engine.loadReaders()

function pageOf(env: Env): string | null | undefined {
  return env?.path ?? env?.relativePath ?? env?.filePathRelative ?? env?.page?.inputPath
}

/** The plugin. */
export default function userPool(md: MarkdownIt, options: BlockOptions = {}): void {
  const before = md.renderer.rules.fence as Rule
  md.renderer.rules.fence = ((tokens, index, all, env, self) => {
    const token = tokens[index]!
    const [, language = '', meta = ''] = /^\s*(\S*)\s*(.*)$/.exec(token.info) ?? []
    if (!isOurs(language)) return before(tokens, index, all, env, self)
    const block = renderBlock(engine, { text: token.content, meta, language }, [pageOf(env), token.map && token.map[0] + 1], options)
    const info = token.info
    token.info = block.highlight
    const code = before(tokens, index, all, env, self)
    token.info = info
    if (block.html === '') return code
    // Vue would take braces in a request for its own, and the element for a component of its own.
    return `${startTag(block.attributes, ' v-pre')}${code}${block.html}${endTag}\n`
  }) satisfies Rule
}
