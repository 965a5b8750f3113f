// The safe fixes of a text: those after which it says the same, only rightly spelt.

import type { Edit } from '../engine/engine.ts'
import { edited, type Finding } from './findings.ts'

/** A fix may uncover the next fault. This many rounds mend whatever the engine has fixes for, and end where two undo each other. */
const rounds = 20

/** What a text becomes by fixes. */
export interface Fixed {
  text: string
  /** titles of the fixes, in their order. */
  titles: string[]
}

/**
 * Applies all safe fixes of a text.
 * @param findingsOf says what is found in it as it becomes; what is ignored stays as it is.
 */
export async function fixAllSafe(text: string, findingsOf: (text: string) => Promise<readonly Finding[]>): Promise<Fixed> {
  const titles: string[] = []
  for (let round = 0; round < rounds; round++) {
    const edits: Edit[] = []
    for (const { fixes, ignored } of await findingsOf(text)) {
      const fix = ignored === undefined && fixes.find(({ safe }) => safe)
      if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => edits.some((other) => touch(edit, other)))) continue
      edits.push(...fix.edits)
      titles.push(fix.title)
    }
    if (edits.length === 0) break
    text = edited(text, edits.sort((a, b) => a.from - b.from))
  }
  return { text, titles }
}

function touch(a: Edit, b: Edit): boolean {
  return a.from <= b.to && b.from <= a.to
}

