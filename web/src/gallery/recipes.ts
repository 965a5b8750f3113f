// The page of recipes for documentation, which is itself documentation with a playground in it.

import MarkdownIt from 'markdown-it'
import { answerFences } from '../markdown/fence.ts'
import type { Engine } from '../engine/verbs.ts'

/** The recipes as HTML, from their Markdown. */
export function recipesHtml(engine: Engine, markdown: string): string {
  const md = new MarkdownIt()
  answerFences(engine, md, { strict: true, site: './' })
  return md.render(markdown)
}
