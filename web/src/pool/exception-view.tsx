import { useState } from 'preact/hooks'
import { layOut, textOf } from '../core/body.ts'
import { exceptionOf, stemsOf } from '../core/stems.ts'
import { titleOf } from '../core/languages.ts'
import { nothingWritten, problems, reading, refusals } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { Hanging } from '../core/ui/hanging.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { disagreeing } from '../disagree/disagreeing.ts'
import type { Problem, Reply } from '../engine/types.ts'
import { embedded, readOnly } from '../core/embedding.ts'
import { landOnProblem, mend } from '../request/current.ts'

/** A message longer than this holds a value that nobody reads. */
const longest = 1_200
const ends = 400

/** What the service says; of a very long one both ends. */
function Message({ text }: { text: string }) {
  const [whole, setWhole] = useState(false)
  if (whole || text.length <= longest) return <p class="exception-message">{text}</p>
  return (
    <p class="exception-message">
      {text.slice(0, ends)}<button type="button" class="button quiet" onClick={() => setWhole(true)}>… {(text.length - 2 * ends).toLocaleString('en')} characters more …</button>{text.slice(-ends)}
    </p>
  )
}

/** Problems with their fixes; a press leads to the place of one. */
function Stems({ of }: { of: readonly Problem[] }) {
  return (
    <>
      <ul>
        {of.slice(0, 20).map((problem) => (
          <li key={`${problem.pointer} ${problem.from} ${problem.message}`}>
            <Icon name={problem.severity} />
            <span><button type="button" class="text-link" onClick={() => landOnProblem(problem)}>{problem.message}</button>
            {problem.pointer && <span class="pointer">{problem.pointer}</span>}
            {problem.fixes.length > 0 && !readOnly.value && (
              <span class="fixes">
                {problem.fixes.map((fix) => <button type="button" class="button fix" key={fix.title} onClick={() => mend(fix)}><Icon name="fix" />{fix.title}</button>)}
              </span>
            )}</span>
          </li>
        ))}
      </ul>
      {of.length > 20 && <p class="more">and {of.length - 20} more</p>}
    </>
  )
}

/** The service's exception, to be read: its type, its message in full, and what it stems from. */
export function ExceptionView({ reply, current }: { reply: Reply, current: boolean }) {
  const exception = exceptionOf(reply)
  if (!exception) return null
  const stems = current ? [...stemsOf(reply, problems.value)] : []
  const refused = current ? refusals.value : []
  const further = problems.value.filter((problem) => problem.severity === 'error' && !stems.includes(problem) && !refused.includes(problem))
  return (
    <div class="exception" tabIndex={0} role="region" aria-label="Exception">
      {current && nothingWritten.value && <p class="exception-before">Nothing is written yet. Cognito answers an empty request so:</p>}
      {refused.length > 0 && (
        <section class="stems">
          <h3 class="exception-tool">{titleOf(reading.value?.language ?? '')} refuses this text, so that nothing is sent</h3>
          <Stems of={refused} />
          <p class="exception-before">Without this, the service would answer:</p>
        </section>
      )}
      <h3 class="exception-type">{exception.type}</h3>
      {exception.message === null
        ? <p class="exception-message none-said">The service sends no message with it.</p>
        : <Message text={exception.message} />}
      {stems.some((problem) => problem.exception?.unworded) && (
        <p class="ours">The service's own sentence is not publicly known; this one is ours.</p>
      )}
      <div class="exception-actions"><CopyButton label={exception.message === null ? 'Copy the type' : 'Copy message'} text={() => exception.message ?? exception.type} />{!embedded.value && <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => disagreeing.value = true}>AWS said something else…</button>}</div>
      {stems.length > 0 && (
        <section class="stems">
          <h4>{stems.length === 1 ? 'Cause' : `${stems.length} causes`}</h4>
          <Stems of={stems} />
        </section>
      )}
      {current && stems.length > 0 && further.length > 0 && (
        <section class="stems">
          <h4>{further.length === 1 ? 'One further error would' : `${further.length} further errors would`} come up once this is mended</h4>
          <ul>
            {further.slice(0, 5).map((problem) => (
              <li key={`${problem.pointer} ${problem.from} ${problem.message}`}>
                <Icon name={problem.severity} />
                <button type="button" class="text-link" onClick={() => landOnProblem(problem)}>{problem.message}</button>
              </li>
            ))}
          </ul>
          {further.length > 5 && <p class="more">and {further.length - 5} more</p>}
        </section>
      )}
      <section>
        <h4>Response body</h4>
        <pre class="raw"><Hanging text={textOf(layOut(reply.body))} /></pre>
      </section>
    </div>
  )
}
