// The answer to the request that a first visit begins with, made by the build: it stands in the page before a script or the
// engine is there, with the classes of the live view, so that this takes its place and nothing moves.

import { layOut } from '../core/body.ts'
import { escape } from '../core/escape.ts'
import { foldsOf, toldOf } from '../core/folds.ts'
import { originKinds, originMarks, originOf, type OriginKind } from '../core/origins.ts'
import type { Engine } from '../engine/verbs.ts'
import type { Reply } from '../engine/types.ts'
import { wordsHtml } from './render.ts'

/** The reply and the words of a request that the service takes. */
export function earlyHtml(engine: Engine, request: string): string {
  const { reply } = engine.evaluate(request)
  return `<div class="early-reply" role="region" aria-label="Reply">${replyHtml(reply)}</div>
    <div class="early-words"><h2>In words</h2>${wordsHtml(engine.summarise(request))}</div>`
}

function replyHtml({ body, origins }: Reply): string {
  const lines = layOut(body).map((line) => ({ ...line, origin: originOf(origins, line) }))
  const folds = foldsOf(lines)
  const folded = new Map(folds.map((fold) => [fold.first, fold]))
  const rows: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const { name, value, kind, depth, origin, comma } = lines[at]!
    const fold = folded.get(at)
    const told = fold && toldOf(lines, fold)
    const shown = fold
      ? `<span class="fold-mark">›</span><span class="folded">${told ? `{ ${escape(told.name ?? '')}: ${escape(told.value)}, … }` : '{ … }'}</span>`
      : `<span class="${kind}">${escape(value)}</span>`
    rows.push(`<div class="line">${origin ? markHtml('span', origin.kind) : '<span class="mark"></span>'}<code>${'  '.repeat(depth)}${
      name === undefined ? '' : `<span class="name">${escape(name)}</span>: `}${shown}${(fold ? lines[fold.last]!.comma : comma) ? ',' : ''}</code></div>`)
    if (fold) at = fold.last
  }
  const valued = lines.filter(({ kind }) => kind !== 'open' && kind !== 'close')
  const count = (kind: OriginKind): number => valued.filter(({ origin }) => origin?.kind === kind).length
  return `<div class="origin-bar"><div class="filters"><span class="filter chosen"><span class="word">all</span> <span class="filter-count">${valued.length}</span></span>${
    originKinds.map((kind) => markHtml('span', kind, ' filter', ` <span class="filter-count">${count(kind)}</span>`)).join('')}</div>${
    folds.length > 0 ? '<div class="origin-foot"><span class="button quiet fold-all">Expand all</span></div>' : ''}</div>
    <div class="lines-place"><div class="lines" tabindex="0">${rows.join('')}</div></div>
    <div class="origin-details" data-of="nothing">Each value is marked with where it comes from.</div>`
}

function markHtml(tag: string, kind: OriginKind, more = '', behind = ''): string {
  return `<${tag} class="mark ${kind}${more}"><span class="letter" aria-hidden="true">${originMarks[kind].letter}</span><span class="word">${kind}</span>${behind}</${tag}>`
}
