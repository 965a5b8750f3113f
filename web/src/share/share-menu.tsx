import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../core/announcement.ts'
import { wordsOf } from '../core/follow.ts'
import { foreign, reading, request } from '../core/store.ts'
import { copy, CopyButton } from '../core/ui/copy-button.tsx'
import { DownloadButton } from '../core/ui/download-button.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { Popover } from '../core/ui/popover.tsx'
import { replyViews, requestViews } from '../core/views.ts'
import { comfortable } from './link.ts'
import { fromFile, linkTo } from './sharing.ts'

/** Makes a link to the request. Opening it copies the link at once; where the clipboard is refused, it can be copied by hand. */
export function ShareMenu() {
  return (
    <Popover id="share" label="Share" icon="share" class="share" title="Copies a link to this request">
      <ShareLink />
    </Popover>
  )
}

/** What files end with, by the language's syntax. */
const endings: Readonly<Record<string, string>> = { json: 'json', yaml: 'yaml', hcl: 'tf', shell: 'sh', powershell: 'ps1', python: 'py', r: 'R' }

function ShareLink() {
  const syntax = reading.value?.syntax ?? 'json'
  const field = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState('')
  const [copied, setCopied] = useState<boolean | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const text = request.value.doc?.toString() ?? ''
  useEffect(() => {
    let stale = false
    void linkTo(text).then(async (made) => {
      if (stale) return
      const given = fromFile ? new URL(made).hash : made
      setLink(given)
      history.replaceState(history.state, '', made)
      const done = await copy(given)
      setCopied(done)
      if (done) announce('Link copied.')
      field.current?.focus()
      field.current?.select()
    }, (reason: unknown) => setFailure(wordsOf(reason)))
    return () => { stale = true }
  }, [])
  return (
    <>
      <p class="share-state" aria-live="polite">
        {failure ?? (copied ? <><Icon name="check" />Link copied.</> : copied === false ? 'The browser refused the clipboard. Copy the link from here:' : 'Making the link…')}
      </p>
      {failure === null && (
        <>
          <label class="share-label" for="share-link">Link to this request and these views</label>
          <input id="share-link" ref={field} type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </>
      )}
      {fromFile && <p class="field-hint">This page is a file. Whoever has a copy of it, or knows where it is hosted, puts this behind its address.</p>}
      {link.length > comfortable && (
        <p class="field-hint">The link is {Math.ceil(link.length / 1_000)} kB long. Some mail programs and chats cut it: send the file instead.</p>
      )}
      <div class="share-actions">
        {failure === null && <CopyButton label="Copy link" text={() => link} />}
        {failure === null && !fromFile && <CopyButton label="Copy as Markdown" text={() => `[CreateUserPool request](${link})`} />}
        {!SINGLE_FILE && <CopyButton label="Copy to embed" text={() => snippet(text)} />}
        <DownloadButton
          label={foreign.value ? 'Download the text' : 'Download the request'} name={`${foreign.value ? 'user-pool' : 'create-user-pool'}.${endings[syntax] ?? 'txt'}`}
          type={syntax === 'json' ? 'application/json' : 'text/plain'} text={() => text}
        />
      </div>
      <p class="menu-foot">The request is in the link itself, after the #. It is sent to no server.</p>
    </>
  )
}

/** What a page needs to show this request as a playground. */
function snippet(request: string): string {
  const text = request.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const view = replyViews.chosen.peek()
  const written = requestViews.peek()
  const views = `${view === replyViews.usual ? '' : ` view="${view}"`}${!written || written.personal || written.id === requestViews.usual ? '' : ` request-view="${written.id}"`}`
  return `<script async src="${new URL('embed.js', location.href).href}"></script>\n<user-pool-playground${views}><pre>${text}</pre></user-pool-playground>\n`
}
