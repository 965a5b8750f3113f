import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Range } from './place.ts'

const setMark = StateEffect.define<Range | null>()
const mark = Decoration.mark({ class: 'cm-origin' })

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    marks = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(setMark)) continue
      marks = effect.value && effect.value.from < effect.value.to
        ? Decoration.set(mark.range(effect.value.from, effect.value.to))
        : Decoration.none
    }
    return marks
  },
  provide: (marks) => EditorView.decorations.from(marks),
})

/** Lets one range of the request be marked as the origin of a value of the reply. */
export const originMark: Extension = field

/** Marks a range, or none. */
export function showOrigin(view: EditorView, place: Range | null): void {
  if (place || view.state.field(field).size > 0) view.dispatch({ effects: setMark.of(place) })
}
