// What is in the import dialog. It is fetched when that is first opened.

import { Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../core/announcement.ts'
import { wordsOf } from '../core/follow.ts'
import { convertible, titleOf } from '../core/languages.ts'
import { options } from '../core/options.ts'
import { ask } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import type { Dropped, Problem, TextImport } from '../engine/types.ts'
import { loadExample } from '../request/current.ts'
import { surround, surroundings } from '../surroundings/surroundings.ts'
import { importing, readFile, taken, turnedFrom } from './import.ts'

const convertAfter = 120
const slowAfter = 600

/** The text, what it was taken for, and the request that comes of it. */
export function ImportForm({ text, close }: { text: string, close(): void }) {
  const [result, setResult] = useState<TextImport | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [resource, setResource] = useState(turnedFrom(text)?.resource ?? '')
  const [attempt, setAttempt] = useState(0)
  // The choices go with the text and not with the answer, in which they are gone once one is made.
  const [choices, setChoices] = useState<TextImport['choices']>([])
  const [whole, setWhole] = useState(false)
  const [slow, setSlow] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const empty = text.trim() === ''

  // Whoever pastes the next one means it in the place of the last.
  useEffect(() => area.current?.select(), [])

  useEffect(() => {
    setResource(turnedFrom(text)?.resource ?? '')
    setChoices([])
  }, [text])

  useEffect(() => {
    let stale = false
    setFailure(null)
    setSlow(false)
    if (empty) setResult(null)
    let waiting: ReturnType<typeof setTimeout> | undefined
    const timer = empty ? undefined : setTimeout(() => {
      waiting = setTimeout(() => setSlow(true), slowAfter)
      const { resource: _, ...around } = turnedFrom(text) ?? options.peek()
      ask('importText', text, { ...around, ...(resource && { resource }) }).then((answer) => {
        if (stale) return
        setResult(answer)
        if (answer.choices.length > 0) setChoices(answer.choices)
      }, (reason: unknown) => {
        if (stale) return
        setResult(null)
        setFailure(wordsOf(reason))
      }).finally(() => {
        clearTimeout(waiting)
        if (!stale) setSlow(false)
      })
    }, convertAfter)
    return () => {
      stale = true
      clearTimeout(timer)
      clearTimeout(waiting)
    }
  }, [text, resource, attempt])

  const choose = (event: { currentTarget: HTMLInputElement }): void => {
    const file = event.currentTarget.files?.[0]
    if (file) void readFile(file).then((contents) => { importing.value = contents }, (reason: unknown) => { setResult(null); setFailure(wordsOf(reason)) })
    event.currentTarget.value = ''
  }
  const elsewhere = result !== null && (result.region !== undefined && result.region !== surroundings.value.region || result.accountId !== undefined && result.accountId !== surroundings.value.accountId)
  const point = ({ from, to }: Place): void => {
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }
  const agree = (): void => {
    if (!result?.request) return
    close()
    taken()
    loadExample(written(result, whole), nameIn(result.request))
    if (elsewhere) surround({ region: result.region ?? surroundings.peek().region, accountId: result.accountId ?? surroundings.peek().accountId })
    announce('The request is in the editor. Undo brings the former text back.')
  }
  return (
    <div class="help-body">
      <header>
        <h2 id="import-title">Import a user pool</h2>
        <button type="button" class="button icon-only" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </header>
      <p>Turns {convertible} into a request. The engine finds out what it is. Nothing of it leaves the browser.</p>
      <label class="import-label" for="import-text">The text</label>
      <textarea
        id="import-text" ref={area} rows={7} value={text} spellcheck={false} autofocus placeholder={'{ "UserPool": { … } }  or  aws cognito-idp create-user-pool …'}
        onInput={(event) => importing.value = event.currentTarget.value}
      />
      <label class="button file-button"><input type="file" class="unseen" accept=".json,.yaml,.yml,.template,.tf,.sh,.ps1,.py,.r,.R,.txt,application/json,text/*" onChange={choose} />Choose a file…</label>
      <div aria-live="polite" class="import-result">
        {slow && !failure && <p>Fetching what reads this language…</p>}
        {failure && (
          <p class="field-wrong">The text could not be imported. {failure} <button type="button" class="text-link" onClick={() => setAttempt(attempt + 1)}>Try again</button></p>
        )}
        {surroundings.value.asOf && !empty && (
          <p class="import-asof"><Icon name="warning" /><span>Read as of {surroundings.value.asOf}: what came later is left out. <button type="button" class="text-link" onClick={() => { surround({ asOf: '' }); setAttempt(attempt + 1) }}>Use the newest API</button></span></p>
        )}
        {result && !empty && <p class="import-kind">{result.recognised ? <>Recognised: <strong>{titleOf(result.recognised)}</strong></> : 'This text is nothing that can be imported. What was looked for:'}</p>}
        {result && result.looked.length > 0 && <ul class="import-looked">{result.looked.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        {choices.length > 0 && (
          <div class="field">
            <label for="import-pool">The text has {choices.length} user pools. Which one?</label>
            <select id="import-pool" value={resource} onChange={(event) => setResource(event.currentTarget.value)}>
              <option value="">Choose…</option>
              {choices.map(({ id, from }) => <option key={id} value={id}>{id}, line {placeOf(text, from).line}</option>)}
            </select>
          </div>
        )}
        {result && result.problems.length > 0 && <Problems problems={result.problems} text={text} point={point} />}
        {result?.request && (
          <>
            <h3>The request</h3>
            <pre class="raw import-request" tabIndex={0} role="region" aria-label="The request">{written(result, whole)}</pre>
            {result.defaults && result.defaults.length > 0 && (
              <div class="import-defaults">
                <label><input type="checkbox" checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />Write what equals the service's defaults, too</label>
                <p>{result.defaults.length === 1 ? 'One member equals its default' : `${result.defaults.length} members equal their defaults`}{whole ? '' : ' and need not be written'}: {result.defaults.map((pointer, at) => <Fragment key={pointer}>{at > 0 && ', '}<code>{pointer.slice(1).replaceAll('/', '.')}</code></Fragment>)}. Defaults change over the years: a copy that has to stay the same says them.</p>
              </div>
            )}
          </>
        )}
        {result?.request && elsewhere && <p class="import-place"><Icon name="note" /><span>The text is of {[result.region, result.accountId].filter(Boolean).join(', account ')}. The surroundings are set to it with the request.</span></p>}
        {result && result.dropped.length > 0 && <DroppedList dropped={result.dropped} text={text} point={point} />}
      </div>
      <footer class="import-foot">
        <span>Takes the place of your text. Undo brings it back.</span>
        <button type="button" class="button" onClick={close}>Cancel</button>
        <button type="button" class="button primary" disabled={!result?.request} onClick={agree}>Use this request</button>
      </footer>
    </div>
  )
}

/** The request as it is taken: of an answer, with its defaults where they are wanted. */
const written = (result: TextImport, whole: boolean): string => whole && result.whole || result.request

/** What the import is called: by its pool, where that has a name. */
function nameIn(request: string): string {
  try {
    const { PoolName } = JSON.parse(request) as { PoolName?: unknown }
    return typeof PoolName === 'string' && PoolName !== '' ? PoolName : 'The import'
  } catch {
    return 'The import'
  }
}

/** A part of the text, in UTF-16 code units. */
interface Place { from: number, to: number }

function placeOf(text: string, offset: number): { line: number, column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

function Problems({ problems, text, point }: { problems: readonly Problem[], text: string, point(place: Place): void }) {
  return (
    <ul class="import-problems">
      {problems.map((problem) => {
        const { line, column } = placeOf(text, problem.from)
        return (
          <li key={`${problem.from} ${problem.message}`} class={problem.severity}>
            <Icon name={problem.severity} />
            <span>{problem.message} <button type="button" class="text-link" onClick={() => point(problem)}>Ln {line}, Col {column}</button></span>
          </li>
        )
      })}
    </ul>
  )
}

/** What was left out, by reason: the same reason often holds for many members. */
function DroppedList({ dropped, text, point }: { dropped: readonly Dropped[], text: string, point(place: Place): void }) {
  const reasons = new Map<string, Dropped[]>()
  for (const each of dropped) reasons.set(each.why, [...reasons.get(each.why) ?? [], each])
  return (
    <>
      <h3>Left out ({dropped.length})</h3>
      <ul class="dropped">
        {/* What is one member's own comes before what holds for many. */}
        {[...reasons].sort(([, a], [, b]) => a.length - b.length).map(([why, members]) => (
          <li key={why}>
            {why}
            <span class="dropped-members">
              {members.map((member) => (
                <button key={`${member.from} ${member.pointer}`} type="button" class="text-link" title={`Line ${placeOf(text, member.from).line}`} onClick={() => point(member)}><code>{member.pointer}</code></button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
