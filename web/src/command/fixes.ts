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
    const all = (await findingsOf(text)).flatMap(({ fixes, ignored }) => ignored === undefined ? fixes.filter(({ safe, edits }) => safe && edits.length > 0).slice(0, 1) : [])
    const edits: Edit[] = []
    for (const fix of all.sort((a, b) => a.edits[0]!.from - b.edits[0]!.from)) {
      // Of two that touch, the second may be of no use any more: the next round tells.
      if (fix.edits[0]!.from <= (edits.at(-1)?.to ?? -1)) continue
      edits.push(...fix.edits)
      titles.push(fix.title)
    }
    if (edits.length === 0) break
    text = edited(text, edits)
  }
  return { text, titles }
}

