import { computed } from '@preact/signals'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { CallEditor } from '../calls/call-editor.tsx'
import { CallsAsCode } from '../calls/calls-as-code.tsx'
import { whyNoPool } from '../calls/no-pool.ts'
import { isThere } from '../calls/operations-on.ts'
import { PassedOver, ProblemList } from '../calls/problem-list.tsx'
import { announce } from '../core/announcement.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { Hanging } from '../core/ui/hanging.tsx'
import { Icon } from '../core/ui/icons.tsx'
import type { IssuedToken, Inhabitants, Opened, Reason, SentMessage } from '../engine/engine.ts'
import { landOnPointer } from '../request/current.ts'
import { options } from '../core/options.ts'
import { titleOf } from '../core/languages.ts'
import { ask, foreign, reading, refusedByTool, request } from '../core/store.ts'
import { gist, words, type Known, type Played } from './play.ts'
import { add, added, before, choose, draft, failure, firstRequests, functions, last, operation, people, preview, redo, redoable, story, takeBack, walk, write } from './try.ts'
import { walks } from './walks.ts'

/** The pool, tried: a walk through it, who is there, and one call at a time. */
export function TryBody() {
  const now = story.value
  return (
    <div class="try" tabIndex={0} role="region" aria-label="The pool, tried">
      <Walks />
      {failure.value !== null && <p class="try-wrong" role="alert">{failure.value}</p>}
      {!now && failure.value === null && <p class="later" role="status">Opening the pool…</p>}
      {now && (now.stage.opened.state === null ? <NoPool opened={now.stage.opened} /> : <Tried />)}
    </div>
  )
}

/** What makes an app client in the languages of other tools. */
const client = /AWS::Cognito::UserPoolClient\b|aws_cognito_user_pool_client\b|\b(?:Cfn)?UserPoolClient\s*\(|\.(?:addClient|add_client)\s*\(|create[-_]user[-_]pool[-_]client\b|\bkind:\s*UserPoolClient\b/

const hasClient = computed(() => foreign.value && !reading.value?.clients.length && client.test(request.value.doc?.toString() ?? ''))

function Walks() {
  const about = walks.find(({ id }) => id === walk.value)?.about
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // An embed has them in one line, which may be wider than it.
    const chosen = line.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    if (chosen && line.current) line.current.scrollLeft = chosen.offsetLeft - line.current.offsetLeft
  }, [])
  return (
    <section class="try-part">
      <div class="try-walks" role="group" aria-label="What happens in the pool" ref={line}>
        {[...walks, { id: '', title: 'Only my own calls' }].map(({ id, title }) => (
          <button key={id} type="button" class="try-walk" aria-pressed={walk.value === id} onClick={() => choose(id)}>{title}</button>
        ))}
      </div>
      <p class="try-about">{about ?? 'The pool is made, and nobody is in it. Make a client first: users sign up and sign in by one.'} Nothing leaves this page, and no function is run.</p>
      {refusedByTool.value && <p class="try-wrong">{titleOf(reading.value?.language ?? '')} refuses this text, so that there would be no pool. Here is the one that the rest of it makes.</p>}
      {hasClient.value && <p class="try-about">The text has an app client of its own, which is not read: the walks make another one. To try yours, write it as a call of CreateUserPoolClient.</p>}
    </section>
  )
}

function NoPool({ opened }: { opened: Opened }) {
  return (
    <div class="try-part">
      <p class="try-about">{whyNoPool(opened)}</p>
      <ProblemList problems={opened.problems.filter(({ severity }) => severity === 'error')} />
    </div>
  )
}

