// An answer as HTML that needs no script: for pages that are made before somebody reads them. It says what the live page
// says, in the same words; static.css is all that it needs.

import { layOut, type Line } from '../core/body.ts'
import { escape } from '../core/escape.ts'
import { foldsOf, toldOf } from '../core/folds.ts'
import { originOf } from '../core/origins.ts'
import { asListed } from '../core/ranks.ts'
import { exceptionOf, stemsOf } from '../core/stems.ts'
import { withUnknowns } from '../engine/told.ts'
import type { Engine } from '../engine/verbs.ts'
import type { Checked, Options, Origin, Problem, Reply, Summary, UserMessage } from '../engine/types.ts'
import css from './static.css'

/** What stands open in the static answer; the rest opens at a press. */
export type StaticView = 'pool' | 'words' | 'problems'

/** What a static answer depends on beside the text: the engine's options, and what is shown first. */
export interface StaticOptions extends Omit<Options, 'view'> {
  /**
   * What stands open at first: 'pool' (when absent), 'words' or 'problems'. The engine's own views, 'create' and 'describe',
   * are taken, too. Any other view of the playground has no static form, and shows the pool.
   */
  view?: string
  /** Where the playground's site is, with a slash at its end: problems then link to their rules. */
  site?: string
}

/** An answer for a page that is made before somebody reads it. */
export interface StaticAnswer {
  /** One element, without scripts and inline styles. Every text of the request in it is escaped. */
  html: string
  /** The style sheet, the same for every answer. It takes fonts and colours from the page around. */
  css: string
  /** All that there is to say of the text, as check says it. */
  problems: Problem[]
  /** What the service would send. */
  reply: Reply
  /** What the text was taken for; '' when it is in no language that is read, and html then is ''. */
  language: string
}

const statusWords = { 200: 'OK', 400: 'Bad Request', 500: 'Internal Server Error' } as const
const severityWords = { error: 'Error', warning: 'Warning', note: 'Note' } as const

/** The style sheet of every static answer. */
export const staticStyle: string = css

/**
 * Renders what the service would answer to a text, its problems, and the pool in words. Texts in other languages than JSON
 * need `engine.loadReaders()` to be awaited before.
 * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
 */
export function renderStatic(engine: Engine, text: string, { view = 'pool', site, ...options }: StaticOptions = {}): StaticAnswer {
  const asked: Options = view === 'create' || view === 'describe' ? { ...options, view } : options
  const checked = engine.checkSync(text, asked)
  const { problems, reply, language, request } = checked
  if (language === '') return { html: '', css, problems, reply, language }
  const summary = reply.status === 200 && request !== null ? engine.summarise(request, withUnknowns(asked, checked)) : null
  const open = view === 'words' && summary ? 'words' : view === 'problems' ? 'problems' : 'pool'
  return { html: answerHtml(text, checked, summary, open, site), css, problems, reply, language }
}

function answerHtml(text: string, { problems, reply }: Checked, summary: Summary | null, open: StaticView, site: string | undefined): string {
  const part = (id: StaticView, title: string, html: string): string =>
    `<details class="up-${id}"${id === open ? ' open' : ''}><summary>${title}</summary>${html}</details>`
  return `<div class="user-pool-static">${[
    part('pool', `Reply <b class="up-status ${reply.status === 200 ? 'up-good' : 'up-error'}">${reply.status} ${statusWords[reply.status]}</b>`, reply.status === 200 ? poolHtml(reply) : exceptionHtml(reply, problems)),
    summary ? part('words', 'In words', wordsHtml(summary)) : '',
    part('problems', `Problems <b>${problems.length}</b>`, problems.length > 0 ? problemsHtml(text, problems, reply, site) : '<p>No problems found.</p>'),
  ].join('')}</div>`
}

