import type { Edit } from '../engine/engine.ts'

/** A text after edits, whose places are those of the text before. They stand in its order and touch no other. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((after, { from, to, insert }) => after.slice(0, from) + insert + after.slice(to), text)
}
