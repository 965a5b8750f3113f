import { countColumn, RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view'

/** What a line that goes on below is set in by, in columns, beside its own indentation. */
const further = 2
/** Deeper lines go on where these do: so much is left for the text on a narrow screen. */
const deepest = 24

const marks = Array.from({ length: deepest + 1 }, (_, columns) => Decoration.line({ class: `cm-hang-${columns}` }))

/** Classes, since the page's security policy takes no style that stands at an element. */
const look = EditorView.theme(Object.fromEntries(marks.map((_, columns) => [`.cm-line.cm-hang-${columns}`, {
  paddingLeft: `calc(6px + ${columns + further}ch)`, textIndent: `-${columns + further}ch`,
}])))

const plugin = ViewPlugin.fromClass(class {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = draw(view)
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.decorations = draw(view)
  }
}, { decorations: (plugin) => plugin.decorations })

function draw({ state, visibleRanges }: EditorView): DecorationSet {
  const drawn = new RangeSetBuilder<Decoration>()
  let last = -1
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at)
      at = line.to + 1
      if (line.from <= last) continue
      last = line.from
      const blank = /^\s*/.exec(line.text)![0]
      drawn.add(line.from, line.from, marks[Math.min(deepest, countColumn(blank, state.tabSize))]!)
    }
  }
  return drawn.finish()
}

/** Lets a line that is wrapped go on under itself, and not at the margin: the text keeps its shape. */
export const hanging: Extension = [plugin, look]
