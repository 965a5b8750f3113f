import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { Layout, type Line } from '../core/body.ts'
import { originOf } from '../core/origins.ts'
import type { Origin, Reply } from '../engine/types.ts'

/** A line of the reply with the origin of its value. */
export interface MarkedLine extends Omit<Line, 'value'> {
  /** The value as spelt. Most letters change one of them and nothing else, which nobody but its own text has to hear of. */
  value: ReadonlySignal<string>
  origin: Origin | undefined
  /** Set on the first line of a block that can be folded; the told line is the one that stands for the folded block. */
  fold?: { folded: boolean, told: MarkedLine | undefined, comma: boolean }
}

/** Marks the lines of one reply after the other. */
export class Marking {
  readonly #layout = new Layout()
  readonly #values: Signal<string>[] = []
  readonly #marked = signal<readonly MarkedLine[]>([])
  #origins: Reply['origins'] | undefined
  #lines: readonly Line[] = []

  /** The lines of the newest reply; the list of before for one in which only values differ. */
  get lines(): ReadonlySignal<readonly MarkedLine[]> {
    return this.#marked
  }

  /** Takes a reply. */
  show({ body, origins }: Reply): void {
    const before = this.#lines
    const lines = this.#layout.of(body)
    const sameButValues = origins === this.#origins && lines.length === before.length &&
      lines.every((line, at) => sameButValue(line, before[at]!))
    this.#lines = lines
    this.#origins = origins
    batch(() => {
      lines.forEach(({ value }, at) => {
        const known = this.#values[at]
        if (known) known.value = value
        else this.#values[at] = signal(value)
      })
      if (!sameButValues) this.#marked.value = lines.map((line, at) => ({ ...line, value: this.#values[at]!, origin: originOf(origins, line) }))
    })
  }
}

function sameButValue(a: Line, b: Line): boolean {
  return a === b || a.pointer === b.pointer && a.kind === b.kind && a.depth === b.depth && a.name === b.name && a.comma === b.comma
}
