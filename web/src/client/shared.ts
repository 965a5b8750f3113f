// An answer in memory that the page and its worker share. Chromium lets no message through between a key and the next
// frame, so that an answer by message is a frame late however fast it is. Browsers share memory where the page is
// cross-origin isolated, which its host decides with two headers; without it answers come by message.

/** Where a field stands in the head of the memory. */
const revisionAt = 0
const lengthAt = 1
const tookAt = 2
const headBytes = 16

/** The longest answer that is shared, in UTF-16 units; the sample's has a tenth of it. Longer ones come by message. */
const capacity = 512 << 10

/** An evaluation's answer as the program says it, and the milliseconds that it took. */
export interface Said { said: string, took: number }

/** One side's view of the memory. */
export class SharedAnswer {
  readonly memory: SharedArrayBuffer
  readonly #head: Int32Array
  readonly #units: Uint16Array

  constructor(memory = new SharedArrayBuffer(headBytes + 2 * capacity)) {
    this.memory = memory
    this.#head = new Int32Array(memory, 0, headBytes / 4)
    this.#units = new Uint16Array(memory, headBytes)
  }

  /** Puts an answer in the place of the one before; false when it is too long. */
  write(revision: number, { said, took }: Said): boolean {
    if (said.length > capacity) return false
    for (let i = 0; i < said.length; i++) this.#units[i] = said.charCodeAt(i)
    this.#head[lengthAt] = said.length
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
    // A decoder takes no shared memory.
    const units = this.#units.slice(0, this.#head[lengthAt])
    return { said: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units), took: this.#head[tookAt]! / 1000 }
  }
}
