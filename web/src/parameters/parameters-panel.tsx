import { useId, useRef } from 'preact/hooks'
import { parameters } from '../core/options.ts'
import { evaluation, reading } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import type { Parameter, UnknownValue } from '../engine/types.ts'
import { landOn } from '../request/current.ts'
import { parametersCount, parametersInUse, parametersOpen, setParameter } from './parameters.ts'

/** Opens and closes the panel; absent where there is nothing in it. */
export function ParametersButton() {
  const count = parametersCount.value
  if (count === 0) return null
  return (
    <button
      type="button" class="button quiet" id="parameters-opener" aria-expanded={parametersOpen.value} aria-controls="parameters"
      onClick={() => parametersOpen.value = !parametersOpen.value}
    >
      {reading.value!.parameters.length > 0 ? 'Parameters' : 'Unknown values'}<span class="count">{count}</span><Icon name="chevron" />
    </button>
  )
}

/** The values that the outside gives the text, to be set, and those that stay unknown. It stays open, so that the answer can be watched. */
export function ParametersPanel() {
  const panel = useRef<HTMLElement>(null)
  const now = reading.value
  if (!parametersOpen.value || !now || parametersCount.value === 0) return null
  const set = Object.keys(parametersInUse.value)
  const close = (): void => {
    const opener = (panel.current?.getRootNode() as ShadowRoot).getElementById('parameters-opener')
    parametersOpen.value = false
    opener?.focus()
  }
  return (
    <section
      class="parameters" id="parameters" ref={panel} aria-labelledby="parameters-title" tabIndex={0}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close() } }}
    >
      {now.parameters.length > 0 && (
        <>
          <header>
            <h3 id="parameters-title">Parameters</h3>
            <button type="button" class="button quiet" disabled={set.length === 0} onClick={() => set.forEach((name) => setParameter(name, null))}>Unset all</button>
          </header>
          <ul class="parameter-list">{now.parameters.map((each) => <Row key={each.name} of={each} />)}</ul>
        </>
      )}
      {now.unknowns.length > 0 && (
        <>
          <header><h3 {...(now.parameters.length > 0 ? {} : { id: 'parameters-title' })}>Unknown until deployment</h3></header>
          <ul class="unknown-list">{now.unknowns.slice(0, unknownsShown).map((each) => <Unknown key={`${each.pointer} ${each.from}`} of={each} />)}</ul>
          {now.unknowns.length > unknownsShown && <p class="field-hint">and {(now.unknowns.length - unknownsShown).toLocaleString('en')} more</p>}
        </>
      )}
    </section>
  )
}

const unknownsShown = 200

function Row({ of: { name, value, why, from, to, allowed } }: { of: Parameter }) {
  const id = useId()
  const set = parameters.value[name]
  // An argument of a script has a number for a name, and is written with a dollar.
  const label = /^\d+$/.test(name) ? `$${name}` : name
  return (
    <li class="field parameter" data-set={set !== undefined}>
      <label for={id}>{label}</label>
      <span class="parameter-value">
        <input
          id={id} type="text" value={set ?? ''} placeholder={value ?? 'unknown'} autocomplete="off" autocapitalize="off" spellcheck={false} aria-describedby={`${id}-why`}
          {...(allowed.length > 0 ? { list: `${id}-allowed` } : {})}
          onInput={(event) => setParameter(name, event.currentTarget.value || null)}
        />
        {allowed.length > 0 && <datalist id={`${id}-allowed`}>{allowed.map((each) => <option key={each} value={each} />)}</datalist>}
        {set !== undefined && (
          <button type="button" class="button quiet icon-only" aria-label={`Unset ${label}`} title="Unset" onClick={() => setParameter(name, null)}><Icon name="close" /></button>
        )}
      </span>
      <p class="field-hint" id={`${id}-why`}>{why}{to > from && <> <Where from={from} to={to} pointer="" label={label} /></>}</p>
    </li>
  )
}

function Unknown({ of: { pointer, from, to, expression, why } }: { of: UnknownValue }) {
  return (
    <li>
      <button type="button" class="text-link" onClick={() => landOn({ from, to, pointer })}><code>{short(expression)}</code></button>
      {pointer && <span class="pointer">{pointer}</span>}
      <p class="field-hint">{why}</p>
    </li>
  )
}

const short = (expression: string): string => expression.length > 120 ? `${expression.slice(0, 119)}…` : expression

/** A place in the text, to go to. */
function Where({ from, to, pointer, label }: { from: number, to: number, pointer: string, label: string }) {
  const doc = evaluation.value?.doc
  if (!doc) return null
  return (
    <button type="button" class="text-link" aria-label={`Show ${label} in the text`} onClick={() => landOn({ from, to, pointer })}>Line {doc.lineAt(Math.min(from, doc.length)).number}</button>
  )
}
