// What is in the panel of the surroundings. It is fetched when that is first opened.

import { useEffect, useRef, useState } from 'preact/hooks'
import { wrongAccountId, wrongRegion } from '../core/places.ts'
import { unfamiliarRegion } from '../core/regions.ts'
import { lastReadableReply, request } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { ApiDate } from './api-date.tsx'
import { CheckedField } from './checked-field.tsx'
import {
  differences, placeInUse, resetSurroundings, surround, surroundings, surroundingsOpen, type Surroundings,
} from './surroundings.ts'

const smsRoles = { 'ok': 'Works', 'no-trust': 'Does not trust Cognito', 'no-publish': 'May not publish' } as const
const views = { create: 'Create answer', describe: 'Describe right after' } as const

/** What is in use where nothing is said: what the request names, or an example. */
function inUse(value: string | undefined): string {
  if (value === undefined) return "Read from the request's ARNs."
  return `In use: ${value}, ${request.value.doc?.toString().includes(value) ? 'from the request' : 'an example, since the request names none'}.`
}

/** What the answer depends on beside the text. It stays open, so that the answer can be watched while things are tried. */
export function SurroundingsPanel() {
  const open = surroundingsOpen.value
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open) panel.current?.querySelector('input')?.focus()
  }, [open])
  // By keys one can leave it while it still lies over the reply.
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      const within = event.composedPath().some((each) => each instanceof HTMLDialogElement)
      if (event.key === 'Escape' && !event.defaultPrevented && !within) surroundingsOpen.value = false
    }
    document.addEventListener('keydown', escape)
    return () => document.removeEventListener('keydown', escape)
  }, [])
  if (!open) return null

  const now = surroundings.value
  const reply = lastReadableReply.value
  const place = reply && placeInUse(reply.body)
  const close = (): void => {
    const openers = (panel.current?.getRootNode() as ShadowRoot).querySelectorAll<HTMLElement>('.surroundings-opener')
    const opener = [...openers].find((each) => each.checkVisibility())
    surroundingsOpen.value = false
    opener?.focus()
  }
  // What Tab goes to next lies below it.
  const closeIfLeft = (): void => {
    const root = panel.current?.getRootNode() as ShadowRoot | undefined
    if (root?.activeElement && !panel.current?.contains(root.activeElement)) surroundingsOpen.value = false
  }
  // The button is disabled then, and would take the focus with it.
  const reset = (): void => {
    resetSurroundings()
    panel.current?.querySelector('input')?.focus()
  }
  return (
    <section
      class="surroundings" id="surroundings" ref={panel} aria-labelledby="surroundings-title"
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close() } else if (event.key === 'Tab') requestAnimationFrame(closeIfLeft) }}
    >
      <header>
        <h3 id="surroundings-title">Surroundings</h3>
        <button type="button" class="button quiet" disabled={differences(now).length === 0} onClick={reset}>Reset</button>
        <button type="button" class="button quiet icon-only" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </header>
      <div class="field-pair">
        <CheckedField
          label="Region" value={now.region} wrong={wrongRegion} take={(region) => surround({ region })} placeholder={place?.region ?? ''}
          hint={now.region ? unfamiliarRegion(now.region) ?? 'Empty: read from the request.' : inUse(place?.region)}
        />
        <CheckedField
          label="Account id" value={now.accountId} wrong={wrongAccountId} take={(accountId) => surround({ accountId })} placeholder={place?.accountId ?? ''}
          hint={now.accountId ? 'Empty: read from the request.' : inUse(place?.accountId)} numeric
        />
      </div>
      <Choice label="SMS role" name="sms-role" of={smsRoles} value={now.smsRole} take={(smsRole) => surround({ smsRole })} />
      <Identities now={now} />
      <Choice label="View" name="view" of={views} value={now.view} take={(view) => surround({ view })} />
      <ApiDate />
    </section>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  name: string
  of: Readonly<Record<Value, string>>
  value: Value
  take(value: Value): void
}

function Choice<Value extends string>({ label, name, of, value, take }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {(Object.keys(of) as Value[]).map((each) => (
        <label key={each}><input type="radio" name={name} checked={each === value} onChange={() => take(each)} /><span>{of[each]}</span></label>
      ))}
    </fieldset>
  )
}

function Identities({ now }: { now: Surroundings }) {
  const only = now.sesIdentities !== null
  // What is typed keeps its empty lines; what is told to the engine has none.
  const [typed, setTyped] = useState((now.sesIdentities ?? []).join('\n'))
  const take = (text: string): void => {
    setTyped(text)
    surround({ sesIdentities: text.split(/[\s,]+/).filter(Boolean) })
  }
  return (
    <>
      <Choice
        label="Verified SES identities" name="identities" of={{ all: 'All that the request names', only: 'Only these' }} value={only ? 'only' : 'all'}
        take={(choice) => choice === 'only' ? take(typed) : surround({ sesIdentities: null })}
      />
      {only && (
        <textarea
          class="identities" rows={3} aria-label="Verified addresses and domains, one a line" placeholder={'support@example.com\nexample.com'}
          value={typed} spellcheck={false} onInput={(event) => take(event.currentTarget.value)}
        />
      )}
    </>
  )
}