function Tried() {
  const { played, stop, running } = story.value!
  const earlier = before.value
  const changed = earlier && !running && (earlier.length !== played.length || played.some((each, i) => earlier[i]?.gist !== gist(each)))
  return (
    <>
      <PassedOver class="try-part" problems={story.value!.stage.opened.problems} />
      <section class="try-part" aria-label="What was called" aria-busy={running}>
        {earlier && !running && (
          <p class={`try-change${changed ? ' other' : ''}`} role="status">
            {changed ? 'The request was changed, and so are the answers that are marked “changed”. Open one to see the answer before.' : 'The request was changed, and all goes as before.'}
          </p>
        )}
        <ol class="try-steps" role="list">{played.map((each, i) => <Call key={i} number={i + 1} played={each} earlier={earlier && !running ? earlier[i]?.gist ?? 'it was not called' : null} />)}</ol>
        {stop && <p class="try-stop" role="status"><Icon name="warning" /><span>{stop.why} {stop.setting !== '' && <Setting setting={stop.setting} />}</span></p>}
        <Ending played={played} stopped={stop !== null} />
      </section>
      <Clock />
      <Next />
      <Inbox messages={played.flatMap(({ called }) => called.sent)} />
      <People />
      <Functions />
      <Exported played={played} />
    </>
  )
}

/** Says in a line whether the user got in. */
function Ending({ played, stopped }: { played: readonly Played[], stopped: boolean }) {
  const end = played.filter(({ step }) => step.operation !== '').at(-1)
  if (!end || stopped || walk.value === '' || added.value.length > 0) return null
  const refused = end.called.reply.status !== 200
  return (
    <p class={`try-end${refused ? ' refused' : ''}`} role="status">
      <Icon name={refused ? 'error' : 'check'} />{refused ? 'The pool refuses this step: the user does not get in.' : 'The user is signed in.'}
    </p>
  )
}

function Call({ played, number, earlier }: { played: Played, number: number, earlier: string | null }) {
  const { step, request, called } = played
  const refused = called.reply.status !== 200
  const said = gist(played)
  if (step.operation === '') return <li class="try-time"><span class="try-number">{number}.</span>{step.title}</li>
  return (
    <li class={refused ? 'refused' : ''}>
      <span class="try-number">{number}.</span>
      <details open={refused}>
        <summary>
          <Icon name={refused ? 'error' : 'check'} />
          <span class="try-line">
            <span class="try-title">{step.title}</span>
            <span class="try-gist">{said}</span>
            {step.title !== step.operation && <code class="pointer">{step.operation}</code>}
          </span>
        </summary>
        <div class="try-inside">
          {earlier !== null && earlier !== said && <p class="try-earlier"><span class="tag">before</span> {earlier}</p>}
          <ProblemList problems={called.problems.filter(({ severity }) => severity === 'error')} />
          <Reasons reasons={called.reasons.filter(({ why }) => !called.problems.some((problem) => problem.why === why))} />
          <Messages messages={called.sent} />
          {called.triggers.length > 0 && (
            <ul class="try-triggers" aria-label="Functions that are called">
              {called.triggers.map(({ name, source, event }, i) => (
                <li key={i}><details><summary><code>{name}</code> is called <span class="pointer">{source}</span></summary><Json text={event} /></details></li>
              ))}
            </ul>
          )}
          {called.tokens.map((each) => <Token key={each.kind} token={each} />)}
          <h4>Request</h4>
          <Json text={request} />
          <h4>Answer</h4>
          <Json text={called.reply.body} status={called.reply.status} />
        </div>
      </details>
      {earlier !== null && earlier !== said && <span class={`try-mark tag${refused ? ' strong' : ''}`}>changed</span>}
      {refused && <Reasons reasons={called.reasons.filter(({ setting }) => setting)} short />}
    </li>
  )
}

/** JSON on lines. Tokens and sessions, which nobody reads, are short until somebody asks for all of them; a sentence never is. */
function Json({ text, status }: { text: string, status?: number }) {
  const [whole, setWhole] = useState(false)
  const lines = pretty(text, whole)
  return (
    <>
      <pre class="try-json" {...(status === undefined ? {} : { 'data-status': status })}><Hanging text={lines} /></pre>
      {!whole && lines !== pretty(text, true) && <button type="button" class="button quiet" onClick={() => setWhole(true)}>Show it in full</button>}
    </>
  )
}

function pretty(text: string, whole: boolean): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) => (!whole && typeof value === 'string' && value.length > 120 && !value.includes(' ') ? `${value.slice(0, 60)}… (${value.length} characters)` : value), 2)
  } catch {
    return text
  }
}

