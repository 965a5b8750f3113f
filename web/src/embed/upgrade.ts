// Code blocks of a page become playgrounds, each with an element behind it that is for the block before.

import { attributesOf, viewOf } from './meta.ts'
import { name } from './name.ts'

/** Generators write a block's language at the code, at what is around it, or in a way of their own (Sphinx). */
const blocks = ['', '-update', '-try'].flatMap((kind) => [`.language-user-pool${kind}`, `.highlight-user-pool${kind}`]).join()
const language = /(?:^|\s)(?:language|highlight)-(user-pool(?:-update|-try)?)(?=\s|$)/

/** Gives each code block of our languages in the page a playground, those that come later as well. */
export function upgrade(): void {
  const all = (): void => document.querySelectorAll(blocks).forEach(upgradeOne)
  all()
  // Sites that change pages by themselves put others into the same document.
  new MutationObserver(all).observe(document.documentElement, { childList: true, subtree: true })
}

function upgradeOne(marked: Element): void {
  const block = marked.closest('pre') ?? marked.querySelector('pre')
  const outermost = outermostOf(marked, block)
  if (!block || outermost.closest(name) || outermost.nextElementSibling?.localName === name) return
  const element = document.createElement(name)
  element.setAttribute('for', 'previous')
  const view = viewOf(language.exec(marked.className)?.[1] ?? '')
  if (view) element.setAttribute('view', view)
  const metas = [block, marked, outermost, ...block.querySelectorAll('code')].map((each) => each.getAttribute('data-meta') ?? '')
  for (const [attribute, value] of Object.entries(attributesOf(metas.join(' ')))) element.setAttribute(attribute, value)
  outermost.after(element)
}

/** The whole of a block: the last element around it that has nothing else in it that a reader would miss, or bears its language. */
function outermostOf(marked: Element, block: Element | null): Element {
  let whole = block ?? marked
  for (let around = whole.parentElement; around && around !== document.body; around = around.parentElement) {
    if (language.test(around.className)) whole = around
  }
  return whole
}
