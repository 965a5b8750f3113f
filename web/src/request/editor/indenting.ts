// How far in a new line begins, in the languages that have no parser here: where what it belongs to begins, and further in
// behind what opens.

import { indentService } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

/** How many columns a language sets in what is inside of something; two where it is not here. */
const steps: Readonly<Record<string, number>> = { python: 4 }

const columns = (blank: string, tabSize: number): number => [...blank].reduce((all, each) => all + (each === '\t' ? tabSize : 1), 0)

/** True for a line with a bracket that it does not close. */
function leavesOpen(code: string): boolean {
  let open = 0
  for (const [sign] of code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').matchAll(/[[\](){}]/g)) open = '[({'.includes(sign) ? open + 1 : Math.max(0, open - 1)
  return open > 0
}

/** The indentation of new lines in a language, by the name of the engine's reader. */
export function indenting(syntax: string): Extension {
  const step = steps[syntax] ?? 2
  return indentService.of((context, at) => {
    // Between brackets the context shows the line as empty, since two new ones come.
    const line = context.state.doc.lineAt(at)
    if (at === line.from) return undefined
    const text = line.text.slice(0, at - line.from)
    const { tabSize } = context.state
    const [, blank = '', dashes = '', rest = ''] = /^(\s*)((?:-[ \t]+)*)(.*)$/.exec(text) ?? []
    const base = columns(blank, tabSize)
    const code = rest.trimEnd()
    if (syntax === 'yaml') {
      // What follows an entry's first member stands below that, and not below the dash.
      const inside = code === '' ? base : base + dashes.length
      return /(?:[:[{(]|:\s*[|>][-+\d]*)$/.test(code.replace(/\s+#.*$/, '')) ? inside + step : inside
    }
    if (syntax === 'shell' || syntax === 'powershell') {
      const goes = syntax === 'shell' ? '\\' : '`'
      const further = line.number > 1 && context.state.doc.line(line.number - 1).text.trimEnd().endsWith(goes)
      if (code.endsWith(goes)) return further ? base : base + step
    }
    return leavesOpen(code) || syntax === 'python' && code.endsWith(':') ? base + step : base
  })
}
