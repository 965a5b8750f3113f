/**
 * The parsers of other languages: a second program, which is loaded when a text first needs it. It turns a text into a
 * neutral tree; what the tree means is for the engine to say.
 */

import { instantiate, run, watched, type Wasm } from './program.ts'

/** Where the readers come from; a function is called when they are first needed, and again after it failed. */
export type ReadersSource = Wasm | (() => Promise<Wasm>)

/** The readers could not be had. Asking again tries anew. */
export class ReadersFailure extends Error {
  override readonly name = 'ReadersFailure'
}

/** The function that the program hands over: see wasm/readers/main_js.go. */
type Read = (reader: string, text: string) => string

const file = 'readers.wasm'

/** Reads texts, loading the program before the first. */
export class Readers {
  readonly #source: ReadersSource
  #loading: Promise<Read> | undefined

  constructor(source: ReadersSource = new URL(file, import.meta.url)) {
    this.#source = source
  }

  /**
   * The tree that a reader makes of a text.
   * @throws ReadersFailure when the program cannot be loaded.
   */
  async read(reader: string, text: string): Promise<unknown> {
    const read = await (this.#loading ??= this.#load())
    let reading: { crash?: string }
    try {
      reading = JSON.parse(read(reader, text)) as { crash?: string }
    } catch {
      // A parser ran out of stack, and a Go program that was torn out of a call cannot be trusted again.
      this.#loading = undefined
      reading = { crash: 'it is nested too deeply' }
    }
    if (reading.crash === undefined) return reading
    return { faults: [{ from: 0, to: 0, message: `This text could not be read: ${reading.crash}.` }] }
  }

  async #load(): Promise<Read> {
    try {
      const go = new Go()
      watched(go)
      const wasm = typeof this.#source === 'function' ? await this.#source() : this.#source
      const { instance } = await instantiate(file, wasm, go.importObject)
      return run<Read>(file, go, instance, () => { this.#loading = undefined })
    } catch (reason) {
      this.#loading = undefined
      throw new ReadersFailure(`What reads other languages, ${file}, could not be loaded. ${reason instanceof Error ? reason.message : String(reason)}`, { cause: reason })
    }
  }
}
