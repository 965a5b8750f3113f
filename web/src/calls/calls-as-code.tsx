import { useId, useState } from 'preact/hooks'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { Hanging } from '../core/ui/hanging.tsx'
import { spellings, type Spelt } from './spell.ts'

/** Calls in the words of tools, to be copied. */
export function CallsAsCode({ calls, region, title = 'These calls as code' }: { calls: readonly Spelt[], region: string, title?: string }) {
  const name = useId()
  const [chosen, choose] = useState(spellings[0]!.id)
  const spelling = spellings.find(({ id }) => id === chosen)!
  const spell = (): string => {
    try {
      return spelling.spell(calls, region || 'us-east-1')
    } catch {
      return 'A call among these is no JSON yet.'
    }
  }
  return (
    <details class="calls-as-code">
      <summary>{title}</summary>
      <div class="calls-bar">
        <label for={name}>As</label>
        <select id={name} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>{spellings.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}</select>
        <CopyButton text={spell} />
      </div>
      <pre class="calls-code"><Hanging text={spell()} /></pre>
    </details>
  )
}
