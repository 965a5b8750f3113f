import { signal } from '@preact/signals'

/** True while the dialog is open that says what AWS said otherwise. */
export const disagreeing = signal(false)
