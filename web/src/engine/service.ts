/** The program that answers calls on a pool: a third one, which is loaded when the first pool is opened. */

import { openProgram, type Ask } from './ask.ts'
import { ServiceFailure, type LaterSource } from './source.ts'

const file = 'service.wasm'

/** Answers calls, loading the program before the first. */
export class Service {
  readonly #source: LaterSource
  readonly #onLoaded: (() => void) | undefined
  #loading: Promise<Ask> | undefined

  constructor(source: LaterSource = new URL('./service.wasm', import.meta.url), onLoaded?: () => void) {
    this.#source = source
    this.#onLoaded = onLoaded
  }

  /**
   * Calls a verb and returns what the program says, for answers.ts to read.
   * @throws TypeError when an argument is of the wrong type.
   * @throws ServiceFailure when the program cannot be loaded.
   * @throws Error when it ended in the call; another call starts it anew.
   */
  async ask(verb: string, text: unknown, options?: unknown, argument?: unknown): Promise<string> {
    const ask = await (this.#loading ??= this.#load())
    try {
      return ask(verb, text, options, argument)
    } catch (reason) {
      // A program that was torn out of a call, or has ended, cannot be trusted again.
      if (!(reason instanceof TypeError)) this.#loading = undefined
      throw reason
    }
  }

  async #load(): Promise<Ask> {
    try {
      const wasm = typeof this.#source === 'function' ? await this.#source() : this.#source
      const ask = await openProgram(file, wasm, () => { this.#loading = undefined })
      this.#onLoaded?.()
      return ask
    } catch (reason) {
      this.#loading = undefined
      throw new ServiceFailure(`What answers calls, ${file}, could not be loaded. ${reason instanceof Error ? reason.message : String(reason)}`, { cause: reason })
    }
  }
}
