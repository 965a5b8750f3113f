// The gallery as HTML: a page for each design, and one that lists them. They are made once, by the build, from the examples and
// what the engine says of them.

import { escape } from '../core/escape.ts'
import { changeable, changes, decided, forEverOf } from '../doors/decisions.ts'
import { endTag, startTag } from '../markdown/block.ts'
import { requestHtml } from '../rules/request.ts'
import { renderStatic } from '../static/render.ts'
import type { Engine } from '../engine/verbs.ts'
import { designs, fileOf, listFile, type Design } from './designs.ts'

/** An example of the page's menu. */
export interface Example { id: string, title: string, description: string, request: string }

/** A page: its file, its title, what it says in a sentence, and what is in it. */
export interface Page { file: string, title: string, description: string, body: string }

/** The tools that a design is written for. */
const targets = ['terraform', 'cloudformation-yaml', 'cdk-typescript', 'aws-cli', 'boto3']

/** All pages. Each design has an example of its name. */
export function galleryPages(engine: Engine, examples: readonly Example[]): Page[] {
  const all = designs.map((design) => {
    const example = examples.find(({ id }) => id === design.id)
    if (!example) throw new Error(`there is no example ${design.id}`)
    return { design, example }
  })
  const list = all.map(({ design, example }) => `<li><a href="${fileOf(design.id)}">${escape(example.title)}</a><p>${escape(design.suits)}</p></li>`).join('\n')
  return [
    { file: listFile, title: 'Designs', description: 'Ten user pools to begin with, each with what it is for and what comes of it.', body: `<h1>Designs</h1>
<p class="lead">Ten user pools to begin with. Each says what it is for, what Amazon Cognito makes of it, what can never be changed later, and how other tools write it.</p>
<ol class="designs">
${list}
</ol>
<p class="more"><a href="recipes.html">Put a request into your own documentation</a></p>` },
    ...all.map(({ design, example }, at) => ({
      file: fileOf(design.id), title: example.title, description: example.description,
      body: designHtml(engine, design, example, all[at - 1]?.example, all[at + 1]?.example),
    })),
  ]
}

function designHtml(engine: Engine, { suits, needs }: Design, { title, request }: Example, before: Example | undefined, next: Example | undefined): string {
  const { html, reply } = renderStatic(engine, request, { view: 'words' })
  if (reply.status !== 200) throw new Error(`the design ${title} is refused: ${reply.body}`)
  return `<p class="back"><a href="${listFile}">All designs</a></p>
<h1>${escape(title)}</h1>
<p class="lead">${escape(suits)}</p>
<h2>What it needs beside</h2>
<ul class="needs">${needs.map((need) => `<li>${escape(need)}</li>`).join('')}</ul>
<h2>The request, and what comes of it</h2>
${startTag({ mount: 'intent', view: 'words', height: '620' })}<pre tabindex="0" aria-label="Request"><code class="language-json">${requestHtml(request, request)}</code></pre>${html}${endTag}
<h2>What it costs to change later</h2>
${changesHtml(engine, request)}
<h2>For other tools</h2>
${targets.map((target) => exportHtml(engine, target, request)).join('\n')}
<nav class="others" aria-label="Other designs">${before ? `<a href="${fileOf(before.id)}">${escape(before.title)}</a>` : '<span></span>'}${next ? `<a href="${fileOf(next.id)}">${escape(next.title)}</a>` : ''}</nav>`
}

function changesHtml(engine: Engine, request: string): string {
  const { fields } = engine.form(request)
  const doors = forEverOf(fields).map((field) => {
    const value = decided(request, field)
    return `<li><strong>${escape(field.name)}</strong>${field.given ? '' : ', left out'}: ${value ? `<code>${escape(value)}</code>` : 'not set'}<p>${escape(field.forEver!)}</p></li>`
  })
  return `<h3>Never</h3>
<ul class="doors">${doors.join('')}</ul>
${changes.map(({ title, about, update }) => `<h3>${escape(title)}</h3>
<p>${escape(about)}</p>
<p class="names">${changeable(fields, update).map(({ name, given }) => given ? `<strong>${escape(name)}</strong>` : escape(name)).join(', ')}.</p>`).join('\n')}`
}

function exportHtml(engine: Engine, target: string, request: string): string {
  const { title } = engine.contract().exports.find(({ id }) => id === target)!
  const { text, notes } = engine.exportAs(target, request)
  return `<details><summary>${escape(title)}</summary><pre tabindex="0" aria-label="${escape(title)}"><code>${escape(text)}</code></pre>${
    notes.length > 0 ? `<ul>${notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ul>` : ''}</details>`
}
