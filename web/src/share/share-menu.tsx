import { useEffect, useRef, useState } from 'preact/hooks'
import { wordsOf } from '../core/follow.ts'
import { foreign, reading, request } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { DownloadButton } from '../core/ui/download-button.tsx'
import { Popover } from '../core/ui/popover.tsx'
import { replyViews, requestViews } from '../core/views.ts'
import { comfortable } from './link.ts'
import { fromFile, linkTo } from './sharing.ts'

/** Makes a link to the request. What is in the clipboard stays there until somebody copies the link. */
export function ShareMenu() {
  return (
    <Popover id="share" label="Share" icon="share" class="share" title="A link to this request, a file of it, and what embeds it">
      <ShareLink />
    </Popover>
  )
}

/** What files end with, by the language's syntax. */
const endings: Readonly<Record<string, string>> = { json: 'json', yaml: 'yaml', hcl: 'tf', shell: 'sh', powershell: 'ps1', python: 'py', r: 'R' }

function ShareLink() {
  const syntax = reading.value?.syntax ?? 'json'
  const copying = useRef<HTMLDivElement>(null)
  const [link, setLink] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const text = request.value.doc?.toString() ?? ''
  useEffect(() => {
    let stale = false
    void linkTo(text).then((made) => {
      if (stale) return
      setLink(fromFile ? new URL(made).hash : made)
      history.replaceState(history.state, '', made)
    }, (reason: unknown) => setFailure(wordsOf(reason)))
    return () => { stale = true }
  }, [])
  useEffect(() => {
    if (link !== '') copying.current?.querySelector('button')?.focus()
  }, [link])
  return (
    <>
      <p class="share-state" aria-live="polite">
        {failure ?? (link === '' ? 'Making the link…' : 'The link is in the address bar, too.')}
      </p>
      {failure === null && (
        <>
          <label class="share-label" for="share-link">Link to this request and these views</label>
          <input id="share-link" type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </>
      )}
      {fromFile && <p class="field-hint">This page is a file. Whoever has a copy of it, or knows where it is hosted, puts this behind its address.</p>}
      {link.length > comfortable && (
        <p class="field-hint">The link is {Math.ceil(link.length / 1_000)} kB long. Some mail programs and chats cut it: send the file instead.</p>
      )}
      <div class="share-actions" ref={copying}>
        {link !== '' && <CopyButton label="Copy link" text={() => link} />}
        {link !== '' && !fromFile && <CopyButton label="Copy as Markdown" text={() => `[CreateUserPool request](${link})`} />}
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
