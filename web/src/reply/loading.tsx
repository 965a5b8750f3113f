import type { Phase } from '../core/client/client.ts'
import { phase, readers } from '../core/store.ts'

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** What the engine is doing, in words. */
export function loadingWords(now: Phase): string {
  switch (now.name) {
    case 'downloading':
      return now.total ? `Downloading ${megabytes(now.received)} of ${megabytes(now.total)} MB` : 'Downloading'
    case 'starting': return 'Starting'
    case 'ready': return 'Ready'
    case 'failed': return now.title
  }
}

/** How far what reads the text's language is, in words. */
export function readersWords(): string {
  const now = readers.value
  if (now?.name !== 'loading') return 'What reads this language could not be fetched'
  return `Fetching what reads this language${now.total ? `, ${megabytes(now.received)} of ${megabytes(now.total)} MB` : ''}`
}

/** How much has arrived, from 0 to 1; null when that is not known. */
export function loadingShare(now: Phase): number | null {
  return now.name === 'downloading' && now.total > 0 ? Math.min(1, now.received / now.total) : null
}

/** What stands in place of the reply until the engine is ready. */
export function Loading() {
  const now = phase.value
  const share = loadingShare(now)
  if (now.name === 'failed') {
    return (
      <div class="placeholder">
        <p class="placeholder-title">No answer without the engine</p>
        <p>Your text is safe, and you can go on writing.</p>
      </div>
    )
  }
  return (
    <div class="placeholder">
      <p class="placeholder-title">{now.name === 'ready' ? readers.value ? readersWords() : 'Evaluating' : 'Loading the engine'}</p>
      <progress max={1} {...(share === null ? {} : { value: share })} aria-label="Loading the engine" />
      <p>{loadingWords(now)}</p>
      <p class="placeholder-hint">You can start writing. The answer appears as soon as it is there.</p>
    </div>
  )
}
