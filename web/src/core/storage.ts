// What the browser keeps between visits, and for as long as a tab is open. Storage may be refused (private windows, frames
// of other sites) or full: the page then works all the same, so every failure is quiet and shows only in the result.

const prefix = 'upp.'

let refused = false

/** What became of a text that was to be kept. */
export type Kept = 'kept' | 'refused' | 'full'

/** Reads and keeps nothing from now on. */
export function refuseStorage(): void {
  refused = true
}

/** Tells whether what runs here is to leave nothing behind. */
export const storageRefused = (): boolean => refused

// The mere mention of a storage that is refused throws.
const visits = (): Storage => localStorage
const tab = (): Storage => sessionStorage

function recallFrom(storage: () => Storage, name: string): string | null {
  if (refused) return null
  try {
    return storage().getItem(prefix + name)
  } catch {
    return null
  }
}

function keepIn(storage: () => Storage, name: string, text: string | null): Kept {
  if (refused) return 'refused'
  try {
    if (text === null) storage().removeItem(prefix + name)
    else storage().setItem(prefix + name, text)
    return 'kept'
  } catch (reason) {
    return reason instanceof DOMException && reason.name === 'QuotaExceededError' ? 'full' : 'refused'
  }
}

/** Reads a text that was kept for every visit; null when there is none or storage is refused. */
export const recall = (name: string): string | null => recallFrom(visits, name)

/** Keeps a text for every visit, or forgets it when null. */
export const keep = (name: string, text: string | null): Kept => keepIn(visits, name, text)

/** Reads a text that this tab kept. */
export const recallHere = (name: string): string | null => recallFrom(tab, name)

/** Keeps a text for this tab alone, reloads included. */
export const keepHere = (name: string, text: string | null): Kept => keepIn(tab, name, text)
