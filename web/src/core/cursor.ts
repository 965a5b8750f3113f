import { signal } from '@preact/signals'

/** Where the cursor is in the request: its offset in UTF-16 units, and as people count. */
export const cursor = signal({ offset: 0, line: 1, column: 1 })