/** The pool, a line each with where its value comes from; what the live page folds is folded. */
function poolHtml({ body, origins }: Reply): string {
  const lines = layOut(body).map((line) => ({ ...line, origin: originOf(origins, line) }))
  const folded = new Map(foldsOf(lines).map((fold) => [fold.first, fold]))
  const rows: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const fold = folded.get(at)
    if (!fold) {
      rows.push(lineHtml(line, line.origin, escape(line.value), line.comma))
      continue
    }
    const told = toldOf(lines, fold)
    rows.push(lineHtml(line, line.origin, told ? `{ ${escape(told.name ?? '')}: ${escape(told.value)}, … }` : '{ … }', lines[fold.last]!.comma))
    at = fold.last
  }
  // It scrolls, which has to be possible without a mouse.
  return `<pre tabindex="0" aria-label="User pool, line by line">${rows.join('')}</pre>`
}

function lineHtml({ depth, name }: Line, origin: Origin | undefined, value: string, comma: boolean): string {
  const mark = origin ? `<b class="up-${origin.kind}">${origin.kind}</b>` : '<b></b>'
  return `<span>${mark}${'  '.repeat(depth)}${name === undefined ? '' : `<i>${escape(name)}</i>: `}${value}${comma ? ',' : ''}\n</span>`
}

function exceptionHtml(reply: Reply, problems: readonly Problem[]): string {
  const exception = exceptionOf(reply)
  if (!exception) return ''
  const unworded = [...stemsOf(reply, problems)].some((problem) => problem.exception?.unworded)
  return `<p class="up-type">${escape(exception.type)}</p><p class="up-message">${exception.message === null ? '<em>The service sends no message with it.</em>' : escape(exception.message)}</p>${
    unworded ? '<p><small>The service’s own sentence is not publicly known; this one is ours.</small></p>' : ''}`
}

/** The words as HTML. */
export function wordsHtml({ sections, messages }: Summary): string {
  return sections.map(({ id, title, statements }) => `<p class="up-title">${escape(title)}</p><ul>${
    statements.map((statement) => `<li>${escape(statement.text)}</li>`).join('')}</ul>${
    id === 'messages' ? messages.map(messageHtml).join('') : ''}`).join('')
}

/** A message as text: what an email's HTML would do is for a browser to make harmless, and none is at hand. */
function messageHtml({ title, when, from, subject, body, note }: UserMessage): string {
  const row = (name: string, value: string | undefined): string => value ? `<dt>${name}</dt><dd dir="auto">${escape(value)}</dd>` : ''
  return `<figure><figcaption><b>${escape(title)}</b> ${escape(when)}</figcaption><dl>${row('From', from)}${row('Subject', subject)}</dl>${
    body ? `<p dir="auto">${escape(body)}</p>` : ''}${note ? `<p><small>${escape(note)}</small></p>` : ''}</figure>`
}

function problemsHtml(text: string, problems: readonly Problem[], reply: Reply, site: string | undefined): string {
  const stems = stemsOf(reply, problems)
  const listed = asListed([...problems], stems)
  const more = problems.length - listed.length
  return `<ul>${listed.map((problem) => {
    const { severity, message, pointer, rule, why } = problem
    const about = site === undefined ? '' : ` <a href="${escape(addressOf(site))}rules.html#${encodeURIComponent(rule)}">About this rule</a>`
    return `<li><b class="up-${severity}">${severityWords[severity]}</b> ${escape(message)}${stems.has(problem) ? ' <b>In the reply</b>' : ''}<br><small>${
      pointer ? `<code>${escape(pointer)}</code> ` : ''}${placeOf(text, problem.from)}${why ? ` ${escape(why)}` : ''}${about}</small></li>`
  }).join('')}</ul>${more > 0 ? `<p>and ${more.toLocaleString('en')} more</p>` : ''}`
}

/** An address that a link may lead to: one that runs is none. */
function addressOf(site: string): string {
  return /^(?:https?:\/\/|\.{0,2}\/|[\w-]+(?:[/.][\w.-]*)*\/?$)/.test(site) ? site : './'
}

/** A place as editors tell it: lines end as in the request's editor. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n?|\n/)
  return `Ln ${before.length}, Col ${before.at(-1)!.length + 1}`
}
