import { signal } from '@preact/signals'

/** The JSON pointer of what the cursor or the focus stands in, in the request; '' for the whole. */
export const requestPointer = signal('')
