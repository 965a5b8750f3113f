import { useEffect, useId, useRef } from 'preact/hooks'
import { CallEditor } from '../calls/call-editor.tsx'
import { CallsAsCode } from '../calls/calls-as-code.tsx'
import { whyNoPool } from '../calls/no-pool.ts'
import { isThere } from '../calls/operations-on.ts'
import { PassedOver, ProblemList } from '../calls/problem-list.tsx'
import { layOut } from '../core/body.ts'
import { options } from '../core/options.ts'
import { reading } from '../core/store.ts'
import { leftOpen, standIns } from '../core/unknowns.ts'
import { Hanging } from '../core/ui/hanging.tsx'
import { Icon } from '../core/ui/icons.tsx'
import type { PoolChange } from '../engine/engine.ts'
import { failure, halfWritten, lookedAt, make, opened, operation, operations, outcome, pasted, plan, planned, sendAlong, steps, takeBack, takeCall, takenId, text, turned, write, type Operation, type Outcome } from './update.ts'

/** What an update does to the pool: what it is given, and what it sets back though nobody asked. */
export function UpdateBody() {
  return (
    <div class="update" tabIndex={0} role="region" aria-label="What a call does to the pool">
      <Before />
      {halfWritten.value && opened.value?.state != null && <p class="stale-label" role="status">The request is not whole at the moment. Below: from the last one that could be read.</p>}
      {opened.value?.state != null && <PassedOver class="update-part" problems={opened.value.problems} />}
      {opened.value && (opened.value.state === null ? <NoPool /> : <Call />)}
      {failure.value !== null && <p class="update-wrong" role="alert">{failure.value}</p>}
      {opened.value?.state != null && steps.value.length > 0 && <Made />}
      {failure.value === null && opened.value?.state != null && outcome.value && <After outcome={steps.value[lookedAt.value ?? -1]?.done ?? outcome.value} />}
      {opened.value?.state != null && <Code />}
      {pasted.value !== null && opened.value?.state != null && <Way />}
    </div>
  )
}

function Before() {
  const name = useId()
  return (
    <section class="update-part">
      <div class="update-bar">
        <label for={name}>Current pool</label>
        <select id={name} value={pasted.value === null ? 'request' : 'pasted'} onChange={(event) => pasted.value = event.currentTarget.value === 'pasted' ? '' : null}>
          <option value="request">the one that the request creates</option>
          <option value="pasted">pasted below</option>
        </select>
      </div>
      {pasted.value !== null && (
        <textarea
          aria-label="Current pool" rows={5} spellcheck={false} autocapitalize="off" value={pasted.value} onInput={(event) => pasted.value = event.currentTarget.value}
          placeholder={'The answer of DescribeUserPool, {"UserPool": {…}}, with that of GetUserPoolMfaConfig beside it under its name; or a request, or a template'}
        />
      )}
    </section>
  )
}

function NoPool() {
  return (
    <div class="update-part">
      <p class="update-sum">{pasted.value === '' ? 'Paste the pool, and its state after a call is shown here.' : whyNoPool(opened.value!)}</p>
      {pasted.value !== '' && <ProblemList problems={opened.value!.problems.filter(({ severity }) => severity === 'error')} />}
    </div>
  )
}

/** What of the call is an example, where the pool is a text's that a deployment completes. */
function StandIns() {
  const examples = opened.value ? standIns(opened.value, text.value) : []
  if (examples.length === 0) return null
  return <p class="update-sum">Before you send this call, put the real value in the place of each example: {examples.map(({ member }) => member).join(', ')}.</p>
}

