// Code blocks of markdown-it that get their answers.

import type { Engine } from '../engine/verbs.ts'
import { endTag, isOurs, renderBlock, startTag, type BlockOptions } from './block.ts'

interface Token { info: string, content: string, map: [number, number] | null }
type Rule = (tokens: Token[], index: number, options: never, env: Env, self: never) => string
/** Where generators say which page it is. */
type Env = { path?: string, relativePath?: string, filePathRelative?: string | null, page?: { inputPath?: string } } | undefined
/** As much of markdown-it as is used. */
export interface MarkdownIt { renderer: { rules: { fence?: unknown } } }

function pageOf(env: Env): string | null | undefined {
  return env?.path ?? env?.relativePath ?? env?.filePathRelative ?? env?.page?.inputPath
}

/** Has markdown-it render the answers of blocks that are ours. */
export function answerFences(engine: Engine, md: MarkdownIt, options: BlockOptions): void {
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
