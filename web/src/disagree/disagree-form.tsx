// What is in the dialog about a disagreement. It is fetched when that is first opened.

import { useState } from 'preact/hooks'
import { layOut, textOf } from '../core/body.ts'
import { options } from '../core/options.ts'
import { problems, reply, request } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { Icon } from '../core/ui/icons.tsx'
import { disguise } from './disguise.ts'

/** The text to copy: request, surroundings, our reply, the rules and the build. Nothing is sent. */
export function DisagreeForm({ close }: { close(): void }) {
  const [said, setSaid] = useState('')
  const [hidden, setHidden] = useState(true)
  const whole = report(said)
  const text = hidden ? disguise(whole, poolNames()) : whole
  return (
    <div class="help-body">
      <header>
        <h2 id="disagree-title">AWS said something else</h2>
        <button type="button" class="button icon-only" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </header>
      <p>This puts all that is needed to look into it into one text. Copy it into an issue or a mail. Nothing is sent from here.</p>
      <label class="import-label" for="disagree-said">What the service answered</label>
      <textarea id="disagree-said" rows={3} value={said} spellcheck={false} autofocus placeholder="The exception with its message, or what differs in the pool" onInput={(event) => setSaid(event.currentTarget.value)} />
      <label class="disagree-hide"><input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />Replace account ids, names in ARNs, addresses and the pool's name</label>
      <pre class="raw disagree-text" tabIndex={0} role="region" aria-label="The text to copy">{text}</pre>
      <footer class="import-foot">
        <span>Read it before you pass it on.</span>
        <button type="button" class="button" onClick={close}>Close</button>
        <CopyButton label="Copy the text" text={() => text} />
      </footer>
    </div>
  )
}

function report(said: string): string {
  const now = reply.value
  const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``
  const rules = [...new Set(problems.value.map(({ rule, severity }) => `${rule} (${severity})`))]
  return [
    '## What the service answered', said.trim() === '' ? '(to fill in)' : block('', said),
    '## The request', block('json', request.value.doc?.toString() ?? ''),
    '## The surroundings', block('json', JSON.stringify(options.value, null, 2)),
    '## What the playground answers', now ? `HTTP ${now.status}\n${block('json', textOf(layOut(now.body)))}` : '(nothing yet)',
    '## Its rules', rules.length > 0 ? rules.map((rule) => `- ${rule}`).join('\n') : 'none',
    '## The build', `API of ${API_DAY}, ${WORKER_FILE || 'single file'}`,
  ].join('\n\n') + '\n'
}

/** The pool's name as the request and the reply have it. */
function poolNames(): string[] {
  const found = [...`${request.value.doc?.toString() ?? ''}\n${reply.value?.body ?? ''}`.matchAll(/"(?:PoolName|Name)"\s*:\s*("(?:[^"\\]|\\.)*")/g)]
  return found.slice(0, 2).flatMap(([, quoted]) => {
    try {
      return [JSON.parse(quoted!) as string]
    } catch {
      return []
    }
  })
}