function Call() {
  const name = useId()
  const lost = outcome.value?.called.problems.filter(({ rule }) => rule === 'update-resets') ?? []
  return (
    <section class="update-part">
      <div class="update-bar">
        <label for={name}>The call</label>
        <select id={name} value={operation.value} onChange={(event) => operation.value = event.currentTarget.value as Operation}>
          {operations.filter((each) => each === operation.value || isThere(each, options.value.asOf ?? '')).map((each) => <option key={each} value={each}>{each}</option>)}
        </select>
        <span class="update-buttons">
          <button type="button" class="button quiet" disabled={steps.value.length === 0} onClick={takeBack}>Undo call{steps.value.length > 0 && ` (${steps.value.length})`}</button>
          <button type="button" class="button quiet" disabled={outcome.value?.called.reply.status !== 200} onClick={make}>Make the call</button>
        </span>
      </div>
      <CallEditor operation={operation.value} text={text.value} write={write} problems={outcome.value?.of === text.value ? outcome.value.called.problems : null} done={make} />
      {turned.value.map((said) => <p class="update-sum" key={said}>{said}</p>)}
      {takenId.value !== null && <p class="update-sum">The pool above has no Id of its own. Here it takes the one that the call names, {takenId.value}.</p>}
      {operation.value === 'UpdateUserPool' && lost.length > 0 && (
        <button type="button" class="button fix" onClick={({ currentTarget }) => { sendAlong(); currentTarget.closest('.update-part')?.querySelector<HTMLElement>('.cm-content')?.focus() }}><Icon name="fix" />Add what would be reset</button>
      )}
      <StandIns />
    </section>
  )
}

/** The calls that were made, each to look at again. */
function Made() {
  const at = lookedAt.value
  return (
    <section class="update-part update-made">
      <h3>Calls made</h3>
      <ol class="update-way">
        {steps.value.map(({ operation, done }, i) => (
          <li key={i}>
            <button type="button" class="text-link" aria-pressed={i === at} onClick={() => lookedAt.value = i === at ? null : i}>{operation}</button> <span>{sumOf(done.called)}</span>
          </li>
        ))}
      </ol>
      {at !== null && <p class="update-sum" role="status">Below: what call {at + 1} did. <button type="button" class="text-link" onClick={() => lookedAt.value = null}>Show what the next call would do</button></p>}
    </section>
  )
}

/** What a call changes, in a sentence. */
function sumOf({ reply, changes }: Outcome['called']): string {
  if (reply.status !== 200) return 'Refused: nothing changes.'
  if (changes.length === 0) return 'The pool stays as it is.'
  const reset = changes.filter(({ kind }) => kind === 'reset').length
  if (changes.length === 1) return `One value changes${reset > 0 ? ', though the call does not name it' : ''}.`
  return `${changes.length} values change${reset > 0 ? `, ${reset} of them reset, though the call does not name them` : ''}.`
}

function After({ outcome: { called, after } }: { outcome: Outcome }) {
  const { reply, changes, problems } = called
  const sum = useRef<HTMLParagraphElement>(null)
  const made = useRef(steps.value.length)
  useEffect(() => {
    // Behind a long call it would be out of sight what came of it, and that it was made at all.
    if (steps.value.length > made.current) sum.current?.scrollIntoView({ block: 'nearest' })
    made.current = steps.value.length
  }, [steps.value.length])
  return (
    <>
      <section class="update-part" aria-live="polite">
        <pre class="update-reply" data-status={reply.status}><span class="unseen">The service answers </span>{reply.body}</pre>
        <p class="update-sum" ref={sum}>{sumOf(called)}</p>
        <ProblemList problems={problems} />
        {changes.length > 0 && <ul class="update-changes">{changes.map((change) => <Change key={change.pointer} change={change} />)}</ul>}
      </section>
      {reply.status === 200 && after.status === 200 && (
        <details class="update-part">
          <summary>The pool afterwards</summary>
          <Pool body={after.body} changes={changes} />
        </details>
      )}
    </>
  )
}

/** The calls behind the pool, and the one in sight, as code. */
function Code() {
  const calls = [...steps.value, { operation: operation.value, request: text.value }].map(({ operation, request }) => ({ step: { title: operation, operation }, text: request }))
  const { UserPool: pool } = JSON.parse(opened.value!.reply.body) as { UserPool?: { Id?: string } }
  return <CallsAsCode calls={calls} region={pool?.Id?.split('_')[0] ?? ''} title={calls.length === 1 ? 'This call as code' : 'These calls as code'} />
}

