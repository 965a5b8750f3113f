// Going to a value that the text does not have. It is fetched when it is first wanted.

import { EditorView } from '@codemirror/view'
import { announce } from '../core/announcement.ts'
import { requestViews } from '../core/views.ts'
import { placeOfPointer, setBalloon } from './editor/findings.ts'
import type { Range } from './editor/place.ts'

const nameOf = (pointer: string): string => pointer.slice(1).replaceAll('/', ' › ')

/** Goes to the nearest value around a pointer that the text has, or to the start of the pool, and says so. */
export function landNear(view: EditorView, pointer: string): void {
  const { from, pointer: near } = nearestTo(view, pointer)
  const words = `${nameOf(pointer)} is not in the text. Here is ${near === '' ? 'the pool' : nameOf(near)}, where it belongs.`
  const land = requestViews.peek()?.land
  if (land) land({ pointer: near, range: () => ({ from, to: from }) })
  else sayAt(view, from, words)
  announce(words)
}

function nearestTo(view: EditorView, pointer: string): Range & { pointer: string } {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = placeOfPointer(view, at)
    if (place) return { ...place, pointer: at }
    if (at === '') return { from: 0, to: 0, pointer: at }
  }
}

/** Puts the cursor to a place, and says something below it. */
function sayAt(view: EditorView, at: number, words: string): void {
  const create = (): { dom: HTMLElement } => {
    const dom = document.createElement('div')
    dom.className = 'cm-diagnostic'
    dom.textContent = words
    return { dom }
  }
  view.dispatch({
    selection: { anchor: at },
    effects: [EditorView.scrollIntoView(at, { y: 'center' }), setBalloon.of({ pos: at, above: false, create })],
  })
  view.focus()
}
