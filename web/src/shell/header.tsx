import { readyOffline } from '../offline/offline.ts'
import { phase, slow } from '../core/store.ts'
import { openImport } from '../import/import.ts'
import { nextTheme, theme } from '../theme/theme.ts'
import { ExamplesMenu } from '../examples/examples-menu.tsx'
import { Help } from '../help/help.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { loadingShare, loadingWords } from '../reply/loading.tsx'
import { ShareMenu } from '../share/share-menu.tsx'

/** The bar at the top. */
export function Header() {
  return (
    <header class="top">
      <h1>
        <svg class="logo" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <g><circle cx="16" cy="10.5" r="4" /><path d="M6 20.5q2.5-2.4 5 0t5 0 5 0 5 0" /><path d="M6 25.5q2.5-2.4 5 0t5 0 5 0 5 0" opacity=".6" /></g>
        </svg>
        <span>User Pool Playground</span>
      </h1>
      <EngineState />
      {readyOffline.value && <span class="offline-state wide-only" title="The page is kept in this browser and opens without a network."><Icon name="check" />Ready offline</span>}
      <div class="top-actions">
        <ExamplesMenu />
        <button type="button" class="button wide-only" aria-haspopup="dialog" title="Turn a DescribeUserPool answer, an AWS CLI command, CloudFormation, Terraform, boto3 or paws code into a request" onClick={() => openImport()}>Import…</button>
        <ShareMenu />
        <ThemeButton />
        <Help />
      </div>
    </header>
  )
}

function EngineState() {
  const now = phase.value
  if (now.name === 'failed') return <span class="engine-state" />
  if (now.name === 'ready') return <span class="engine-state">{slow.value && <><span class="spinner" />Working</>}</span>
  const share = loadingShare(now)
  return (
    <span class="engine-state" title={loadingWords(now)}>
      <span class="spinner" />
      <span class="engine-words">{now.name === 'starting' || share === null ? 'Loading' : `Loading ${Math.round(share * 100)} %`}</span>
    </span>
  )
}

const nextName = { system: 'light', light: 'dark', dark: 'system' } as const

function ThemeButton() {
  const now = theme.value
  return (
    <button
      type="button" class="button icon-only" onClick={nextTheme}
      aria-label={`Theme: ${now}. Change to ${nextName[now]}.`} title={`Theme: ${now}`}
    >
      <Icon name={now} />
    </button>
  )
}
