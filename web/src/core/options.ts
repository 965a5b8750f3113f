import { signal } from '@preact/signals'
import type { Options } from '../engine/types.ts'

/** What the engine is told beside the text. Whoever knows more of the call sets it: the text is then evaluated anew. */
export const options = signal<Options>({})
