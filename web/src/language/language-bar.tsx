// Which language the text is in, which of its pools is read, and what can be done with one that is no request in JSON. It is
// fetched with the first such text.

import { titleOf } from '../core/languages.ts'
import { embedded, readOnly } from '../core/embedding.ts'
import { problems, reading, unrecognised } from '../core/store.ts'
import type { Pool } from '../engine/types.ts'
import { ExplainIt } from '../explain/explain-it.tsx'
import { turnIntoRequest } from '../import/import.ts'
import { ParametersButton, ParametersPanel } from '../parameters/parameters-panel.tsx'
import { landOn } from '../request/current.ts'
import { LanguageSelect } from './language-select.tsx'

/** The line below the pane's head, for a text in another language. */
export function LanguageBar() {
  const now = reading.value
  if (!now?.foreign) return null
  if (unrecognised.value) return <NotRecognised />
  return (
    <>
      <div class="language-bar">
        <span class="tag language-chip" title="The language of the text">{titleOf(now.language)}{now.language === 'request' && ` (${now.syntax.toUpperCase()})`}</span>
        <LanguageSelect />
        {now.pools.length > 1 && <PoolSelect pools={now.pools} pool={now.pool} />}
        <span class="language-actions">
          <ParametersButton />
          {!readOnly.value && !embedded.value && <TurnButton />}
        </span>
      </div>
      <ParametersPanel />
    </>
  )
}

/** Opens the import with the text. */
export function TurnButton() {
  return (
    <button type="button" class="button quiet" aria-haspopup="dialog" disabled={!reading.value?.request} onClick={turnIntoRequest}>Turn into a request</button>
  )
}

/** The pools of the text. Choosing one goes there, and the one where the cursor is is read. */
function PoolSelect({ pools, pool }: { pools: readonly Pool[], pool: number }) {
  const choose = (event: { currentTarget: HTMLSelectElement }): void => {
    const chosen = pools[Number(event.currentTarget.value)]
    if (chosen) landOn({ from: chosen.from, to: chosen.from, pointer: '' })
  }
  return (
    <span class="pool-select">
      <select aria-label="User pool" title="The user pool that is read: the one where the cursor is" value={pool} onChange={choose}>{pools.map(({ id }, at) => <option key={id} value={at}>{id}</option>)}</select>
    </span>
  )
}

function NotRecognised() {
  const looked = problems.value.filter(({ rule }) => rule === 'not-recognised')
  return (
    <div class="language-bar language-unknown">
      <p><span class="tag language-chip">Not recognised</span> <ExplainIt /></p>
      <details>
        <summary>What was looked for</summary>
        <LanguageSelect />
        <ul>{looked.map(({ message }) => <li key={message}>{message}</li>)}</ul>
      </details>
    </div>
  )
}
