import { layOut, type Line } from '../core/body.ts'
import { escape } from '../core/escape.ts'

/** A request as coloured code; the lines that the other request has not are marked. */
export function requestHtml(request: string, other: string): string {
  const known = new Set(layOut(other).map(keyOf))
  return layOut(request).map((line) => {
    const { name, value, kind, depth, comma } = line
    const code = `${name === undefined ? '' : `<span class="name">${escape(name)}</span>: `}<span class="${kind}">${escape(value)}</span>${comma ? ',' : ''}`
    return '  '.repeat(depth) + (known.has(keyOf(line)) ? code : `<mark>${code}</mark>`)
  }).join('\n')
}

/** How many lines a request has when it is laid out. */
export function linesOf(request: string): number {
  return layOut(request).length
}

function keyOf({ pointer, kind, value }: Line): string {
  return JSON.stringify([pointer, kind, value])
}
