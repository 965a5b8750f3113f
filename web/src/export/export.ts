import { effect, signal } from '@preact/signals'
import { follow, wordsOf } from '../core/follow.ts'
import { keep, recall } from '../core/storage.ts'
import { ask, reading } from '../core/store.ts'
import { replyViews } from '../core/views.ts'
import type { ExportTarget } from '../engine/engine.ts'
import { expressedIn } from './expressions.ts'

/** What names the export among the views. */
export const id = 'export'

const first = 'aws-cli'

const shown = (): boolean => replyViews.chosen.value === id

/** The tools to choose from; empty until they are known. */
export const targets = signal<readonly ExportTarget[]>([])

/** Why the tools could not be had; null when nothing is wrong. */
export const targetsFailure = signal<string | null>(null)

/** The chosen tool, remembered between visits. */
export const target = signal(recall('export-target') ?? first)

/** The request in the chosen tool's words. */
export const exported = follow(() => {
  void target.value
  return shown()
}, 'exportAs', (text, options) => {
  const read = reading.peek()
  return [target.peek(), text, read ? expressedIn(target.peek(), read, options) : options]
})

effect(() => {
  keep('export-target', target.value === first ? null : target.value)
})

let asked = false

// The tools are asked for once, when someone first looks.
effect(() => {
  if (!shown() || asked) return
  asked = true
  ask('contract').then(({ exports }) => {
    targets.value = exports
    targetsFailure.value = null
    // One that was remembered may be gone.
    if (!exports.some((each) => each.id === target.peek())) target.value = first
  }, (reason: unknown) => {
    asked = false
    targetsFailure.value = wordsOf(reason)
  })
})
