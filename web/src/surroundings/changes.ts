import { signal } from '@preact/signals'
import { ask } from '../core/store.ts'
import type { Change } from '../engine/types.ts'

/** The days on which the API changed, the newest first; null until they are known. */
export const changes = signal<readonly Change[] | null>(null)

/** Why the days could not be had; null when nothing is wrong. */
export const changesFailure = signal<string | null>(null)

let asked = false

/** Asks for the days, once: they take the engine a moment, and few people need them. */
export function askForChanges(): void {
  if (asked) return
  asked = true
  changesFailure.value = null
  ask('contract').then((contract) => {
    changes.value = contract.changes.toReversed()
  }, (reason: unknown) => {
    asked = false
    changesFailure.value = reason instanceof Error ? reason.message : String(reason)
  })
}
