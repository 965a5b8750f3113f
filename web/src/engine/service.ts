/** The program that answers calls on a pool: a third one, which is loaded when the first pool is opened. */

import { openProgram, type Ask } from './ask.ts'
import { ServiceFailure, type LaterSource } from './source.ts'

const file = 'service.wasm'

/** What stands for a state's text at the border: see SameState in internal/playground/calls. */
const sameState = '='

/** Answers calls, loading the program before the first. */
export class Service {
  readonly #source: LaterSource
  readonly #onLoaded: (() => void) | undefined
  #loading: Promise<Ask> | undefined
  /** The state that crossed last, which the program still has: that of a pool with many users is a long text. */
  #state = ''

  constructor(source: LaterSource = new URL('./service.wasm', import.meta.url), onLoaded?: () => void) {
    this.#source = source
    this.#onLoaded = onLoaded
  }

  /**
   * Calls a verb and returns the lines that the program says, for answers.ts to read.
   * @throws TypeError when an argument is of the wrong type.
   * @throws ServiceFailure when the program cannot be loaded.
   * @throws Error when it ended in the call; another call starts it anew.
   */
  async ask(verb: string, text: unknown, options?: unknown, argument?: unknown): Promise<string[]> {
    const ask = await (this.#loading ??= this.#load())
    try {
      const lines = ask(verb, text !== '' && text === this.#state ? sameState : text === sameState ? '' : text, options, argument).split('\n')
      if (lines.length > 4) {
        if (lines[4] === sameState) lines[4] = text as string
        this.#state = lines[4]!
      }
      return lines
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
      this.#state = ''
      this.#onLoaded?.()
      return ask
    } catch (reason) {
      this.#loading = undefined
      throw new ServiceFailure(`What answers calls, ${file}, could not be loaded. ${reason instanceof Error ? reason.message : String(reason)}`, { cause: reason })
    }
  }
}
