// The page of rules as HTML: what the engine's contract says of them, for people to read and to link to. It is made once,
// by the build, and needs no script.

import { codeOfCheck, packs, type Pack } from '../audit/packs.ts'
import { layOut, textOf } from '../core/body.ts'
import { evidences } from '../core/evidence.ts'
import { nameOf } from '../core/links.ts'
import type { Contract, Options, Rule } from '../engine/types.ts'
import { packed } from '../share/packed.ts'
import { aroundWords } from './around.ts'
import { codeGroups, type CodeGroup } from './codes.ts'
import { escape } from '../core/escape.ts'
import { fileOf } from './markdown.ts'
import { linesOf, requestHtml } from './request.ts'

/** A request longer than this is shown on demand. */
const longRequest = 24

const groups: readonly { id: string, title: string, about: string, holds(rule: Rule): boolean }[] = [
  {
    id: 'refused', title: 'Refused for what it says',
    about: 'In the order in which the service asks. It names only the first one that is broken.',
    holds: (rule) => rule.stage === 'semantics' && rule.bad !== undefined,
  },
  {
    id: 'account', title: 'Refused for the account',
    about: 'The service looks these up in the caller’s account. Here the surroundings say what it would find.',
    holds: (rule) => rule.stage === 'account',
  },
  {
    id: 'advice', title: 'Advice',
    about: 'The service takes these requests. The advice is ours.',
    holds: (rule) => rule.stage === 'advice',
  },
  {
    id: 'beyond', title: 'Answers that no text brings about',
    about: 'They depend on the caller, the account or the moment, so there is no request to show.',
    holds: (rule) => rule.stage === 'semantics' && rule.bad === undefined,
  },
]

export { fileOf, llmsText, ruleMarkdown } from './markdown.ts'

/**
 * The rules of a contract as the contents of a page.
 *
 * @param saidOf what is said of a rule's bad example, undefined where that is not known: its blanks are filled then.
 */
export async function rulesHtml({ rules, shapes }: Pick<Contract, 'rules' | 'shapes'>, saidOf: (rule: Rule) => string | undefined = () => undefined): Promise<string> {
  const links = await linksOf(rules)
  const parts = groups.map((group) => ({ ...group, rules: rules.filter(group.holds) })).filter((group) => group.rules.length > 0)
  return `<nav class="contents" aria-label="Rules">
<details class="index" open><summary>Index of all rules</summary>
${parts.map(({ id, title, rules }) => `<details open><summary>${escape(title)} <span class="count">${rules.length}</span></summary>
<p class="to-group"><a href="#${id}">To the section</a></p>
<ol>${rules.map((rule) => `<li data-rule="${escape(rule.id)}"><a href="#${escape(rule.id)}">${escape(rule.general)}</a></li>`).join('')}</ol></details>`).join('\n')}
${codeGroups.map(({ id, title, codes }) => contentsHtml(id, title, codes.map(({ id }) => id))).join('\n')}
${packs.map((pack) => contentsHtml(pack.id, pack.title, pack.checks.map((check) => codeOfCheck(pack, check)))).join('\n')}
<p class="to-group"><a href="#filled-in">What the service fills in</a></p>
</details>
</nav>
<div class="groups">
${parts.map(({ id, title, about, rules }) => `<section class="group" aria-labelledby="${id}">
<h2 id="${id}">${escape(title)} <span class="count">${rules.length}</span></h2>
<p class="about">${escape(about)}</p>
${rules.map((rule) => ruleHtml(rule, links, saidOf(rule))).join('\n')}
</section>`).join('\n')}
${codeGroups.map(codesHtml).join('\n')}
${packs.map(packHtml).join('\n')}
${defaultsHtml(shapes)}
</div>`
}

