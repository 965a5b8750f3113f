import { layOut, textOf } from '../core/body.ts'
import { exceptionOf, stemsOf } from '../core/stems.ts'
import { problems } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { Icon } from '../core/ui/icons.tsx'
import type { Reply } from '../engine/types.ts'
import { landOn } from '../request/current.ts'

/** The service's exception, to be read: its type, its message in full, and what it stems from. */
export function ExceptionView({ reply, current }: { reply: Reply, current: boolean }) {
  const exception = exceptionOf(reply)
  if (!exception) return null
  const stems = current ? [...stemsOf(reply, problems.value)] : []
  const further = problems.value.filter((problem) => problem.severity === 'error').length - stems.length
  return (
    <div class="exception" tabIndex={0} role="region" aria-label="Exception">
      <h3 class="exception-type">{exception.type}</h3>
      {exception.message === null
        ? <p class="exception-message none-said">The service sends no message with it.</p>
        : <p class="exception-message">{exception.message}</p>}
      {stems.some((problem) => problem.exception?.unworded) && (
        <p class="ours">The service's own sentence is not publicly known; this one is ours.</p>
      )}
      <div class="exception-actions"><CopyButton label="Copy message" text={() => exception.message ?? exception.type} /></div>
      {stems.length > 0 && (
        <section class="stems">
          <h4>{stems.length === 1 ? 'It stems from' : `It stems from ${stems.length} problems`}</h4>
          <ul>
            {stems.slice(0, 20).map((problem) => (
              <li key={`${problem.pointer} ${problem.from} ${problem.message}`}>
                <Icon name={problem.severity} />
                <span><button type="button" class="text-link" onClick={() => landOn(problem)}>{problem.message}</button>
                {problem.pointer && <span class="pointer">{problem.pointer}</span>}</span>
              </li>
            ))}
          </ul>
          {stems.length > 20 && <p class="more">and {stems.length - 20} more</p>}
        </section>
      )}
      {current && stems.length > 0 && further > 0 && (
        <p class="further">{further === 1 ? 'One further error' : `${further} further errors`} would come up once this is mended.</p>
      )}
      <section>
        <h4>As it arrives</h4>
        <pre class="raw">{textOf(layOut(reply.body))}</pre>
      </section>
    </div>
  )
}
