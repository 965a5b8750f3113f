import { useEffect, useRef, useState } from 'preact/hooks'
import { loadExample } from '../editor/current.ts'
import type { Dropped, Import, Problem } from '../engine/types.ts'
import { announce } from '../state/announcement.ts'
import { importing } from '../state/import.ts'
import { ask, options } from '../state/playground.ts'
import { Icon } from './icons.tsx'

const convertAfter = 120

/** Turns an answer into a request. The editor is left alone until the person agrees, and undo brings its text back. */
export function ImportDialog() {
  const text = importing.value
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (text !== null && !dialog.current?.open) dialog.current?.showModal()
    else if (text === null) dialog.current?.close()
  }, [text])
  return (
    <dialog
      ref={dialog} class="help import" aria-labelledby="import-title" onClose={() => importing.value = null}
      onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close() }}
    >
      {text !== null && <ImportForm text={text} close={() => dialog.current?.close()} />}
    </dialog>
  )
}

function ImportForm({ text, close }: { text: string, close(): void }) {
  const [result, setResult] = useState<Import | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const empty = text.trim() === ''

  useEffect(() => {
    let stale = false
    setFailure(null)
    if (empty) setResult(null)
    const timer = empty ? undefined : setTimeout(() => {
      ask('importDescription', text, options.peek()).then((answer) => {
        if (!stale) setResult(answer)
      }, (reason: unknown) => {
        if (stale) return
        setResult(null)
        setFailure(reason instanceof Error ? reason.message : String(reason))
      })
    }, convertAfter)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text])

  const choose = (event: { currentTarget: HTMLInputElement }): void => {
    const file = event.currentTarget.files?.[0]
    if (file) void file.text().then((contents) => { importing.value = contents }, () => setFailure('The file could not be read.'))
    event.currentTarget.value = ''
  }
  const point = ({ from, to }: Problem): void => {
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }
  const agree = (): void => {
    if (!result?.request) return
    const { request } = result
    close()
    loadExample(request, 'The import')
    announce('The request is in the editor. Undo brings the former text back.')
  }
  return (
    <div class="help-body">
      <header>
        <h2 id="import-title">Import a user pool</h2>
        <button type="button" class="button icon-only" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </header>
      <p>Turns an answer of DescribeUserPool or CreateUserPool, as the AWS CLI, an SDK or the wire prints it, into the shortest request that makes the same pool.</p>
      <label class="import-label" for="import-text">The answer</label>
      <textarea
        id="import-text" ref={area} rows={7} value={text} spellcheck={false} autofocus placeholder={'{ "UserPool": { … } }'}
        onInput={(event) => importing.value = event.currentTarget.value}
      />
      <label class="button file-button"><input type="file" accept=".json,application/json,text/plain" class="unseen" onChange={choose} />Choose a file…</label>
      <div aria-live="polite" class="import-result">
        {failure && <p class="field-wrong">The engine gave no answer. {failure}</p>}
        {result && result.problems.length > 0 && <Problems problems={result.problems} text={text} point={point} />}
        {result?.request && (
          <>
            <h3>The request</h3>
            <pre class="raw import-request" tabIndex={0} role="region" aria-label="The request">{result.request}</pre>
            {result.dropped.length > 0 && <DroppedList dropped={result.dropped} />}
          </>
        )}
      </div>
      <footer class="import-foot">
        <span>Takes the place of your text. Undo brings it back.</span>
        <button type="button" class="button" onClick={close}>Cancel</button>
        <button type="button" class="button primary" disabled={!result?.request} onClick={agree}>Use this request</button>
      </footer>
    </div>
  )
}

function Problems({ problems, text, point }: { problems: readonly Problem[], text: string, point(problem: Problem): void }) {
  return (
    <ul class="import-problems">
      {problems.map((problem) => {
        const before = text.slice(0, problem.from).split('\n')
        return (
          <li key={`${problem.from} ${problem.message}`} class={problem.severity}>
            <Icon name={problem.severity} />
            <span>{problem.message} <button type="button" class="text-link" onClick={() => point(problem)}>Ln {before.length}, Col {before.at(-1)!.length + 1}</button></span>
          </li>
        )
      })}
    </ul>
  )
}

/** What was left out, by reason: the same reason often holds for many members. */
function DroppedList({ dropped }: { dropped: readonly Dropped[] }) {
  const reasons = new Map<string, Dropped[]>()
  for (const each of dropped) reasons.set(each.why, [...reasons.get(each.why) ?? [], each])
  return (
    <>
      <h3>Left out ({dropped.length})</h3>
      <ul class="dropped">
        {[...reasons].map(([why, members]) => (
          <li key={why}>{why}<span class="dropped-members">{members.map(({ pointer }) => <code key={pointer}>{pointer}</code>)}</span></li>
        ))}
      </ul>
    </>
  )
}
