// Completion by the engine. Each keystroke asks anew, so what is offered always fits the text; nothing is matched against
// an older one.

import {
  autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, pickedCompletion,
  type Completion as Option, type CompletionContext, type CompletionResult,
} from '@codemirror/autocomplete'
import { Prec, type Extension } from '@codemirror/state'
import { keymap, type EditorView } from '@codemirror/view'
import type { Completion } from '../../engine/engine.ts'
import { firstDay } from '../../surroundings/surroundings.ts'

/** Asks the engine what could stand at an offset. */
export type Complete = (text: string, offset: number) => Promise<Completion[]>

/** While a person types, a list comes up only where a name or a value begins or goes on. */
const worthAsking = /["\w{#:.\-[]$|[:,[]\s$/

/** Completion in the editor. */
export function completion(complete: Complete): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context
    if (!explicit && !worthAsking.test(state.sliceDoc(Math.max(0, pos - 2), pos))) return null
    const found = await complete(state.doc.toString(), pos)
    const first = found[0]
    if (!first || context.aborted) return null
    return { from: typedFrom(context, first), to: Math.max(pos, first.to), options: found.map(option), filter: true }
  }
  return [
    autocompletion({
      override: [source],
      icons: false,
      // So many fit without scrolling; a list that scrolls would have to take the focus from the text.
      maxRenderedOptions: 9,
      // What a member's value can be comes up as soon as the member is there.
      activateOnCompletion: () => true,
      defaultKeymap: false,
      addToOptions: [{ render: ({ raw }: Offered) => since(raw), position: 85 }],
    }),
    Prec.highest(keymap.of(completionKeymap)),
    closeBrackets(),
    keymap.of(closeBracketsKeymap),
  ]
}

interface Offered extends Option { raw?: Completion }

/** Where what was typed begins, without its quote: labels have none. */
function typedFrom({ state, pos }: CompletionContext, { from }: Completion): number {
  const quoted = state.sliceDoc(from, from + 1) === '"'
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
