// From a JSON pointer to its place in the text, by the editor's tolerant syntax tree: it also works while the text is
// broken elsewhere.

import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { escapePointer, pointerParts } from '../../core/body.ts'

/** A range of the text, in UTF-16 units. */
export interface Range { from: number, to: number }

const parseFor = 80
const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'])

/** Where the value of a pointer stands, with its name when it has one; null when the text has no such value. */
export function placeOf(state: EditorState, pointer: string): Range | null {
  const tree = ensureSyntaxTree(state, state.doc.length, parseFor) ?? syntaxTree(state)
  let node = tree.topNode.firstChild
  let place: Range | null = node
  for (const part of pointerParts(pointer)) {
    const step: SyntaxNode | null = node && (node.name === 'Object' ? member(state, node, part) : item(node, part))
    if (!step) return null
    place = step
    node = step.name === 'Property' ? valueOf(step) : step
  }
  return place && { from: place.from, to: place.to }
}

/** The pointer of what stands at an offset: a value, or the one that a name belongs to; '' for the whole text. */
export function pointerAt(state: EditorState, offset: number): string {
  const parts: string[] = []
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(offset, -1); node; node = node.parent) {
    if (node.name === 'Property') {
      const key = node.getChild('PropertyName')
      parts.unshift(escapePointer(key && spelt(state.sliceDoc(key.from, key.to)) || ''))
    } else if (node.parent?.name === 'Array' && values.has(node.name)) {
      let index = 0
      for (let before = node.prevSibling; before; before = before.prevSibling) if (values.has(before.name)) index++
      parts.unshift(String(index))
    }
  }
  return parts.map((part) => `/${part}`).join('')
}

function member(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | null {
  // Of members with the same name the last one counts.
  for (let child = object.lastChild; child; child = child.prevSibling) {
    const key = child.name === 'Property' ? child.getChild('PropertyName') : null
    if (key && spelt(state.sliceDoc(key.from, key.to)) === name) return child
  }
  return null
}

function item(array: SyntaxNode, index: string): SyntaxNode | null {
  if (array.name !== 'Array' || !/^\d+$/.test(index)) return null
  let left = Number(index)
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (values.has(child.name) && left-- === 0) return child
  }
  return null
}

function valueOf(property: SyntaxNode): SyntaxNode | null {
  const last = property.lastChild
  return last && values.has(last.name) ? last : null
}

function spelt(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return null
  }
}
