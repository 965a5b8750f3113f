// What features have to know of the page around an embedded playground. Outside of embed.html nothing of this is set.

import { signal } from '@preact/signals'

/** True in embed.html. */
export const embedded = signal(false)

/** True when the request is only to be read. */
export const readOnly = signal(false)

/** True while the request is still to come from the page around. */
export const awaiting = signal(false)