/** A part of the contents whose codes are few words each, so that it is closed at first. */
function contentsHtml(id: string, title: string, codes: readonly string[]): string {
  return `<details><summary>${escape(title)} <span class="count">${codes.length}</span></summary>
<p class="to-group"><a href="#${id}">To the section</a></p>
<ol>${codes.map((code) => `<li data-rule="${escape(code)}"><a href="#${escape(code)}">${escape(code)}</a></li>`).join('')}</ol></details>`
}

/** The codes of findings that are no rules between members. */
function codesHtml({ id, title, about, codes }: CodeGroup): string {
  return sectionHtml(id, title, about, codes.map((code) => ({ code: code.id, what: code.message, more: escape(code.why) })))
}

/** The checks of a pack, by the codes that the command prints. */
function packHtml(pack: Pack): string {
  const about = `What ${pack.title} demands of user pools, for the command’s --pack ${pack.id} and the view Audit.`
  return sectionHtml(pack.id, pack.title, about, pack.checks.map((check) => ({
    code: codeOfCheck(pack, check), what: `${check.title}.`,
    more: `It demands: ${escape(check.demands)}. ${check.reads === 'other call' ? `${escape(check.call!)} shows it, and no request says it, so that it is not decided here.` : `It reads the ${check.reads}.`}${check.link ? linkHtml(check.link) : ''}`,
  })))
}

function sectionHtml(id: string, title: string, about: string, codes: readonly { code: string, what: string, more: string }[]): string {
  return `<section class="group" aria-labelledby="${id}">
<h2 id="${id}">${escape(title)} <span class="count">${codes.length}</span></h2>
<p class="about">${escape(about)}</p>
${codes.map(({ code, what, more }) => `<article class="rule" id="${escape(code)}" aria-labelledby="${escape(code)}-title">
<h3 id="${escape(code)}-title"><a href="#${escape(code)}">${escape(code)}</a></h3>
<p class="what">${escape(what)}</p>
<p class="why">${more}</p>
</article>`).join('\n')}
</section>`
}

/** Every default, with how it is known and where that was seen. */
function defaultsHtml(shapes: Contract['shapes']): string {
  const rows = Object.entries(shapes).flatMap(([name, { members = [] }]) => members.filter((member) => member.default !== undefined).map((member) => ({ name, member })))
  rows.sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  return `<section class="group" aria-labelledby="filled-in">
<h2 id="filled-in">What the service fills in <span class="count">${rows.length}</span></h2>
<p class="about">What comes back for a member that a request leaves out. A block in braces is filled as if it had been given so.</p>
<dl class="facts defaults">
${rows.map(({ name, member }) => `<div><dt>${escape(name)}.<wbr>${escape(member.name)}</dt><dd><code>${escape(JSON.stringify(JSON.parse(member.default!)))}</code> <span class="tag">${member.defaultEvidence}</span>${member.links.map(linkHtml).join('')}</dd></div>`).join('\n')}
</dl>
</section>`
}

/** Where each request opens in the playground. */
async function linksOf(rules: readonly Rule[]): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>()
  for (const { bad, good, around } of rules) {
    for (const request of [bad, good]) {
      if (request) links.set(linkKey(request, around), await packed({ request: `${textOf(layOut(request))}\n`, ...(around ? { options: surroundingsOf(around) } : {}) }))
    }
  }
  return links
}

const linkKey = (request: string, around: Options | undefined): string => JSON.stringify([request, around])

/** Options as the page's links spell them. */
function surroundingsOf({ account, ...rest }: Options): object {
  return { ...rest, ...account }
}

