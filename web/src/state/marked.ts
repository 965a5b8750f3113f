import type { Origin, Reply } from '../engine/types.ts'
import { Layout, type Line } from './body.ts'
import { originOf } from './origins.ts'

/** A line of the reply with the origin of its value. */
export interface MarkedLine extends Line {
  origin: Origin | undefined
  /** Set on the first line of a block that can be folded; its words are those that stand for the folded block. */
  fold?: { folded: boolean, words: string, comma: boolean }
}

/** Marks the lines of one reply after the other; a line that says the same is the one of before. */
export class Marking {
  readonly #layout = new Layout()
  #origins: Reply['origins'] | undefined
  #lines: readonly Line[] = []
  #marked: readonly MarkedLine[] = []

  /** The lines of a reply; the list of before for one that says the same. */
  of({ body, origins }: Reply): readonly MarkedLine[] {
    const before = this.#lines
    const lines = this.#layout.of(body)
    const sameOrigins = origins === this.#origins
    if (!sameOrigins || lines !== before) {
      this.#marked = lines.map((line, at) => (sameOrigins && line === before[at] ? this.#marked[at]! : { ...line, origin: originOf(origins, line) }))
    }
    this.#lines = lines
    this.#origins = origins
    return this.#marked
  }
}
