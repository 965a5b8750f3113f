// The language of the text in the editor: its colours, its folds and its name. JSON has a parser here; the others are coloured
// line by line, as far down as is seen.

import { json } from '@codemirror/lang-json'
import { foldService } from '@codemirror/language'
import { Compartment, RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import { fetchLater } from '../../core/ui/later.tsx'
import { indenting } from './indenting.ts'
import type { Token, Tokens } from './tokens.ts'

const kinds: readonly Token['kind'][] = ['comment', 'string', 'number', 'name', 'word', 'literal']
const marks = Object.fromEntries(kinds.map((kind) => [kind, Decoration.mark({ class: `cm-token-${kind}` })])) as Record<Token['kind'], Decoration>

function colours(tokens: Tokens): Extension {
  return ViewPlugin.fromClass(class {
    /** What each line before this one leaves open; the first is that of the text's beginning. */
    #open: string[] = ['']
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = this.#draw(view)
    }

    update({ view, docChanged, viewportChanged, changes, state }: ViewUpdate): void {
      if (docChanged) {
        let first = state.doc.length
        changes.iterChangedRanges((_from, _to, from) => { first = Math.min(first, from) })
        this.#open.length = Math.min(this.#open.length, state.doc.lineAt(first).number)
      }
      if (docChanged || viewportChanged) this.decorations = this.#draw(view)
    }

    #draw({ state: { doc }, viewport }: EditorView): DecorationSet {
      const drawn = new RangeSetBuilder<Decoration>()
      const first = doc.lineAt(viewport.from).number
      const last = doc.lineAt(viewport.to).number
      for (let number = Math.min(this.#open.length, first); number <= last; number++) {
        const { text, from: start } = doc.line(number)
        const { tokens: found, open } = tokens.line(text, this.#open[number - 1]!)
        this.#open[number] = open
        if (number >= first) for (const { from, to, kind } of found) drawn.add(start + from, start + to, marks[kind])
      }
      return drawn.finish()
    }
  }, { decorations: (plugin) => plugin.decorations })
}

/** A fold goes on for so many lines at most: nobody waits for more to be looked at. */
const mostFolded = 2_000

/** Folds what stands deeper than its first line, as most languages are written. */
const folds = foldService.of(({ doc, tabSize }, from) => {
  const depthOf = (text: string): number => {
    const blank = /^\s*/.exec(text)![0]
    return blank.length === text.length ? Infinity : [...blank].reduce((depth, each) => depth + (each === '\t' ? tabSize : 1), 0)
  }
  const first = doc.lineAt(from)
  const depth = depthOf(first.text)
  let end = first.to
  for (let number = first.number + 1; number <= Math.min(doc.lines, first.number + mostFolded); number++) {
    const line = doc.line(number)
    const deep = depthOf(line.text)
    if (deep <= depth) break
    if (deep < Infinity) end = line.to
  }
  return end > first.to ? { from: first.to, to: end } : null
})

const slot = new Compartment()
const colourSlot = new Compartment()

/** What is set of the language: its syntax, by the name of the engine's reader, and what the editor is called. */
export interface Language { syntax: string, label: string }

function extension({ syntax, label }: Language): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label }),
    syntax === 'json' ? json() : syntax === '' ? [] : [folds, indenting(syntax)],
  ]
}

/** The language that an editor begins with. */
export const languageOf = (language: Language): Extension => [slot.of(extension(language)), colourSlot.of([])]

/** Gives the text another language. */
export function setLanguage(view: EditorView, language: Language): void {
  const { syntax } = language
  const before = syntaxes.get(view)
  syntaxes.set(view, syntax)
  view.dispatch({ effects: [slot.reconfigure(extension(language)), ...(before === syntax ? [] : [colourSlot.reconfigure([])])] })
  if (before === syntax || syntax === 'json' || syntax === '') return
  // Fetched with the first text that needs it. Without it the text has no colours, and all else.
  fetchLater('Tokens').then((Made) => {
    if (syntaxes.get(view) === syntax) view.dispatch({ effects: colourSlot.reconfigure(colours(new (Made as typeof Tokens)(syntax))) })
  }, () => syntaxes.delete(view))
}

/** The syntax that an editor has now. */
const syntaxes = new WeakMap<EditorView, string>()
