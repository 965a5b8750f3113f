import { computed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { walkProblems } from '../request/current.ts'
import { announceProblems, announcement } from '../core/announcement.ts'
import { embedded } from '../core/embedding.ts'
import { narrow, shownPane, sizes, usualSizes, type Pane } from '../core/layout.ts'
import { problems, reply } from '../core/store.ts'
import { Banners } from './banners.tsx'
import { dragOver, drop } from '../import/drop.ts'
import { EmbedFoot } from '../embed/foot.tsx'
import { focusReference, walkPanes } from './focus.ts'
import { Header } from './header.tsx'
import { helpOpen } from '../help/help.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { ImportDialog } from '../import/import-dialog.tsx'
import { ProblemsPane } from '../problems/problems-pane.tsx'
import { ReferencePane } from '../reference/reference-pane.tsx'
import { ReplyPane } from '../reply/reply-pane.tsx'
import { RequestPane } from '../request/request-pane.tsx'
import { Splitter } from '../core/ui/splitter.tsx'

/** The whole page. */
export function Playground({ root }: { root: ShadowRoot }) {
  useEffect(announceProblems, [])
  const { request, problems: problemsShare, problemsOpen } = sizes.value
  const press = (event: KeyboardEvent): void => {
    // In the editor its own binding has already answered.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return
    const writing = event.composedPath()[0] instanceof HTMLElement && (event.composedPath()[0] as HTMLElement).matches('input, textarea, select, [contenteditable=true]')
    if (event.key === 'F8') walkProblems(event.shiftKey ? 'previous' : 'next')
    else if (event.key === 'F6') walkPanes(root, event.shiftKey ? -1 : 1)
    else if (event.key === 'F1' && event.altKey) focusReference(root)
    else if (event.key === '?' && !writing) helpOpen.value = true
    else return
    event.preventDefault()
  }
  return (
    <div class={`shell ${embedded.value ? 'embedded' : ''}`} onKeyDown={press} {...(embedded.value ? {} : { onDragOver: dragOver, onDropCapture: drop })}>
      {!embedded.value && <Header />}
      <Banners />
      <main class="work" data-problems={problemsOpen ? 'open' : 'closed'} style={{ '--request': `${request}%`, '--problems': `${problemsShare}%` }}>
        <RequestPane root={root} />
        <Splitter
          orientation="vertical" label="Width of the request" controls="request" value={request} usual={usualSizes.request}
          min={20} max={75} onChange={(value) => sizes.value = { ...sizes.value, request: value }}
        />
        <ReplyPane />
        <Splitter
          orientation="horizontal" label="Height of the problems" controls="problems" value={problemsShare} usual={usualSizes.problems}
          min={15} max={70} onChange={(value) => sizes.value = { ...sizes.value, problems: value }}
        />
        <div class="below">
          <ProblemsPane />
          {!embedded.value && <ReferencePane hidden={!problemsOpen && !narrow.value} />}
        </div>
      </main>
      <Tabs />
      {embedded.value ? <EmbedFoot /> : <ImportDialog />}
      <div class="unseen" role="status" aria-live="polite">{announcement}</div>
    </div>
  )
}

const names: Readonly<Record<Pane, string>> = { request: 'Request', reply: 'Reply', problems: 'Problems', reference: 'Reference' }

const status = computed(() => reply.value?.status ?? null)
const problemCount = computed(() => problems.value.length)

function Tabs() {
  const show = (pane: Pane): void => {
    shownPane.value = pane
    // A folded list would leave this tab empty.
    if (pane === 'problems') sizes.value = { ...sizes.value, problemsOpen: true }
  }
  return (
    <nav class="tabs" aria-label="Panes">
      {(Object.keys(names) as Pane[]).filter((pane) => !(embedded.value && pane === 'reference')).map((pane) => (
        <button type="button" key={pane} aria-pressed={shownPane.value === pane} onClick={() => show(pane)}>
          {names[pane]}
          {pane === 'reply' && status.value !== null && <span class={`dot ${status.value === 200 ? 'good' : 'bad'}`}><Icon name={status.value === 200 ? 'check' : 'error'} /><span class="unseen">{status}</span></span>}
          {pane === 'problems' && status.value !== null && <span class="count">{problemCount}</span>}
        </button>
      ))}
    </nav>
  )
}
