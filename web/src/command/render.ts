// user-pool render: what the service would answer as HTML, for documentation that is built by any tool.

import { escape } from '../core/escape.ts'
import { renderStatic, staticStyle } from '../static/render.ts'
import { wrongAttribute } from '../embed/meta.ts'
import { endTag, startTag, wrongIn } from '../markdown/block.ts'
import { exit, UsageError } from './failures.ts'
import { exactly, optionsOf, startEngine, surroundings, surroundingsHelp, type Subcommand } from './run.ts'
import { settingsFor } from './settings.ts'
import { print, tell } from './terminal.ts'
import { readText } from './texts.ts'

export const command: Subcommand = {
  usage: 'user-pool render [OPTIONS] FILE | -',
  about: 'print what the service would answer as HTML for a page; status 1 where it is not as expected',
  more: 'The HTML is an element with the text as a code block and the answer behind it. It needs no script; with embed.js on the page it becomes a playground at a press. --css prints the style sheet, which is the same for all.',
  options: { ...surroundings, view: { type: 'string' }, site: { type: 'string' }, expect: { type: 'string' }, pool: { type: 'string' }, css: { type: 'boolean' } },
  help: {
    view: 'NAME  what stands open: pool, words or problems',
    site: 'ADDRESS  where the playground is, with a slash at its end: problems link to their rules',
    expect: 'NAME  ok, an exception or a rule: status 1 where the answer is another',
    css: '  print the style sheet, and read no file',
    pool: 'NAME  the pool, where the text has several',
    ...surroundingsHelp,
  },
  async run(values, positionals) {
    if (values.css) {
      exactly(positionals)
      print(staticStyle)
      return exit.clean
    }
    const [file] = exactly(positionals, 'FILE')
    const options = optionsOf(values, (await settingsFor(undefined)).options)
    const engine = await startEngine(options)
    await engine.loadReaders()
    const text = await readText(file!)
    const view = values.view as string | undefined
    const unknown = wrongAttribute(view === undefined ? {} : { view })
    if (unknown !== null) throw new UsageError(`--${unknown}`)
    const answer = renderStatic(engine, text, { ...options, ...(view === undefined ? {} : { view }), ...(values.site === undefined ? {} : { site: values.site as string }) })
    print(`${startTag({ mount: 'intent', ...(view === undefined ? {} : { view }) })}<pre><code class="language-user-pool">${escape(text)}</code></pre>${answer.html}${endTag}`)
    const wrong = answer.language === '' || values.expect !== undefined ? wrongIn(answer, values.expect as string | undefined) : null
    if (wrong === null) return exit.clean
    tell(`${file}: ${wrong}`)
    return exit.findings
  },
}
