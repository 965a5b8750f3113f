// Finds rules on their page: by words, by members, and by the error message that somebody has. What a message is about, the
// engine says, which is fetched with the first text that is more than a few words.

import type { Engine } from '../engine/engine.ts'

const field = document.querySelector<HTMLInputElement>('#rule-search')!
const said = document.querySelector<HTMLElement>('#rule-search-said')!
const articles = [...document.querySelectorAll<HTMLElement>('article.rule')]
const texts = new Map(articles.map((article) => [article, `${article.id} ${article.textContent}`.toLowerCase()]))

/** As long as this, a text is taken for a message and not for a word to look for. */
const message = 25

const filters = [...document.querySelectorAll<HTMLSelectElement>('.rule-filters select')]
const valuesOf = (article: HTMLElement, filter: HTMLSelectElement): string[] => (article.dataset[filter.dataset['by']!] ?? '').split(' ').filter(Boolean)
for (const filter of filters) {
  for (const value of new Set(articles.flatMap((article) => valuesOf(article, filter)).sort())) filter.add(new Option(value))
  filter.addEventListener('change', () => {
    keep()
    void search()
  })
}

/** The rules that are not filtered away; null while nothing is filtered. */
function passing(): HTMLElement[] | null {
  const chosen = filters.filter(({ value }) => value !== '')
  return chosen.length === 0 ? null : articles.filter((article) => chosen.every((filter) => valuesOf(article, filter).includes(filter.value)))
}

let engine: Promise<Engine> | undefined
let asked = 0

/** The engine's module stands beside the page; it is none of this script's own. */
async function load(): Promise<Engine> {
  const { loadEngine } = await import(new URL('engine.js', document.baseURI).href) as typeof import('../engine/engine.ts')
  return loadEngine()
}

function show(found: readonly string[] | null, words: string): void {
  for (const article of articles) article.hidden = found !== null && !found.includes(article.id)
  for (const group of document.querySelectorAll<HTMLElement>('section.group')) {
    const all = [...group.querySelectorAll<HTMLElement>('article.rule')]
    const left = all.filter(({ hidden }) => !hidden).length
    group.hidden = found !== null && left === 0
    if (all.length > 0) tell(group.querySelector('h2 .count'), left, all.length)
  }
  for (const part of document.querySelectorAll<HTMLElement>('.index > details')) {
    const all = [...part.querySelectorAll<HTMLElement>('[data-rule]')]
    for (const line of all) line.hidden = found !== null && !found.includes(line.dataset['rule']!)
    const left = all.filter(({ hidden }) => !hidden).length
    part.hidden = left === 0
    tell(part.querySelector('.count'), left, all.length)
  }
  // What the service fills in is no rule, and nothing of it is left of a search.
  for (const link of document.querySelectorAll<HTMLElement>('.index > .to-group')) link.hidden = found !== null
  document.querySelector<HTMLElement>('.contents')!.hidden = found?.length === 0
  said.textContent = words
}

/** Tells beside a group's name how many of its rules are left. */
function tell(count: Element | null, left: number, all: number): void {
  if (count) count.textContent = left === all ? String(all) : `${left} of ${all}`
}

function countOf(rules: number): string {
  return rules === 0 ? 'No rule is left.' : rules === 1 ? 'One rule.' : `${rules} rules.`
}

async function search(): Promise<void> {
  const text = field.value.trim()
  const now = ++asked
  const left = passing()
  if (text === '') {
    show(left?.map(({ id }) => id) ?? null, left === null ? '' : countOf(left.length))
    return
  }
  const words = text.toLowerCase().split(/\s+/)
  const found = (left ?? articles).filter((article) => words.every((word) => texts.get(article)!.includes(word))).map(({ id }) => id)
  if (found.length > 0 || text.length < message) {
    show(found, found.length === 0 ? 'No rule has all of these words.' : countOf(found.length))
    return
  }
  said.textContent = 'Looking for what the message is about…'
  try {
    const { matches } = (await (engine ??= load())).explain(text)
    if (now !== asked) return
    const [first] = matches
    show(matches.map(({ rule }) => rule), first ? `${first.message} ${first.why}` : 'No known message is in this text.')
  } catch {
    engine = undefined
    if (now === asked) show([], 'The engine could not be fetched, so that a message cannot be looked for.')
  }
}

/** A log that is longer makes no link. */
const longestKept = 1_000

/** Safari refuses an address that changes with every letter. */
const keepAfter = 200
let keeping: ReturnType<typeof setTimeout> | undefined

/** What is looked for stands in the address, so that a result can be linked to; behind the #, so that no server is sent it. */
function keep(): void {
  const wanted = new URLSearchParams()
  const text = field.value.trim()
  if (text !== '' && text.length <= longestKept) wanted.set('q', text)
  for (const filter of filters) if (filter.value !== '') wanted.set(filter.dataset['by']!, filter.value)
  // A link to a rule stays until something is looked for.
  if (wanted.size > 0) history.replaceState(null, '', `#?${wanted}`)
  else if (location.hash.startsWith('#?')) history.replaceState(null, '', location.pathname + location.search)
}

/** Takes what an address asks for. */
function take(): void {
  if (!location.hash.startsWith('#?')) return
  const wanted = new URLSearchParams(location.hash.slice(2))
  field.value = wanted.get('q') ?? ''
  for (const filter of filters) filter.value = [...filter.options].some(({ value }) => value === wanted.get(filter.dataset['by']!)) ? wanted.get(filter.dataset['by']!)! : ''
  void search()
}

field.addEventListener('input', () => {
  clearTimeout(keeping)
  keeping = setTimeout(keep, keepAfter)
  void search()
})
addEventListener('hashchange', take)
for (const line of document.querySelectorAll<HTMLElement>('.rule-search')) line.hidden = false
take()

// On a narrow screen the list of all rules would stand before the first.
const index = document.querySelector<HTMLDetailsElement>('.index')!
const narrow = matchMedia('(max-width: 899.98px)')
const fold = (): void => { index.open = !narrow.matches }
narrow.addEventListener('change', fold)
fold()
