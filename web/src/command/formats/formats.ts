// The forms in which findings are written: one file a form.

import type { Write } from './run.ts'

/** Loads a form when it is asked for, so that a run has none in it that it does not write. */
export const formats: Record<string, () => Promise<Write>> = {
  text: async () => (await import('./text.ts')).write,
  json: async () => (await import('./json.ts')).write,
  sarif: async () => (await import('./sarif.ts')).write,
  github: async () => (await import('./github.ts')).write,
  junit: async () => (await import('./junit.ts')).write,
  gitlab: async () => (await import('./gitlab.ts')).write,
}
