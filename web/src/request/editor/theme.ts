import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// Colours are the page's own properties, so one theme serves light and dark and changes with them at once.
const chrome = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--code-size)', color: 'var(--text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--code-line)', overscrollBehavior: 'contain' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 16px 0 6px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--faint)', border: 'none', paddingLeft: '4px' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '28px', padding: '0 4px 0 0' },
  '.cm-foldGutter .cm-gutterElement': { width: '14px', cursor: 'pointer', textAlign: 'center' },
  '.cm-gutter-lint': { width: '12px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  // Told apart by shape as well as by colour.
  '.cm-lint-marker': { width: '8px', height: '8px', margin: 'calc((var(--code-line) - 8px) / 2) 0 0 2px', cursor: 'default' },
  '.cm-lint-marker-error': { content: 'none', backgroundColor: 'var(--error)', borderRadius: '50%' },
  '.cm-lint-marker-warning': { content: 'none', backgroundColor: 'var(--warning)', clipPath: 'polygon(50% 0, 100% 100%, 0 100%)' },
  '.cm-lint-marker-info': { content: 'none', border: '2px solid var(--accent)', borderRadius: '50%' },
  '.cm-activeLine': { backgroundColor: 'var(--line-active)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '.cm-line::selection, .cm-line ::selection': { backgroundColor: 'var(--selection)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent-line)' },
  // What is wrong is for the engine to say; this would also mark brackets whose mate is not parsed yet.
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'inherit' },
  '.cm-foldPlaceholder': { color: 'var(--muted)', backgroundColor: 'var(--sunken)', border: '1px solid var(--edge)', borderRadius: '4px', padding: '0 6px' },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-soft)', outline: '1px solid var(--warning-line)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--selection)' },
  '.cm-token-name': { color: 'var(--code-name)' },
  '.cm-token-string': { color: 'var(--code-string)' },
  '.cm-token-number': { color: 'var(--code-number)' },
  '.cm-token-literal, .cm-token-word': { color: 'var(--code-literal)' },
  '.cm-token-comment': { color: 'var(--muted)', fontStyle: 'italic' },
  '.cm-origin': { backgroundColor: 'var(--accent-soft)', boxShadow: '0 0 0 2px var(--accent-soft), 0 2px 0 2px var(--accent)', borderRadius: '2px' },
  // Each by itself: WebKit takes a line alone where they stand together, and drops the rest with it.
  '.cm-lintRange': { backgroundImage: 'none', textDecorationSkipInk: 'none', textUnderlineOffset: '4px', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecorationLine: 'underline', textDecorationStyle: 'wavy', textDecorationColor: 'var(--error)', textDecorationThickness: '1.5px' },
  '.cm-lintRange-warning': { textDecorationLine: 'underline', textDecorationStyle: 'wavy', textDecorationColor: 'var(--warning)', textDecorationThickness: '1.5px' },
  '.cm-lintRange-info': { textDecorationLine: 'underline', textDecorationStyle: 'dotted', textDecorationColor: 'var(--accent)', textDecorationThickness: '2px' },
  '.cm-related': { textDecoration: 'underline dotted var(--warning) 2px', textDecorationSkipInk: 'none', textUnderlineOffset: '4px' },
  '.cm-related-error': { textDecorationColor: 'var(--error)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--line-active)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--error)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--warning)' },
  '.cm-lintPoint-info:after': { borderBottomColor: 'var(--accent)' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', color: 'var(--text)', border: '1px solid var(--edge)', borderRadius: '8px', boxShadow: 'var(--shadow)', maxWidth: 'min(480px, 92vw)', overflow: 'hidden' },
  // What is known of a member and what is wrong with it stand one below the other, which can be more than there is room for.
  '.cm-tooltip.cm-tooltip-hover': { maxHeight: '72vh', overflow: 'auto' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: 'none', overflow: 'hidden', minWidth: '260px', maxWidth: 'min(560px, 92vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', alignItems: 'baseline', gap: '10px', padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--selection)', color: 'var(--text)' },
  '.cm-completionLabel': { flex: '1 0 auto' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700', color: 'var(--accent)' },
  '.cm-completionDetail, .cm-since': { margin: '0', font: 'normal 12px/1.5 var(--sans)', color: 'var(--muted)', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  'li[aria-selected] > :is(.cm-completionDetail, .cm-since, .cm-completionMatchedText)': { color: 'var(--text)' },
  '.cm-tooltip.cm-completionInfo': { padding: '10px 14px', font: '13px/1.45 var(--sans)', maxWidth: '340px', whiteSpace: 'pre-line' },
  '.cm-reference': { maxHeight: 'min(340px, 60vh)', overflow: 'auto' },
  '.cm-diagnostic': { padding: '10px 14px', margin: '0', borderLeft: 'none', font: '14px/1.45 var(--sans)', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  '.cm-diagnostic + .cm-diagnostic': { borderTop: '1px solid var(--edge)' },
  '.cm-diagnosticAction': { font: '600 13px/1.2 var(--sans)', color: 'var(--accent)', backgroundColor: 'var(--accent-soft)', border: '1px solid var(--accent-line)', borderRadius: '6px', padding: '5px 9px', margin: '8px 8px 0 0', cursor: 'pointer' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--text)', font: '13px/1.4 var(--sans)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--edge)' },
  // Three rows: what is looked for, how, and what takes its place. The editor's own sizes are in percent of each other.
  '.cm-panel.cm-search': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', padding: '8px 44px 8px 16px', font: '13px/20px var(--sans)' },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search :is(input, button, label)': { margin: '0' },
  '.cm-panel.cm-search .cm-textfield': { flex: '1 1 calc(100% - 220px)', minWidth: '120px', height: '28px' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '6px', minHeight: '28px', marginRight: '8px', fontSize: '13px', textTransform: 'none' },
  '.cm-panel.cm-search [type=checkbox]': { margin: '0', accentColor: 'var(--accent)' },
  '.cm-panel.cm-search [name=close]': { fontSize: '20px', lineHeight: '1', right: '8px', top: '8px', width: '28px', height: '28px' },
  '.cm-textfield': { backgroundColor: 'var(--surface)', color: 'var(--text)', border: '1px solid var(--control)', borderRadius: '8px', padding: '3px 9px', font: '13px/20px var(--mono)' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--surface)', color: 'var(--text)', border: '1px solid var(--edge)', borderRadius: '8px', minHeight: '28px', padding: '2px 10px', font: '500 13px/20px var(--sans)' },
  '@media (max-width: 699.98px)': {
    '.cm-panel.cm-search': { paddingRight: '56px' },
    '.cm-panel.cm-search .cm-textfield': { height: '44px', fontSize: '16px' },
    '.cm-panel.cm-search .cm-button, .cm-panel.cm-search label': { minHeight: '44px' },
    '.cm-panel.cm-search [name=close]': { width: '44px', height: '44px' },
  },
})

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-name)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--code-literal)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket, tags.punctuation], color: 'var(--muted)' },
])

/** How the editor looks. */
export const editorTheme: Extension = [chrome, syntaxHighlighting(colours)]
