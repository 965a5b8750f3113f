// What is in the dialog that explains an error message. It is fetched when that is first opened.

import { useEffect, useRef, useState } from 'preact/hooks'
import { layOut, textOf } from '../core/body.ts'
import { readOnly } from '../core/embedding.ts'
import { wordsOf } from '../core/follow.ts'
import { options } from '../core/options.ts'
import { ask, problems } from '../core/store.ts'
import { Hanging } from '../core/ui/hanging.tsx'
import { Icon } from '../core/ui/icons.tsx'
import type { ExplainedMatch, Explanation } from '../engine/types.ts'
import { landOnProblem, loadExample, mend } from '../request/current.ts'
import { explaining } from './explaining.ts'

const askAfter = 120

/** What prints a message, by the engine's names. */
const routes: Readonly<Record<string, string>> = {
  'cloudformation': 'CloudFormation', 'cdk': 'the AWS CDK', 'terraform': 'Terraform', 'pulumi': 'Pulumi', 'aws-cli': 'the AWS CLI', 'boto3': 'boto3', 'java': 'the Java SDK',
  'javascript': 'the JavaScript SDK', 'go': 'the Go SDK', 'dotnet': 'the .NET SDK', 'ruby': 'the Ruby SDK', 'php': 'the PHP SDK', 'rust': 'the Rust SDK', 'wire': 'the service itself',
}

/** The message, and what it is about. */
export function ExplainForm({ text, close }: { text: string, close(): void }) {
  const [answer, setAnswer] = useState<Explanation | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const empty = text.trim() === ''
  // Whoever pastes the next one means it in the place of the last.
  useEffect(() => area.current?.select(), [])
  useEffect(() => {
    let stale = false
    setFailure(null)
    if (empty) setAnswer(null)
    const timer = empty ? undefined : setTimeout(() => {
      ask('explain', text, options.peek()).then((told) => { if (!stale) setAnswer(told) }, (reason: unknown) => { if (!stale) setFailure(wordsOf(reason)) })
    }, askAfter)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text])
  return (
    <div class="help-body">
      <header>
        <h2 id="explain-title">Explain an error message</h2>
        <button type="button" class="button icon-only" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </header>
      <p>Paste what Cognito answered, or the log around it: a CloudFormation event, a Terraform error, a stack trace. Nothing of it leaves the browser.</p>
      <label class="import-label" for="explain-text">The message</label>
      <textarea
        id="explain-text" ref={area} rows={5} value={text} spellcheck={false} autofocus placeholder="InvalidParameterException: …"
        onInput={(event) => explaining.value = event.currentTarget.value}
      />
      <div aria-live="polite" class="import-result">
        {failure && <p class="field-wrong">{failure}</p>}
        {answer && !empty && answer.matches.length === 0 && (
          <p>No known message is in this text. {RULE_IDS.length > 0 && <><a href="rules.html" target="_blank" rel="noopener">All rules</a> lists what CreateUserPool says.</>}</p>
        )}
        {answer && !empty && answer.matches.length > 0 && answer.route && <p class="field-hint">Printed by {routes[answer.route] ?? answer.route}.</p>}
        {answer && !empty && answer.matches.map((match) => <Match key={`${match.rule} ${match.pointer} ${match.message}`} match={match} close={close} />)}
      </div>
    </div>
  )
}

/** What the values of a message are called; the others are called what they are. */
const namesOfValues: Readonly<Record<string, string>> = {
  'path': 'Member', 'member': 'Member', 'property': 'Property', 'block': 'Inside of', 'wanted': 'Wanted type', 'found': 'Found type', 'id': 'Id', 'arn': 'ARN', 'name': 'Name',
  'principal-arn': 'Who called', 'role-arn': 'Role', 'REGION': 'Region', 'pool': 'Region of the pool', 'names': 'Names', 'section': 'Section',
}

const nameOfValue = (name: string): string => namesOfValues[name] ?? `${name[0]!.toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`

function Match({ match, close }: { match: ExplainedMatch, close(): void }) {
  const { rule, exception, message, why, values, until, bad, good, pointer } = match
  // The member's place stands in the head already.
  const found = Object.entries(values).filter(([name]) => !(pointer && ['path', 'member', 'property'].includes(name)))
  const open = problems.value.filter((problem) => problem.rule === rule && (!pointer || problem.pointer === pointer))
  return (
    <section class="explained" aria-label={rule}>
      <p class="explained-rule">
        {RULE_IDS.includes(rule) ? <a href={`rules.html#${encodeURIComponent(rule)}`} target="_blank" rel="noopener">{rule}<Icon name="link" /></a> : <span class="rule-name">{rule}</span>}
        {exception && <span class="tag">{exception}</span>}
        {pointer && <span class="pointer">{pointer}</span>}
      </p>
      <p><strong>{message}</strong></p>
      {why && <p>{why}</p>}
      {until && <p class="field-hint">The service said it so until {until}.</p>}
      {found.length > 0 && <dl class="explained-values">{found.map(([name, value]) => <div key={name}><dt>{nameOfValue(name)}</dt><dd><code>{value === '' ? 'empty' : value}</code></dd></div>)}</dl>}
      {open.length > 0 && (
        <div class="explained-open">
          <p>The request that is open breaks it, too: <button type="button" class="text-link" onClick={() => { close(); landOnProblem(open[0]!) }}>show the place</button></p>
          {!readOnly.value && <p class="field-fixes">{open[0]!.fixes.map((fix) => <button type="button" class="button fix" key={fix.title} onClick={() => { close(); mend(fix) }}><Icon name="fix" />{fix.title}</button>)}</p>}
        </div>
      )}
      {bad && <Request title="A request that is answered so" text={bad} close={close} />}
      {good && <Request title="The same, well said" text={good} close={close} />}
    </section>
  )
}

function Request({ title, text, close }: { title: string, text: string, close(): void }) {
  const shown = textOf(layOut(text))
  return (
    <figure class="explained-request">
      <figcaption>{title} {!readOnly.value && <button type="button" class="text-link" onClick={() => { close(); loadExample(`${shown}\n`, title) }}>Open it</button>}</figcaption>
      <pre class="raw"><Hanging text={shown} /></pre>
    </figure>
  )
}
