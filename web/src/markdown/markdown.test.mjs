// The plugins as the package has them, in the pipelines that generators are made of. Generators themselves are tried in
// web/test/recipes.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluate } from '@mdx-js/mdx'
import MarkdownIt from 'markdown-it'
import { parseFragment } from 'parse5'
import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import markdownIt from '../../build/package/markdown-it.js'
import remark from '../../build/package/remark.js'
import { all } from '../../test/payloads.mjs'

const fence = (text, info = 'user-pool') => `# Page\n\n\`\`\`\`${info}\n${text}\n\`\`\`\`\n`
const request = '{ "PoolName": "shop" }'
const refused = '{ "PoolName": "shop", "MfaConfiguration": "ON" }'

/** Each way to render a page: what it takes, what it makes, and what it warns of. */
const pipelines = {
  'markdown-it': async (page, options) => new MarkdownIt({ html: true }).use(markdownIt, options).render(page, { path: 'page.md' }),
  remark: async (page, options) => String(await unified().use(remarkParse).use(remark, options).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).use(rehypeStringify).process({ path: 'page.md', value: page })),
  mdx: async (page, options) => {
    const { default: Content } = await evaluate({ path: 'page.md', value: page }, { ...runtime, format: 'mdx', remarkPlugins: [[remark, options]] })
    return htmlOf(Content({}))
  },
}
const jsx = (type, props) => ({ type, props })
const runtime = { jsx, jsxs: jsx, Fragment: ({ children }) => children }
/** As much of a JSX runtime as shows what is made. */
function htmlOf(node) {
  if (node === undefined || node === null) return ''
  if (typeof node === 'string') return node.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  if (Array.isArray(node)) return node.map(htmlOf).join('')
  if (node.type instanceof Function) return htmlOf(node.type(node.props))
  const { children, dangerouslySetInnerHTML, ...attributes } = node.props
  return `<${node.type}${Object.entries(attributes).map(([name, value]) => ` ${name === 'className' ? 'class' : name}="${htmlOf(value)}"`).join('')}>${dangerouslySetInnerHTML?.__html ?? htmlOf(children)}</${node.type}>`
}
const render = async (name, page, options = {}) => {
  const warnings = []
  const html = await pipelines[name](page, { warn: (warning) => warnings.push(warning), ...options })
  return { html, warnings }
}

const known = {
  tags: ['h1', 'user-pool-playground', 'a', 'b', 'br', 'code', 'dd', 'details', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'i', 'li', 'p', 'pre', 'small', 'span', 'summary', 'ul'],
  attributes: ['mount', 'view', 'height', 'v-pre', 'aria-label', 'class', 'dir', 'open', 'tabindex'],
}
/** The names of all elements and attributes. */
function namesIn(node, found = { tags: [], attributes: [] }) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) found.tags.push(child.tagName)
    found.attributes.push(...(child.attrs ?? []).map(({ name }) => name))
    namesIn(child, found)
  }
  return found
}

for (const name of Object.keys(pipelines)) {
  test(`${name}: a block has its answer behind it, and is the text of an element`, async () => {
    const { html, warnings } = await render(name, fence(request, 'user-pool view=words height=600 title=x'))
    assert.match(html, /<user-pool-playground mount="intent" view="words" height="600"[^>]*>\s*<pre><code class="language-json">\{ (?:"|&quot;)PoolName(?:"|&quot;): (?:"|&quot;)shop(?:"|&quot;) \}\s*<\/code><\/pre>.*<div class="user-pool-static"><details class="up-pool"><summary>.*<details class="up-words" open>/s)
    assert.match(html, /<b class="up-given">given<\/b>\s*<i>(?:"|&quot;|&#x22;)Name/)
    assert.match(html, /<\/user-pool-playground>\s*$/)
    assert.deepEqual(warnings, [])
  })

  test(`${name}: other blocks stay, and so does one that is no request, with a warning`, async () => {
    const other = await render(name, fence('{}', 'json view=words'))
    assert.doesNotMatch(other.html, /user-pool-playground/)
    const { html, warnings } = await render(name, fence('Dear all,'), { strict: true })
    assert.doesNotMatch(html, /user-pool-playground|user-pool-static/)
    assert.match(html, /<pre><code>Dear all,/)
    assert.deepEqual(warnings, ['page.md:3: This is a text in no language that is read here. It stays a code block.'])
  })

  test(`${name}: an example that is refused, or does not do what its page says, warns, and fails the build when asked to`, async () => {
    const { html, warnings } = await render(name, fence(refused))
    assert.match(html, /up-type">InvalidParameterException/)
    assert.match(warnings[0], /^page\.md:3: The service refuses this request with InvalidParameterException: /)
    await assert.rejects(render(name, fence(refused), { strict: true }), /page\.md:3: The service refuses/)
    for (const kept of ['expect=InvalidParameterException', 'expect=mfa-needs-sms', 'view=words expect="InvalidParameterException"']) {
      assert.deepEqual((await render(name, fence(refused, `user-pool ${kept}`), { strict: true })).warnings, [])
    }
    assert.deepEqual((await render(name, fence(request, 'user-pool expect=ok'), { strict: true })).warnings, [])
    await assert.rejects(render(name, fence(refused, 'user-pool expect=ok'), { strict: true }), /refuses/)
    await assert.rejects(render(name, fence(request, 'user-pool expect=InvalidParameterException'), { strict: true }), /page\.md:3: The page expects InvalidParameterException, and the service would answer with the user pool/)
    await assert.rejects(render(name, fence(request, 'user-pool view=wrds'), { strict: true }), /page\.md:3: view=wrds is not there\. There are pool, words,/)
    await assert.rejects(render(name, fence('Dear all,', 'user-pool expect=ok'), { strict: true }), /no language/)
  })

  test(`${name}: a text in another language is highlighted as such, and answered`, async () => {
    const { html } = await render(name, fence('Resources:\n  A:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: from a template', 'user-pool-update'))
    assert.match(html, /<user-pool-playground mount="intent" view="update"/)
    assert.match(html, /language-yaml/)
    assert.match(html, /<i>(?:"|&quot;)Name(?:"|&quot;)<\/i>: (?:"|&quot;)from a template/)
  })

  test(`${name}: hostile text stays text`, async () => {
    for (const payload of all) {
      const text = JSON.stringify({ PoolName: payload, UserPoolTags: { [payload]: payload } })
      // With a backtick behind its language, a fence is none.
      const meta = payload.replaceAll('`', '')
      const { html } = await render(name, fence(text, `user-pool view=${JSON.stringify(meta)} height='${meta}'`))
      const { tags, attributes } = namesIn(parseFragment(html))
      assert.deepEqual(tags.filter((tag) => !known.tags.includes(tag)), [], payload)
      assert.deepEqual(attributes.filter((attribute) => !known.attributes.includes(attribute)), [], payload)
    }
  })
}

test('what Vue reads is told to be left alone', async () => {
  const { html } = await render('markdown-it', fence('{ "PoolName": "{{ 1 + 1 }}" }'))
  assert.match(html, /<user-pool-playground mount="intent" v-pre>/)
})
