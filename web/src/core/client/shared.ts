// An answer in memory that the page and its worker share. Chromium lets no message through between a key and the next
// frame, so that an answer by message is a frame late however fast it is. Browsers share memory where the page is
// cross-origin isolated, which its host decides with two headers; without it answers come by message.

/** Where a field stands in the head of the memory; the lengths of the answer's lines follow. */
const revisionAt = 0
const tookAt = 1
const countAt = 2
const lengthsAt = 3
const headBytes = 32

/** The most lines that an answer has, by the room in the head. */
const mostLines = headBytes / 4 - lengthsAt

/** In the place of a length: the line is that of the answer before. */
const asBefore = -1

/** The longest answer that is shared, in UTF-16 units; the sample's has a tenth of it. Longer ones come by message. */
const capacity = 512 << 10

/** The lines of an evaluation's answer as the program says it, and the milliseconds that it took. */
export interface Said { lines: readonly string[], took: number }

/**
 * One side's view of the memory. Every answer is read before the next is written, so that a line which is that of the
 * answer before, as the origins of values mostly are, crosses once.
 */
export class SharedAnswer {
  readonly memory: SharedArrayBuffer
  readonly #head: Int32Array
  readonly #units: Uint16Array
  #lines: readonly string[] = []

  constructor(memory = new SharedArrayBuffer(headBytes + 2 * capacity)) {
    this.memory = memory
    this.#head = new Int32Array(memory, 0, headBytes / 4)
    this.#units = new Uint16Array(memory, headBytes)
  }

  /** Puts an answer in the place of the one before; false when it is too long. */
  write(revision: number, { lines, took }: Said): boolean {
    if (lines.reduce((sum, { length }) => sum + length, 0) > capacity || lines.length > mostLines) return false
    let end = 0
    lines.forEach((line, at) => {
      const known = line === this.#lines[at]
      this.#head[lengthsAt + at] = known ? asBefore : line.length
      for (let i = 0; !known && i < line.length; i++) this.#units[end++] = line.charCodeAt(i)
    })
    this.#lines = lines
    this.#head[countAt] = lines.length
    this.#head[tookAt] = Math.round(took * 1000)
    // Seen last, since nobody reads before the revision is there.
    Atomics.store(this.#head, revisionAt, revision)
    return true
  }

  /** The answer to a revision, waiting for it at most so many milliseconds; null when it is not there by then. */
  read(revision: number, patience = 0): Said | null {
    const due = performance.now() + patience
    while (Atomics.load(this.#head, revisionAt) !== revision) {
      if (performance.now() >= due) return null
    }
    let end = 0
    this.#lines = Array.from({ length: this.#head[countAt]! }, (_, at) => {
      const length = this.#head[lengthsAt + at]!
      if (length === asBefore) return this.#lines[at]!
      // A decoder takes no shared memory.
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(this.#units.slice(end, end += length))
    })
    return { lines: this.#lines, took: this.#head[tookAt]! / 1000 }
  }
}
