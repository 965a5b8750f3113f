import type { Field } from '../engine/engine.ts'
import type { Filling } from './filling.ts'

/** What comes of a field that is left out; `filled` is what the service fills in. */
export function leftOut({ pointer, update, default: fills }: Field, { updates }: Filling, filled: string): string {
  // Inside a block that an update gives, what is left out goes to its default.
  if (updates && pointer.lastIndexOf('/') === 0) {
    if (update === 'kept') return 'left out: stays as it is'
    if (update === 'unknown') return 'left out: what comes of it is not certain'
    if (update === 'reset') return fills ? `left out: set back to ${filled}` : 'left out: gone afterwards'
  }
  return fills ? `left out: ${filled}` : 'left out'
}
