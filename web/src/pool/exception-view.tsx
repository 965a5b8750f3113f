import { useState } from 'preact/hooks'
import { layOut, textOf } from '../core/body.ts'
import { exceptionOf, stemsOf } from '../core/stems.ts'
import { problems } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { Hanging } from '../core/ui/hanging.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { disagreeing } from '../disagree/disagreeing.ts'
import type { Reply } from '../engine/types.ts'
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

/** The service's exception, to be read: its type, its message in full, and what it stems from. */
export function ExceptionView({ reply, current }: { reply: Reply, current: boolean }) {
  const exception = exceptionOf(reply)
  if (!exception) return null
  const stems = current ? [...stemsOf(reply, problems.value)] : []
  const further = problems.value.filter((problem) => problem.severity === 'error' && !stems.includes(problem))
  return (
    <div class="exception" tabIndex={0} role="region" aria-label="Exception">
      <h3 class="exception-type">{exception.type}</h3>
      {exception.message === null
        ? <p class="exception-message none-said">The service sends no message with it.</p>
        : <Message text={exception.message} />}
      {stems.some((problem) => problem.exception?.unworded) && (
        <p class="ours">The service's own sentence is not publicly known; this one is ours.</p>
      )}
      <div class="exception-actions"><CopyButton label="Copy message" text={() => exception.message ?? exception.type} />{!embedded.value && <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => disagreeing.value = true}>AWS said something else…</button>}</div>
      {stems.length > 0 && (
        <section class="stems">
          <h4>{stems.length === 1 ? 'It stems from' : `It stems from ${stems.length} problems`}</h4>
          <ul>
            {stems.slice(0, 20).map((problem) => (
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
          {stems.length > 20 && <p class="more">and {stems.length - 20} more</p>}
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
        <h4>As it arrives</h4>
        <pre class="raw"><Hanging text={textOf(layOut(reply.body))} /></pre>
      </section>
    </div>
  )
}
