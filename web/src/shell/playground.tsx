// The page's layout: where each pane stands, what is around them, and the keys. What there is to show stands in features.ts.

import type { Text } from '@codemirror/state'
import { useCallback, useEffect, useLayoutEffect } from 'preact/hooks'
import { announcement } from '../core/announcement.ts'
import { awaiting, embedded } from '../core/embedding.ts'
import { sample } from '../core/examples.ts'
import { narrow, sizes, usualSizes } from '../core/layout.ts'
import { Splitter } from '../core/ui/splitter.tsx'
import { DisagreeDialog } from '../disagree/disagree-dialog.tsx'
import { recallDraft } from '../draft/draft.ts'
import { keepLater } from '../draft/keeping.ts'
import { takeOver } from '../early/taken.ts'
import { EmbedFoot } from '../embed/foot.tsx'
import { ExplainDialog } from '../explain/explain-dialog.tsx'
import { helpOpen } from '../help/help.tsx'
import { dragOver, drop } from '../import/drop.ts'
import { ImportDialog } from '../import/import-dialog.tsx'
import { LanguageChip, LanguageLine } from '../language/language.tsx'
import { announceProblems } from '../problems/announced.ts'
import { ProblemsPane } from '../problems/problems-pane.tsx'
import { ReferencePane } from '../reference/reference-pane.tsx'
import { ReplyPane } from '../reply/reply-pane.tsx'
import { redoLast, undoLast, walkProblems } from '../request/current.ts'
import { RequestPane } from '../request/request-pane.tsx'
import { followLinks, stillLinked } from '../share/sharing.ts'
import { welcome } from '../welcome/welcome.ts'
import { TourGuide, WelcomeBar } from '../welcome/welcome-bar.tsx'
import { Banners } from './banners.tsx'
import { banners, panes, states, tools } from './features.ts'
import { focusReference, keepFocus, walkPanes } from './focus.ts'
import { Header } from './header.tsx'
import { Tabs } from './tabs.tsx'

/** The whole page. */
export function Playground({ root }: { root: ShadowRoot }) {
  useEffect(announceProblems, [])
  useLayoutEffect(welcome, [])
  const Bar = useCallback(() => <><WelcomeBar root={root} /><LanguageLine /></>, [])
  const { request, problems: problemsShare, problemsOpen } = sizes.value
  const press = (event: KeyboardEvent): void => {
    // In the editor its own binding has already answered.
    if (event.defaultPrevented) return
    const control = event.composedPath()[0]
    const types = control instanceof HTMLElement && control.matches('input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]')
    if ((event.ctrlKey || event.metaKey) && !types && /^[zy]$/i.test(event.key)) {
      if (event.shiftKey || event.key.toLowerCase() === 'y') redoLast()
      else undoLast()
      event.preventDefault()
    }
    if (event.ctrlKey || event.metaKey) return
    const writing = event.composedPath()[0] instanceof HTMLElement && (event.composedPath()[0] as HTMLElement).matches('input, textarea, select, [contenteditable=true]')
    if (event.key === 'F8') walkProblems(event.shiftKey ? 'previous' : 'next')
    else if (event.key === 'F6') walkPanes(root, event.shiftKey ? -1 : 1)
    else if (event.key === 'F1' && event.altKey) focusReference(root)
    else if (event.key === '?' && !writing) helpOpen.value = true
    else return
    event.preventDefault()
  }
  return (
    <div class={`shell ${embedded.value ? 'embedded' : ''}`} onKeyDown={press} onClickCapture={(event) => keepFocus(root, event)} {...(embedded.value ? {} : { onDragOver: dragOver, onDropCapture: drop })}>
      {!embedded.value && <Header states={states} tools={tools} />}
      <Banners of={banners} />
      <main class="work" data-problems={problemsOpen ? 'open' : 'closed'} style={{ '--request': `${request}%`, '--problems': `${problemsShare}%` }}>
        <RequestPane
          root={root} text={() => recallDraft() ?? (awaiting.peek() ? '' : sample)} changed={changed}
          there={(view) => {
            takeOver(view)
            return followLinks()
          }}
          Chip={LanguageChip} Bar={Bar}
          keys={[{ key: 'Alt-F1', run: () => focusReference(root) }]}
        />
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
      <Tabs of={panes.filter(({ id }) => !(embedded.value && id === 'reference'))} />
      {embedded.value ? <EmbedFoot /> : <><ImportDialog /><ExplainDialog /><DisagreeDialog /></>}
      <TourGuide root={root} />
      <div class="unseen" role="status" aria-live="polite">{announcement}</div>
    </div>
  )
}

/** Each text is kept, once it is somebody's: that of a link is nobody's until it is changed. */
function changed(doc: Text, first: boolean): void {
  if (!first && !stillLinked(doc)) keepLater()
}
