// What the outside gives a text in another language: a template's parameters, variables, the environment. Here is what a person
// has set of it; what there is to set, and what comes of it, the engine says.

import { computed, effect, signal } from '@preact/signals'
import { parameters, readParameters } from '../core/options.ts'
import { keep, keepHere, recall, recallHere } from '../core/storage.ts'
import { reading } from '../core/store.ts'

const slot = 'parameters'

function recalled(): Record<string, string> {
  try {
    return readParameters(JSON.parse(recallHere(slot) ?? recall(slot) ?? '{}'))
  } catch {
    return {}
  }
}

parameters.value = recalled()

effect(() => {
  const text = Object.keys(parameters.value).length > 0 ? JSON.stringify(parameters.value) : null
  keep(slot, text)
  keepHere(slot, text)
})

/** Those that are set of what the text has: what another text has is not this one's. */
export const parametersInUse = computed(() => {
  const names = new Set(reading.value?.parameters.map(({ name }) => name))
  return Object.fromEntries(Object.entries(parameters.value).filter(([name]) => names.has(name)))
})

/** Sets a value; null takes it back. */
export function setParameter(name: string, value: string | null): void {
  const { [name]: _, ...others } = parameters.peek()
  parameters.value = value === null ? others : { ...others, [name]: value }
}

/** True while the panel is open. */
export const parametersOpen = signal(false)

/** How many parameters there are to set, or else unknown values to look at. */
export const parametersCount = computed(() => reading.value ? reading.value.parameters.length || reading.value.unknowns.length : 0)