function ruleHtml(rule: Rule, opens: ReadonlyMap<string, string>, said: string | undefined): string {
  const { id, fields, message, general, why, evidence, links, since, until, exception, severity } = rule
  return `<article class="rule" id="${escape(id)}" data-stage="${escape(rule.stage)}" data-evidence="${escape(evidence)}" data-members="${escape(fields.map(memberOf).join(' '))}" aria-labelledby="${escape(id)}-title">
<h3 id="${escape(id)}-title"><a href="#${escape(id)}">${escape(id)}</a>${severity === 'error' ? '' : ` <span class="tag ${severity}">${severity}</span>`}</h3>
<p class="what">${escape(general)}</p>
${message === general ? '' : `<p class="said">${said === undefined ? `In a request: ${withBlanks(message)}` : `Of the example below: ${escape(said)}`}</p>`}
<p class="why">${escape(why)}</p>
${exception ? wordsHtml(exception, rule.earlier) : ''}
${examplesHtml(rule, opens)}
<dl class="facts">
${fields.length > 0 ? `<div><dt>Members</dt><dd class="fields">${fields.map((field) => `<code>${escape(field)}</code>`).join(' ')}</dd></div>` : ''}
${since || until ? `<div><dt>In force</dt><dd>${[since && `since ${escape(since)}`, until && `until ${escape(until)}`].filter(Boolean).join(', ')}</dd></div>` : ''}
<div><dt>Evidence</dt><dd><span class="tag">${evidence}</span> ${escape(evidences[evidence])}${links.map(linkHtml).join('')}</dd></div>
${/^[a-z0-9-]+$/.test(id) ? `<div><dt>For programs</dt><dd><a href="${fileOf(id)}">Markdown</a></dd></div>` : ''}
</dl>
</article>`
}

/** The member of the request that a pointer is about. */
function memberOf(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}

function wordsHtml({ type, message, unworded }: NonNullable<Rule['exception']>, earlier: NonNullable<Rule['earlier']> = []): string {
  const caption = unworded ? 'The service’s answer. Its wording is not public; the sentence is ours.' : 'The service’s words'
  return `<figure class="words"><figcaption>${caption}</figcaption>
<blockquote><strong>${escape(type)}</strong>${message ? `<br>${withBlanks(message)}` : ''}</blockquote>${earlier.map(({ until, lastSeen, message }) => `
<figcaption>Before ${escape(until)}${lastSeen ? `, and last seen on ${escape(lastSeen)}` : ''}</figcaption>
<blockquote>${withBlanks(message)}</blockquote>`).join('')}</figure>`
}

function examplesHtml({ bad, good, around, severity, id }: Rule, links: ReadonlyMap<string, string>): string {
  if (bad === undefined || good === undefined) return ''
  const words = aroundWords(around)
  return `<div class="examples">
${exampleHtml(severity === 'error' ? 'Bad' : 'Speaks up', 'bad', bad, good, id, links.get(linkKey(bad, around)))}
${exampleHtml(severity === 'error' ? 'Good' : 'Says nothing', 'good', good, bad, id, links.get(linkKey(good, around)))}
</div>${words ? `\n<p class="around">With ${escape(words)}.</p>` : ''}`
}

function exampleHtml(title: string, kind: string, request: string, other: string, id: string, link = ''): string {
  const code = `<pre><code>${requestHtml(request, other)}</code></pre>`
  const lines = linesOf(request)
  return `<figure class="example ${kind}"><figcaption>${title}${link ? ` <a class="open-it" href="./${link}">Open in the playground<span class="unseen">: ${escape(id)}, ${title}</span></a>` : ''}</figcaption>${lines > longRequest
    ? `<details><summary>Show all ${lines} lines<span class="unseen"> of ${escape(id)}, ${title}</span></summary>${code}</details>`
    : code}</figure>`
}

function linkHtml(link: string): string {
  // Anything else than https could be a script.
  if (!link.startsWith('https://')) return ` ${escape(link)}`
  return ` <a href="${escape(link)}" target="_blank" rel="noreferrer">${escape(nameOf(link))}</a>`
}

/** Marks the {blanks} that an answer fills. */
function withBlanks(text: string): string {
  return escape(text).replace(/\{[A-Za-z][\w-]*\}/g, (blank) => `<var>${blank}</var>`)
}
