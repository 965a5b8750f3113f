// What the browser keeps between visits. Storage may be refused (private windows, frames of other sites) or full: the
// page then works all the same, so every failure is quiet and shows only in the result.

const prefix = 'upp.'

let refused = false

/** Reads and keeps nothing from now on. */
export function refuseStorage(): void {
  refused = true
}

/** Reads a kept text; null when there is none or storage is refused. */
export function recall(name: string): string | null {
  if (refused) return null
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

/** Keeps a text, or forgets it when null; false when storage is refused or full. */
export function keep(name: string, text: string | null): boolean {
  if (refused) return false
  try {
    if (text === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, text)
    return true
  } catch {
    return false
  }
}
