// A text that is filled in by fields. The engine says which bytes a change takes; here is only in which order the changes are
// made, and what the fields of one form share.

import { computed, signal, type ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { announce } from '../core/announcement.ts'
import { wordsOf } from '../core/follow.ts'
import type { Edit, Fix, FormChange, FormEdit, Problem } from '../engine/engine.ts'

/** The text that a form fills in. */
export interface Filled {
  /** As it is now; null while there is none. */
  text(): string | null
  /** What a change does to it. */
  change(text: string, edit: FormEdit): Promise<FormChange>
  /** Makes edits of the text as it is. */
  apply(edits: readonly Edit[]): void
  /** Makes a fix of one of the problems. */
  mend(fix: Fix): void
  problems: ReadonlySignal<readonly Problem[]>
  /** True where it changes a pool: what is left out of it may stay as it is. */
  updates?: boolean
}

/** A change on its way; `settle` is told where what was changed is now, or null when it was refused. */
interface Waiting { edit: FormEdit, settle(pointer: string | null): void }

/** A form over a text: what is changed in it, and what is open. */
export class Filling {
  /** The problems by the field that they stand at. */
  readonly problemsAt = computed(() => {
    const at = new Map<string, Problem[]>()
    for (const problem of this.#filled.problems.value) at.set(problem.pointer, [...at.get(problem.pointer) ?? [], problem])
    return at
  })

  /** The field that the form is asked to go to; a new object each time. */
  readonly target = signal<{ pointer: string } | null>(null)

  /** The blocks that a person has opened or closed, by pointer; the others are open when they are given. */
  readonly folded = signal<ReadonlyMap<string, boolean>>(new Map())

  /** Why the last change could not be made, and where; null when it could. */
  readonly refused = signal<{ pointer: string, why: string } | null>(null)

  readonly #filled: Filled
  readonly #waiting: Waiting[] = []
  #making = false

  /** True where the form is of a call that changes a pool. */
  readonly updates: boolean

  constructor(filled: Filled) {
    this.#filled = filled
    this.updates = filled.updates ?? false
  }

  /**
   * Changes a field. Changes are made one after the other, each on the text as it then is; of several that set one field, the
   * last is made.
   */
  change(edit: FormEdit): Promise<string | null> {
    return new Promise((settle) => {
      const last = this.#waiting.at(-1)
      if (last && last.edit.op === 'set' && edit.op === 'set' && last.edit.pointer === edit.pointer) {
        last.settle(null)
        this.#waiting.pop()
      }
      this.#waiting.push({ edit, settle })
      void this.#makeAll()
    })
  }

  /** Changes a field and goes to where it then is. */
  async changeAndGo(edit: FormEdit): Promise<void> {
    const pointer = await this.change(edit)
    if (pointer !== null) this.target.value = { pointer }
  }

  mend(fix: Fix): void {
    this.#filled.mend(fix)
  }

  /** Opens the blocks around the wanted field and puts the focus into it. False where there is no such field on the list. */
  goToTarget(list: HTMLElement): boolean {
    const target = this.target.peek()
    if (!target) return true
    const { pointer } = target
    const shut: string[] = []
    for (let end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1)) shut.push(pointer.slice(0, end))
    if (shut.some((block) => this.folded.peek().get(block) !== true)) {
      this.folded.value = new Map([...this.folded.peek(), ...shut.map((block) => [block, true] as const)])
      return true
    }
    const row = list.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`)
    if (!row) return false
    this.target.value = null
    // In a block it is the first thing to fill in, and not what folds it.
    const control = row.querySelector<HTMLElement>(':is(input, select, textarea):not([type=checkbox])') ?? row.querySelector<HTMLElement>('button')
    control?.focus()
    row.scrollIntoView({ block: 'nearest' })
    return true
  }

  async #makeAll(): Promise<void> {
    if (this.#making) return
    this.#making = true
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next.settle(await this.#make(next.edit))
    this.#making = false
  }

  async #make(edit: FormEdit): Promise<string | null> {
    const text = this.#filled.text()
    if (text === null) return null
    let change: FormChange
    try {
      change = await this.#filled.change(text, edit)
    } catch (reason) {
      change = { edits: [], pointer: '', refused: wordsOf(reason) }
    }
    // A fix or an undo came between: what was asked is still wanted.
    if (this.#filled.text() !== text) return this.#make(edit)
    if (change.refused) {
      this.refused.value = { pointer: edit.pointer, why: change.refused }
      announce(change.refused)
      return null
    }
    this.refused.value = null
    this.#filled.apply(change.edits)
    return change.pointer
  }
}

/** The form that fields stand in. */
export const InForm = createContext<Filling | null>(null)

export function useFilling(): Filling {
  return useContext(InForm)!
}
