/**
 * The parsers of other languages: a second program, which is loaded when a text first needs it. It turns a text into a
 * neutral tree; what the tree means is for the engine to say.
 */

import { endOf, instantiate, run, watched, type Call, type Fate } from './program.ts'
import { ReadersFailure, type ReadersSource } from './source.ts'

const file = 'readers.wasm'

/** A document of nothing but one finding, as internal/reading writes it. */
function fault(message: string): string {
  const text = (words: string): string => `${new TextEncoder().encode(words).length} ${words}`
  return `${text('').repeat(5)}0 0 0 1 ${text('unread')}${text('tool')}${text('')}${text('')}${text(message)}${text('')}1 0 0 0 0 0 0 0 `
}

/** Reads texts, loading the program before the first. */
export class Readers {
  readonly #source: ReadersSource
  readonly #onLoaded: (() => void) | undefined
  #loading: Promise<void> | undefined
  /** There while a text is read without anything being fetched first. */
  #program: { read: Call, fate: Fate } | undefined

  constructor(source: ReadersSource = new URL('./readers.wasm', import.meta.url), onLoaded?: () => void) {
    this.#source = source
    this.#onLoaded = onLoaded
  }

  /** True while a text is read without anything being fetched first. */
  get loaded(): boolean {
    return this.#program !== undefined
  }

  /**
   * Loads the program, if it is not there.
   * @throws ReadersFailure when it cannot be loaded.
   */
  async load(): Promise<void> {
    await (this.#loading ??= this.#load())
  }

  /**
   * The tree that a reader makes of a text, as a string that the engine takes.
   * @throws ReadersFailure when the program cannot be loaded.
   */
  async read(text: string, options: unknown): Promise<string> {
    await this.load()
    return this.readSync(text, options)
  }

  /** The same at once; a document that says so where the program is not loaded. */
  readSync(text: string, options: unknown): string {
    if (!this.#program) return fault('This text could not be read: what reads its language is not loaded.')
    const { read, fate } = this.#program
    let said: string | undefined
    let reason: unknown
    try {
      said = read(`${options === undefined ? '' : JSON.stringify(options)}
${text}`)
    } catch (thrown) {
      reason = thrown
    }
    const crash = said === undefined ? endOf(fate, reason) : said.startsWith('{') ? (JSON.parse(said) as { crash: string }).crash : undefined
    if (crash === undefined) return said!
    // A program that was torn out of a call, or has ended, cannot be trusted again.
    if (said === undefined) this.#forget()
    return fault(`This text could not be read: what reads it has failed. ${crash}`)
  }

  /** Lets the program collect its garbage, which it would do in the middle of a reading otherwise. */
  collect(): void {
    this.#program?.read('collect\n')
  }

  #forget(): void {
    this.#loading = undefined
    this.#program = undefined
  }

  async #load(): Promise<void> {
    try {
      const go = new Go()
      const fate = watched(go)
      const wasm = typeof this.#source === 'function' ? await this.#source() : this.#source
      const { instance } = await instantiate(file, wasm, go.importObject)
      const read = run(file, go, instance, () => this.#forget())
      this.#program = { read, fate }
      this.#onLoaded?.()
    } catch (reason) {
      this.#forget()
      throw new ReadersFailure(`What reads other languages, ${file}, could not be loaded. ${reason instanceof Error ? reason.message : String(reason)}`, { cause: reason })
    }
  }
}
