import type { ComponentType } from 'preact'
import { phase, readers, slow } from '../core/store.ts'
import { loadingShare, loadingWords } from '../reply/loading.tsx'

/** The bar at the top: how the page is doing, and what can be done with it. */
export function Header({ states, tools }: { states: readonly ComponentType[], tools: readonly ComponentType[] }) {
  return (
    <header class="top">
      <h1>
        <svg class="logo" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <g><circle cx="16" cy="10.5" r="4" /><path d="M6 20.5q2.5-2.4 5 0t5 0 5 0 5 0" /><path d="M6 25.5q2.5-2.4 5 0t5 0 5 0 5 0" opacity=".6" /></g>
        </svg>
        <span>User Pool Playground</span>
      </h1>
      <p class="tagline">Amazon Cognito’s CreateUserPool, answered here. Unofficial; nothing is sent.</p>
      {states.map((Each, at) => <Each key={at} />)}
      <div class="top-actions">{tools.map((Each, at) => <Each key={at} />)}</div>
    </header>
  )
}

/** What the engine is doing, as long as it is not ready. */
export function EngineState() {
  const now = phase.value
  if (now.name === 'failed') return <span class="engine-state" />
  if (now.name === 'ready' && readers.value?.name === 'loading') return <span class="engine-state"><span class="spinner" />Loading the language</span>
  if (now.name === 'ready') return <span class="engine-state">{slow.value && <><span class="spinner" />Working</>}</span>
  const share = loadingShare(now)
  return (
    <span class="engine-state" title={loadingWords(now)}>
      <span class="spinner" />
      <span class="engine-words">{now.name === 'starting' || share === null ? 'Loading' : `Loading ${Math.round(share * 100)} %`}</span>
    </span>
  )
}
