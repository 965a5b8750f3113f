/** Where in the text something stands, which typing before it changes without anything new being said. */
const places = new Set(['from', 'to', 'edits'])

/** True when two parts of answers say the same, wherever in the text they stand. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => alike(each, b[at]))
  const names = Object.keys(a)
  return names.length === Object.keys(b).length &&
    names.every((name) => name in b && (places.has(name) || alike(a[name as keyof typeof a], b[name as keyof typeof b])))
}
