import { useEffect } from 'preact/hooks'
import { awaiting } from '../core/follow.ts'
import { reply } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import type { ReplyView } from '../core/views.ts'
import type { Section, Statement, UserMessage } from '../engine/engine.ts'
import { pointOut } from '../request/current.ts'
import { MessageCard } from './message-card.tsx'
import style from './words.css'
import { id, password, summary, trial } from './words.ts'

/** The pool in plain language: how people sign in, what they are sent, what can never be changed. */
export const view: ReplyView = { id, label: 'In words', View: WordsView, style, follows: true }

function WordsView() {
  const { answer, failure } = summary.value
  useEffect(() => () => pointOut(null), [])
  if (!answer) return <p class="placeholder">{failure ?? awaiting('the reply')}</p>
  if (answer.refused) {
    return (
      <div class="placeholder">
        <p class="placeholder-title">There is no pool to describe</p>
        <p>{answer.refused}</p>
      </div>
    )
  }
  return (
    <div class="words" tabIndex={0} role="region" aria-label="The pool in words">
      {answer.sections.map((section) => (
        <SectionOfWords key={section.id} section={section}>
          {section.id === 'password' && <PasswordField />}
          {section.id === 'messages' && <Messages messages={answer.messages} />}
        </SectionOfWords>
      ))}
    </div>
  )
}

function SectionOfWords({ section, children }: { section: Section, children: preact.ComponentChildren }) {
  return (
    <section class="words-section" aria-labelledby={`words-${section.id}`}>
      <h3 id={`words-${section.id}`}>{section.title}</h3>
      <ul>{section.statements.map((statement) => <Sentence key={statement.text} statement={statement} />)}</ul>
      {children}
    </section>
  )
}

/** One sentence; what it was read from is marked in the request while the pointer is on it. */
function Sentence({ statement }: { statement: Statement }) {
  const point = (): void => {
    const origins = reply.peek()?.origins ?? {}
    pointOut(statement.pointers.map((pointer) => origins[pointer]?.from).find((from) => from !== undefined) ?? null)
  }
  return <li onMouseEnter={point} onMouseLeave={() => pointOut(null)}>{statement.text}</li>
}

function PasswordField() {
  const { answer } = trial.value
  return (
    <div class="password-trial">
      <label for="password-try">Try a password</label>
      <input
        id="password-try" type="text" value={password.value} autocomplete="off" autocapitalize="off" spellcheck={false} aria-describedby="password-outcome"
        onInput={(event) => password.value = event.currentTarget.value}
      />
      <ul id="password-outcome" aria-live="polite">
        {(password.value === '' ? [] : answer?.rules ?? []).map(({ text, kept }) => (
          <li key={text} class={kept ? 'kept' : 'broken'}><Icon name={kept ? 'check' : 'error'} /><span class="unseen">{kept ? 'Kept: ' : 'Broken: '}</span>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function Messages({ messages }: { messages: readonly UserMessage[] }) {
  return <div class="messages">{messages.map((message) => <MessageCard key={message.id} message={message} />)}</div>
}