/** A setting by its name; a press shows it in the request. */
function Setting({ setting }: { setting: string }) {
  const of = setting.startsWith('client:')
  const name = setting.replace('client:', '').slice(1).replaceAll('/', ' › ')
  return of ? <span class="pointer">{name} of the client</span> : <button type="button" class="text-link" onClick={() => landOnPointer(setting)}>{name} in the request</button>
}

function Reasons({ reasons, short = false }: { reasons: readonly Reason[], short?: boolean }) {
  if (reasons.length === 0) return null
  return (
    <ul class="try-reasons">
      {reasons.map(({ setting, why, evidence }, i) => (
        <li key={i}>{!short && <>{why} </>}{setting && <Setting setting={setting} />} {!short && <span class="tag">{evidence}</span>}</li>
      ))}
    </ul>
  )
}

function Messages({ messages }: { messages: readonly SentMessage[] }) {
  if (messages.length === 0) return null
  return (
    <ul class="try-messages">
      {messages.map(({ medium, destination, subject, text, code }, i) => (
        <li key={i}>
          <span class="tag">{medium === 'SMS' ? 'text message' : 'email'}</span> to {destination}
          {subject && <strong>{subject}</strong>}
          <span class="try-text">{text}</span>
          {code && <button type="button" class="button quiet" onClick={() => insert(code, '<code>')}>Put {code} into the call</button>}
        </li>
      ))}
    </ul>
  )
}

function Inbox({ messages }: { messages: readonly SentMessage[] }) {
  return (
    <details class="try-part">
      <summary>Sent messages <span class="count">{messages.length}</span></summary>
      {messages.length === 0 ? <p class="try-about">Nothing was sent.</p> : <Messages messages={[...messages].reverse()} />}
    </details>
  )
}

function Token({ token: { kind, text, claims } }: { token: IssuedToken }) {
  return (
    <details class="try-token">
      <summary>{kind === 'id' ? 'ID token' : 'Access token'}, decoded</summary>
      <dl>{claims.map(({ name, value, why }) => <div key={name}><dt>{name}</dt><dd><code>{value}</code> <span class="call-why">{why}</span></dd></div>)}</dl>
      <CopyButton text={() => text} label="Copy the token" />
      <KeySet />
    </details>
  )
}

/** The key set, which a verifier asks for. */
function KeySet() {
  const [set, show] = useState<string | null>(null)
  if (set !== null) return <><p class="try-about">The key set of all pools here. Its private half is public, too: use it for nothing but trying.</p><pre class="try-json"><Hanging text={set} /></pre></>
  return <button type="button" class="button quiet" onClick={() => void ask('keySet').then(show)}>Show the key set (JWKS)</button>
}

const passes = [[3 * 60_000, '3 minutes'], [3_600_000, 'an hour'], [8 * 86_400_000, '8 days']] as const

function Clock() {
  const now = last.value
  if (!now) return null
  return (
    <section class="try-part try-clock" aria-label="The clock">
      <span>It is <time dateTime={new Date(now.now).toISOString()}>{new Date(now.now).toISOString().slice(0, 16).replace('T', ', ')}</time> UTC.</span>
      {passes.map(([pass, name]) => <button key={pass} type="button" class="button quiet" onClick={() => void add({ operation: '', text: '', pass })}>Wait {name}</button>)}
    </section>
  )
}

let insert = (text: string, _instead: string): void => announce(`The code is ${text}.`)

/** True for a word that something known stands behind. */
const fillableWord = (word: string, known: Known): boolean =>
  Boolean(known[word] !== undefined || word === '<app code>' && known['<secret>'] || word === '<secret hash>' && known['client secret'])

