import { computed, signal } from '@preact/signals'
import type { Options } from '../engine/types.ts'

/** What a person, or the page around, says of the call. */
export const saidOptions = signal<Options>({})

/** Where the text says that its pool stands; a member is absent where it does not. */
export const placeOfText = signal<Pick<Options, 'region' | 'accountId'>>({})

/** What the engine is told beside the text, which is evaluated anew when it changes. What is said goes before what is read. */
export const options = computed<Options>(() => ({ ...placeOfText.value, ...saidOptions.value }))

/** The values that a person sets for what the outside gives a text in another language, by name. */
export const parameters = signal<Readonly<Record<string, string>>>({})

/** The language that a person says the text is in, by its id; '' where it is found out from the text. */
export const saidLanguage = signal('')

/** Reads such values out of what was kept, whatever it has become: what is no text is left out. */
export function readParameters(kept: unknown): Record<string, string> {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {}
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
