// Completion by the engine. Each keystroke asks anew, so what is offered always fits the text; nothing is matched against
// an older one.

import {
  acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus, pickedCompletion,
  selectedCompletionIndex, setSelectedCompletion,
  type Completion as Option, type CompletionContext, type CompletionResult,
} from '@codemirror/autocomplete'
import { Prec, StateField, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { Completion } from '../../engine/engine.ts'
import { firstDay } from '../../surroundings/surroundings.ts'

/** Asks the engine what could stand at an offset. */
export type Complete = (text: string, offset: number) => Promise<Completion[]>

/** While a person types, a list comes up only where a name or a value begins or goes on. */
const worthAsking = /["'\w{#:.\-[]$|[:,[{=]\s$/
/** Where a value has ended: what could come next is offered when it is asked for. */
const closed = /["'\w}\]]$/
const quote = /^["']$/

/** Completion in the editor. */
export function completion(complete: Complete): Extension {
  // Whether the newest list is one to choose from at once. Where nothing is typed and nobody has asked, Enter is a new line.
  let asked = false
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context
    if (!explicit && !state.field(picked) && !worthAsking.test(state.sliceDoc(Math.max(0, pos - 2), pos))) return null
    // A question about a text that changed is dropped and asked anew. One that ran on and found nothing would end the
    // asking, whatever was typed since.
    context.addEventListener('abort', () => {}, { onDocChange: true })
    // What stands there already is no offer: Enter behind a whole word is a new line.
    const found = (await complete(state.doc.toString(), pos)).filter(({ edits }) => explicit || edits.some(({ from, to, insert }) => state.sliceDoc(from, to) !== insert))
    const first = found[0]
    if (!first || context.aborted) return null
    const from = typedFrom(context, first)
    if (!explicit && from >= pos && closed.test(state.sliceDoc(Math.max(0, pos - 1), pos)) && !quote.test(state.sliceDoc(first.from, first.from + 1))) return null
    asked = explicit || from < pos || /[:=]\s*$/.test(state.sliceDoc(Math.max(0, pos - 8), pos)) || state.field(picked) && first.kind !== 'member' && first.kind !== 'block'
    // What is typed is held against the labels up to here: they have no quotes.
    const closing = from > first.from && first.to > pos && state.sliceDoc(first.to - 1, first.to) === state.sliceDoc(first.from, from) ? 1 : 0
    return { from, to: Math.max(pos, first.to - closing), options: found.map(option), filter: true }
  }
  return [
    autocompletion({
      override: [source],
      icons: false,
      selectOnOpen: false,
      // So many fit without scrolling; a list that scrolls would have to take the focus from the text.
      maxRenderedOptions: 9,
      // What a member's value can be comes up as soon as the member is there.
      activateOnCompletion: () => true,
      defaultKeymap: false,
      addToOptions: [{ render: ({ raw }: Offered) => since(raw), position: 85 }],
    }),
    picked,
    EditorView.updateListener.of(({ view, state }) => {
      if (asked && completionStatus(state) === 'active' && selectedCompletionIndex(state) === null) {
        view.dispatch({ effects: setSelectedCompletion(0) })
      }
    }),
    Prec.highest(keymap.of([...completionKeymap, { key: 'Tab', run: takeFirst }])),
    closeBrackets(),
    keymap.of(closeBracketsKeymap),
  ]
}

/** Takes the first of a list in which nothing is selected: Tab would else leave the text while it is open. */
function takeFirst(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false
  if (selectedCompletionIndex(view.state) === null) view.dispatch({ effects: setSelectedCompletion(0) })
  return acceptCompletion(view)
}

/** Whether the last change took what was offered: what can go into it is then offered to be taken, too. */
const picked = StateField.define<boolean>({
  create: () => false,
  update: (before, transaction) => transaction.annotation(pickedCompletion) ? true : !transaction.docChanged && before,
})

interface Offered extends Option { raw?: Completion }

/** Where what was typed begins, without its quote: labels have none. */
function typedFrom({ state, pos }: CompletionContext, { from }: Completion): number {
  const quoted = quote.test(state.sliceDoc(from, from + 1))
  return Math.min(pos, quoted ? from + 1 : from)
}

function option(each: Completion, index: number): Offered {
  return {
    label: each.label,
    detail: each.detail,
    type: each.kind,
    // The engine's order is the right one; the typed letters come first all the same.
    boost: Math.max(-99, 99 - index),
    info: () => about(each),
    apply: (view, picked) => apply(view, picked, each),
    raw: each,
  }
}

function apply(view: EditorView, picked: Option, { edits, selectFrom, selectTo }: Completion): void {
  view.dispatch({
    changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
    selection: { anchor: selectFrom, head: selectTo },
    annotations: pickedCompletion.of(picked),
    scrollIntoView: true,
    userEvent: 'input.complete',
  })
}

/** The day of what the API did not always have. */
function since(raw: Completion | undefined): Node | null {
  if (!raw?.since || raw.since <= firstDay) return null
  const tag = document.createElement('span')
  tag.className = 'cm-since'
  tag.textContent = `since ${raw.since}`
  return tag
}

function about({ documentation }: Completion): Node | null {
  if (!documentation) return null
  const box = document.createElement('div')
  box.className = 'cm-about'
  box.textContent = documentation
  return box
}