/** The call that is made next, written as JSON. */
function Next() {
  const name = useId()
  const known = last.value?.known ?? {}
  // The one that is chosen stays, whatever the day.
  const there = Object.keys(firstRequests).filter((each) => each === operation.value || isThere(each, options.value.asOf ?? ''))
  const text = draft.value
  const call = (): void => void add({ operation: operation.peek(), text: draft.peek(), pass: 0 })
  const shown = preview.value?.text === text && preview.value.operation === operation.value ? preview.value.called : null
  const missing = [...new Set(text.match(/<[a-z ]+>/g) ?? [])].filter((word) => words[word] !== undefined && !fillableWord(word, known))
  const fillable = Object.keys(words).filter((word) => fillableWord(word, known))
  return (
    <section class="try-part" aria-label="The next call">
      <div class="try-bar">
        <label for={name}>Call</label>
        <select id={name} value={operation.value} onChange={(event) => operation.value = event.currentTarget.value}>
          <optgroup label="Users">{there.filter((each) => !/^Admin|Pool|Group|List/.test(each)).map((each) => <option key={each}>{each}</option>)}</optgroup>
          <optgroup label="Administrators">{there.filter((each) => /^Admin|Pool|Group|List/.test(each)).map((each) => <option key={each}>{each}</option>)}</optgroup>
        </select>
        <span class="try-buttons">
          <button type="button" class="button quiet" disabled={added.value.length === 0} onClick={takeBack}>Undo call{added.value.length > 0 && ` (${added.value.length})`}</button>
          {redoable.value && <button type="button" class="button quiet" disabled={story.value?.running} onClick={() => void redo()}>Redo call</button>}
          <button type="button" class="button" disabled={story.value?.running} onClick={call}>Make the call</button>
        </span>
      </div>
      <CallEditor operation={operation.value} text={text} write={write} problems={missing.length > 0 ? null : shown?.problems ?? null} done={call} inserts={(given) => insert = given} />
      {missing.length > 0 && <p class="try-about">{missing.map((word) => `${word} is ${words[word]}`).join('; ')}: no call before has given it yet.</p>}
      <p class="try-about" role="status">{missing.length > 0 ? ' ' : shown ? <>Would answer: <strong>{gist({ called: shown })}</strong></> : ' '}</p>
      {shown && missing.length === 0 && <ProblemList problems={shown.problems} />}
      {fillable.length > 0 && (
        <div class="try-words" role="group" aria-label="Insert values from earlier answers">
          {fillable.map((word) => <button key={word} type="button" class="button quiet" title={words[word]} onClick={() => insert(word, '')}>{word}</button>)}
        </div>
      )}
    </section>
  )
}

function People() {
  const inside = people.value
  if (!inside) return null
  return (
    <details class="try-part">
      <summary>Users in the pool <span class="count">{inside.count}</span></summary>
      {inside.users.length === 0 && <p class="try-about">Nobody is in the pool.</p>}
      {inside.count > inside.users.length && <p class="try-about">The first {inside.users.length} of {inside.count}.</p>}
      <ul class="try-people">{inside.users.map((user) => <User key={user.sub} user={user} />)}</ul>
      {inside.clients.length > 0 && <p class="try-about">Clients: {inside.clients.map(({ name, id, secret }) => `${name} (${id}${secret ? ', with a secret' : ''})`).join(', ')}</p>}
    </details>
  )
}