/** The fewest calls from the pasted pool to the one that the request makes. */
function Way() {
  const found = plan.value
  const wrong = [...found?.poolProblems ?? [], ...found?.requestProblems ?? []].filter(({ severity }) => severity === 'error')
  return (
    <details class="update-part" onToggle={(event) => planned.value = event.currentTarget.open}>
      <summary>How to get from this pool to the one in the request</summary>
      {!found && <p class="update-sum" role="status">Looking for the calls…</p>}
      {found && wrong.length > 0 && <ProblemList problems={wrong} />}
      {found && wrong.length === 0 && (
        <>
          {reading.value && leftOpen(reading.value).map(({ pointer, why }) => <p class="update-sum" key={pointer}>{pointer.slice(1).replaceAll('/', '.')} stays as the pool has it. {why}</p>)}
          <p class="update-sum">{found.calls.length === 0 ? 'No call is needed.' : found.calls.length === 1 ? 'One call leads there.' : `${found.calls.length} calls lead there, in this order.`}</p>
          <ol class="update-way">
            {found.calls.map(({ operation, request, why }, i) => (
              <li key={i}>
                <strong>{operation}</strong> {why} <button type="button" class="text-link" onClick={() => takeCall(operation as Operation, request)}>Show what it does</button>
                <pre class="update-request"><Hanging text={request} /></pre>
              </li>
            ))}
          </ol>
          {found.unreachable.length > 0 && (
            <>
              <p class="update-sum">No call changes the rest:</p>
              <ul class="update-changes">
                {found.unreachable.map(({ pointer, wanted, stays, why }) => (
                  <li key={pointer}>
                    <span class="pointer">{pointer.replace('/UserPool/', '').replaceAll('/', ' › ')}</span>
                    <span class="update-values">wanted {wanted ?? 'nothing'}, stays {stays ?? 'nothing'}</span>
                    <p>{why}</p>
                  </li>
                ))}
              </ul>
            </>
          )}
          {found.calls.length > 0 && <CallsAsCode calls={found.calls.map(({ operation, request }) => ({ step: { title: operation, operation }, text: request }))} region="" />}
        </>
      )}
    </details>
  )
}

const marks = { given: 'given', reset: 'reset', derived: 'derived', kept: 'kept' } as const

function Change({ change: { pointer, kind, why, evidence, before, after } }: { change: PoolChange }) {
  return (
    <li data-kind={kind}>
      <span class={`tag${kind === 'reset' ? ' strong' : ''}`}>{kind === 'reset' ? 'reset, not requested' : marks[kind]}</span>
      <span class="pointer">{pointer.replace('/UserPool/', '').replaceAll('/', ' › ')}</span>
      <span class="update-values">
        <del>{before ?? 'nothing'}</del> <span aria-hidden="true">→</span><span class="unseen"> becomes </span> <ins>{after ?? 'nothing'}</ins>
      </span>
      <p>{why} <span class="tag">{evidence}</span></p>
    </li>
  )
}

/** Every value of the pool with how it came to be what it is. */
function Pool({ body, changes }: { body: string, changes: readonly PoolChange[] }) {
  const kindOf = (pointer: string): keyof typeof marks => changes.find((change) => pointer === change.pointer || pointer.startsWith(`${change.pointer}/`))?.kind ?? 'kept'
  return (
    <div class="update-pool">
      {layOut(body).map((line, index) => {
        const kind = kindOf(line.pointer)
        return (
          <div key={index} class="update-line" data-kind={kind}>
            <code style={{ '--depth': line.depth }}>
              {line.name !== undefined && <><span class="name">{line.name}</span><span class="punctuation">: </span></>}
              <span class={line.kind}>{line.value}</span>{line.comma && <span class="punctuation">,</span>}
            </code>
            {line.kind !== 'open' && line.kind !== 'close' && <span class="update-mark">{marks[kind]}</span>}
          </div>
        )
      })}
    </div>
  )
}
