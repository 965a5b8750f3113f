/**
 * A plugin for remark, and so for Docusaurus, Astro and Next: code blocks of the language `user-pool` get what the service would
 * answer as static HTML, and become a playground at a press. It writes MDX where the page is MDX.
 *
 *     import userPool from 'user-pool-playground/remark'
 *     unified().use(remarkParse).use(userPool, { strict: true })
 */

import { loadEngine, type Engine } from '../engine/engine.ts'
import { name } from '../embed/name.ts'
import { endTag, isOurs, renderBlock, startTag, type BlockOptions, type RenderedBlock } from './block.ts'

export type { BlockOptions }

/** As much of a page's tree and file as is used. */
interface Node { type: string, children?: Node[], lang?: string | null, meta?: string | null, value?: string, position?: { start: { line: number } } }
interface File { path?: string, data?: { astro?: unknown } }
interface Processor { data(): unknown }

let engine: Promise<Engine> | undefined

/** One engine for all pages. */
async function load(): Promise<Engine> {
  const loaded = await loadEngine()
  await loaded.loadReaders()
  return loaded
}

/** The plugin. */
export default function userPool(this: unknown, options: BlockOptions & {
  /** Says whether pages are MDX, where that cannot be seen. */
  mdx?: boolean
} = {}): (tree: unknown, file?: unknown) => Promise<void> {
  const mdx = options.mdx ?? forbidsHtml(this as Processor | undefined)
  return async (tree, file) => {
    const blocks = blocksIn(tree as Node)
    if (blocks.length === 0) return
    const loaded = await (engine ??= load())
    for (const [parent, node] of blocks) {
      const block = renderBlock(loaded, { text: node.value ?? '', meta: node.meta ?? '', language: node.lang ?? '' }, [(file as File | undefined)?.path, node.position?.start.line], options)
      node.lang = block.highlight || null
      if (block.html !== '') parent.children!.splice(parent.children!.indexOf(node), 1, ...(mdx ? [asMdx(node, block, (file as File | undefined)?.data?.astro !== undefined)] : asHtml(node, block)))
    }
  }
}

function blocksIn(tree: Node): [Node, Node][] {
  return (tree.children ?? []).flatMap((node): [Node, Node][] => node.type === 'code' && isOurs(node.lang ?? '') ? [[tree, node]] : blocksIn(node))
}

/** MDX is Markdown in which HTML is none; what reads it says so to the parser. */
function forbidsHtml(processor: Processor | undefined): boolean {
  const { micromarkExtensions = [] } = (processor?.data() ?? {}) as { micromarkExtensions?: unknown[] }
  return micromarkExtensions.flat().some((each) => (each as { disable?: { null?: string[] } } | null)?.disable?.null?.includes('htmlFlow'))
}

function asHtml(node: Node, { attributes, html }: RenderedBlock): Node[] {
  return [{ type: 'html', value: startTag(attributes) }, node, { type: 'html', value: `${html}${endTag}` }]
}

/** The same as JSX. HTML in it is a value, so that nothing in it is taken for JSX; how it is set is the framework's: React's way, or Astro's. */
function asMdx(node: Node, { attributes, html }: RenderedBlock, astro: boolean): Node {
  const text = { type: 'Literal', value: html, raw: JSON.stringify(html) }
  const [setter, spelt, value] = astro ? ['set:html', text.raw, text] as const : ['dangerouslySetInnerHTML', `{__html: ${text.raw}}`, { type: 'ObjectExpression', properties: [
    { type: 'Property', kind: 'init', method: false, shorthand: false, computed: false, key: { type: 'Identifier', name: '__html' }, value: text },
  ] }] as const
  const expression = {
    type: 'mdxJsxAttributeValueExpression', value: spelt,
    data: { estree: { type: 'Program', sourceType: 'module', comments: [], body: [{ type: 'ExpressionStatement', expression: value }] } },
  }
  const element = (tag: string, attributes: unknown[], children: Node[]): Node => ({ type: 'mdxJsxFlowElement', name: tag, attributes, children } as Node)
  return element(name, Object.entries(attributes).map(([attribute, value]) => ({ type: 'mdxJsxAttribute', name: attribute, value })), [
    node, element('div', [{ type: 'mdxJsxAttribute', name: setter, value: expression }], []),
  ])
}
