import { useEffect } from 'preact/hooks'
import type { Change } from '../engine/types.ts'
import { askForChanges, changes, changesFailure } from './changes.ts'
import { CheckedField } from './checked-field.tsx'
import { firstDay, surround, surroundings, today, wrongDay } from './surroundings.ts'

/** The API on another day: any, or one on which it changed. */
export function ApiDate() {
  useEffect(askForChanges, [])
  const { asOf } = surroundings.value
  const inForce = changes.value?.find(({ day }) => asOf === '' || day <= asOf)?.day
  return (
    <div class="api-date">
      <CheckedField
        label="API as of" type="date" min={firstDay} max={today} value={asOf} placeholder="newest" wrong={wrongDay} take={(day) => surround({ asOf: day })}
        hint={inForce ? `${asOf ? 'As' : 'The newest, as'} it stands since ${inForce}.` : 'Empty: the newest.'}
      />
      {changes.value
        ? (
          <div class="days" role="group" aria-label="Days on which the API changed">
            <button type="button" class="day" aria-pressed={asOf === ''} onClick={() => surround({ asOf: '' })}><strong>Newest</strong></button>
            {changes.value.map((change) => (
              <Day key={change.day} change={change} chosen={asOf !== '' && change.day === inForce} />
            ))}
          </div>
        )
        : <p class="field-hint">{changesFailure.value ?? 'Looking up the days on which it changed…'}</p>}
    </div>
  )
}

function Day({ change: { day, title, added, changed }, chosen }: { change: Change, chosen: boolean }) {
  return (
    <button type="button" class="day" aria-pressed={chosen} onClick={() => surround({ asOf: day })}>
      <strong>{day}</strong>{title && <span class="day-title">{title}</span>}
      {added.length > 0 && <span class="day-news"><span class="day-sign">New</span>{added.map((pointer) => <code key={pointer}>{pointer}</code>)}</span>}
      {changed.map((sentence) => <span class="day-news" key={sentence}><span class="day-sign">Changed</span><span class="day-sentence">{sentence}</span></span>)}
    </button>
  )
}