function User({ user }: { user: Inhabitants['users'][number] }) {
  return (
    <li>
      <strong>{user.username}</strong> <span class="tag">{user.status}</span>{!user.enabled && <> <span class="tag strong">disabled</span></>}
      <dl>
        {user.attributes.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        <div><dt>password</dt><dd>{user.password === '' ? 'none' : user.password}</dd></div>
        {user.authenticator && <div><dt>authenticator app</dt><dd>shows {user.authenticatorCode}</dd></div>}
        {user.factors.length > 0 && <div><dt>second factors</dt><dd>{user.factors.join(', ')}{user.preferred && `, ${user.preferred} first`}</dd></div>}
        {user.groups.length > 0 && <div><dt>groups</dt><dd>{user.groups.join(', ')}</dd></div>}
        <div><dt>signed in</dt><dd>{user.signIns === 0 ? 'nowhere' : user.signIns === 1 ? 'once' : `${user.signIns} times`}</dd></div>
      </dl>
    </li>
  )
}

const answers: Readonly<Record<string, string>> = {
  PreSignUp: '{"response": {"autoConfirmUser": true, "autoVerifyEmail": true}}', CustomMessage: '{"response": {"emailSubject": "Hello", "emailMessage": "Your code is {####}"}}',
  PreTokenGeneration: '{"response": {"claimsOverrideDetails": {"claimsToAddOrOverride": {"plan": "free"}}}}', PreTokenGenerationConfig: '{"response": {"claimsAndScopeOverrideDetails": {"accessTokenGeneration": {"claimsToAddOrOverride": {"plan": "free"}}}}}',
  CreateAuthChallenge: '{"response": {"publicChallengeParameters": {"riddle": "two and two"}, "privateChallengeParameters": {"answer": "four"}}}',
  DefineAuthChallenge: '{"response": {"challengeName": "CUSTOM_CHALLENGE"}}', VerifyAuthChallengeResponse: '{"response": {"answerCorrect": true}}',
  UserMigration: '{"response": {"userAttributes": {"email": "ann@example.com", "email_verified": "true"}, "finalUserStatus": "CONFIRMED"}}',
}

const newer = 'PreTokenGenerationConfig'

/** What the pool's functions answer when they are called. */
function Functions() {
  const configured = story.value!.stage.facts.pool['LambdaConfig'] as Record<string, unknown> | undefined
  const config = configured?.[newer] as { LambdaVersion?: string } | undefined
  const version = config?.LambdaVersion ?? ''
  const names = Object.keys(configured ?? {}).filter((name) => name !== 'KMSKeyID' && !(name === 'PreTokenGeneration' && config))
  if (names.length === 0) return null
  return (
    <details class="try-part">
      <summary>Answers of Lambda functions <span class="count">{names.length}</span></summary>
      <p class="try-about">No function is run. Say what each answers: {'{"response": {…}}'} or {'{"throws": "…"}'}. Left empty, it changes nothing.</p>
      {names.map((name) => <FunctionAnswer key={name} name={name} version={name === newer ? version : ''} />)}
    </details>
  )
}

/** @param version of the event that PreTokenGeneration takes, where the pool says one: its answer depends on it. */
function FunctionAnswer({ name, version }: { name: string, version: string }) {
  const field = useId()
  const text = functions.value[name] ?? ''
  const set = (next: string): void => {
    const { [name]: _, ...others } = functions.peek()
    functions.value = next === '' ? others : { ...others, [name]: next }
  }
  let wrong = ''
  if (text !== '') {
    try {
      const read: unknown = JSON.parse(text)
      if (typeof read !== 'object' || read === null || !('throws' in read) && !('response' in read)) wrong = 'Expected {"response": {…}} or {"throws": "…"}.'
    } catch {
      wrong = 'This is no JSON yet.'
    }
  }
  return (
    <div class="try-function">
      <label for={field}>{version ? `PreTokenGeneration (${version})` : name}</label>
      <button type="button" class="button quiet" onClick={() => set(answers[version === 'V1_0' ? 'PreTokenGeneration' : name] ?? '{"response": {}}')}>An answer</button>
      <button type="button" class="button quiet" onClick={() => set('{"throws": "Not from here"}')}>An error</button>
      <button type="button" class="button quiet" disabled={text === ''} onClick={() => set('')}>Nothing</button>
      <textarea id={field} rows={2} spellcheck={false} autocapitalize="off" value={text} aria-invalid={wrong !== ''} onInput={(event) => set(event.currentTarget.value)} />
      {wrong && <p class="field-wrong">{wrong}</p>}
    </div>
  )
}

/** The calls in the words of tools. */
function Exported({ played }: { played: readonly Played[] }) {
  const own = added.value.filter(({ operation }) => operation !== '')
  const calls = played.filter(({ step }) => step.operation !== '')
  // What a walk asks for stands in its step, with words for what answers gave; of an added call, in its text.
  const written = calls.map(({ step }, i) => ({ step, text: own[i - (calls.length - own.length)]?.text ?? JSON.stringify(step.request) }))
  return <CallsAsCode calls={written} region={story.value!.stage.facts.id.split('_')[0] ?? ''} />
}
