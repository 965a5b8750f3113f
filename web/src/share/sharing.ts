// Opening a link and making one. A link that is opened never costs the draft: what was written before waits until it is
// taken back.

import type { Text } from '@codemirror/state'
import { signal } from '@preact/signals'
import { baseline, kept } from '../compare/comparison.ts'
import { arrive, carriedInLinks } from '../core/carried.ts'
import { embedded } from '../core/embedding.ts'
import { sample } from '../core/examples.ts'
import { parameters } from '../core/options.ts'
import { replyViews, requestViews } from '../core/views.ts'
import { aside, setAside } from '../draft/aside.ts'
import { recallDraft } from '../draft/draft.ts'
import { settleDraft } from '../draft/keeping.ts'
import { restoreAside } from '../draft/restoring.ts'
import { id as exportView, target } from '../export/export.ts'
import { parametersInUse } from '../parameters/parameters.ts'
import { replaceLinked } from '../request/current.ts'
import { surroundings } from '../surroundings/surroundings.ts'
import { BrokenLink, isLink, readLink, writeLink, type Linked } from './link.ts'

/** Why a link could not be opened; null when none failed. */
export const brokenLink = signal<string | null>(null)

/** The text that came by link; it is nobody's draft until it is changed. */
let linkedText: string | null = null

/** Opens the link in the address, now and whenever another one is put there. */
export function followLinks(): () => void {
  const open = (): void => {
    settleDraft()
    if (isLink(location.hash)) void openLink()
    else leaveLink()
  }
  addEventListener('hashchange', open)
  open()
  return () => removeEventListener('hashchange', open)
}

/** Who goes back from a link goes back to what was there before it, too. */
function leaveLink(): void {
  if (linkedText === null || aside.peek()?.why !== 'link') return
  linkedText = null
  restoreAside()
}

/** Opens the link in the address. The draft has to be kept by then. */
async function openLink(): Promise<void> {
  let linked: Linked
  try {
    linked = await readLink(location.hash)
  } catch (reason) {
    if (!(reason instanceof BrokenLink)) throw reason
    brokenLink.value = reason.message
    clearAddress()
    return
  }
  brokenLink.value = null
  const text = recallDraft()
  if (text !== null && text !== sample && text !== linked.request) setAside({ text, surroundings: JSON.stringify(surroundings.peek()), parameters: parameters.peek(), why: 'link' })
  surroundings.value = linked.surroundings
  parameters.value = linked.parameters
  arrive(linked.views)
  // What is embedded is shown as the page around wants it.
  if (!embedded.peek()) {
    const view = requestViews.find(linked.requestView)
    if (view && view.id !== requestViews.usual) requestViews.chosen.value = view.id
    replyViews.chosen.value = replyViews.find(linked.replyView)?.id ?? replyViews.usual
  }
  if (linked.tool) target.value = linked.tool
  if (linked.kept) {
    kept.value = linked.kept
    baseline.value = 'a'
  }
  linkedText = linked.request
  replaceLinked(linked.request)
}

/** Tells whether a changed text is still the link's. If not, the link leaves the address: a reload would bring it back. */
export function stillLinked(doc: Text): boolean {
  if (linkedText !== null && doc.length === linkedText.length && doc.toString() === linkedText) return true
  linkedText = null
  clearAddress()
  return false
}

/** What the view in sight adds to a link: what others were told is not what is shown. */
function carriedInUse(): Readonly<Record<string, unknown>> {
  const view = replyViews.chosen.peek()
  const what = carriedInLinks(view)
  return what === undefined ? {} : { [view]: what }
}

/** The address of a page, this one when none is said, with this request in it. */
export async function linkTo(request: string, page: URL = new URL(location.href)): Promise<string> {
  const view = requestViews.peek()
  const hash = await writeLink({
    request, surroundings: surroundings.peek(), parameters: parametersInUse.peek(), requestView: view && !view.personal ? view.id : requestViews.usual, replyView: replyViews.chosen.peek(),
    tool: replyViews.chosen.peek() === exportView ? target.peek() : '', kept: kept.peek(), views: carriedInUse(),
  })
  return new URL(hash, page).href
}

/**
 * True where the page was opened from a file: its address leads nowhere on other machines, and tells the names of folders.
 * What goes behind the address of any copy of the page is then the link.
 */
export const fromFile = location.protocol === 'file:'

function clearAddress(): void {
  if (isLink(location.hash)) history.replaceState(history.state, '', location.pathname + location.search)
}
