import { computed } from '@preact/signals'
import { lastReadableReply } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { later } from '../core/ui/later.tsx'
import { differences, placeInUse, resetSurroundings, surroundings, surroundingsOpen } from './surroundings.ts'

const Panel = later<object>('SurroundingsPanel')

/** The panel, while it is open. */
export function Surroundings() {
  return surroundingsOpen.value ? <Panel /> : null
}

/** The button that opens the panel. */
export function SurroundingsButton() {
  const now = surroundings.value
  const differing = differences(now)
  const words = differing.length > 0 ? differing : [regionInUse.value, 'newest API']
  return (
    <span class={`surroundings-state ${differing.length > 0 ? 'chip' : ''}`}>
      <button
        type="button" class="button quiet surroundings-opener" aria-label={`Surroundings: ${words.join(', ')}`} title="Surroundings: Region, account, day of the API"
        aria-expanded={surroundingsOpen.value} aria-controls="surroundings" onClick={() => surroundingsOpen.value = !surroundingsOpen.value}
      >
        <Icon name="settings" /><span class="surroundings-words">{words[0]}{words.slice(1).map((word) => <span key={word} class={differing.length > 0 ? '' : 'usual-day'}> · {word}</span>)}</span>
      </button>
      {differing.length > 0 && <button type="button" class="chip-clear" aria-label="Clear the surroundings" title="Clear" onClick={resetSurroundings}><Icon name="close" /></button>}
    </span>
  )
}

/** The Region that the reply is of. By itself, since few letters change it. */
const regionInUse = computed(() => {
  const reply = lastReadableReply.value
  return surroundings.value.region || (reply && placeInUse(reply.body)?.region) || 'us-east-1'
})
