import { useId, useState } from 'preact/hooks'
import { Icon } from '../core/ui/icons.tsx'
import type { Field } from '../engine/engine.ts'
import { useFilling } from './filling.ts'
import { leftOut } from './left-out.ts'
import { ScalarControl } from './scalar-control.tsx'

interface RowProps {
  field: Field
  /** True while something is looked for: what is found must not be folded away. */
  open?: boolean
  /** Set for an element of a list: its place, how many there are, and whether they are words of a given few. */
  element?: { index: number, of: number, list: string, words: boolean }
  /** Set for an entry of a map. */
  entry?: boolean
}

/** One field with its problems: a control, or a block of fields. */
export function FieldRow({ field, open = false, element, entry = false }: RowProps) {
  const id = useId()
  const filling = useFilling()
  const block = field.misfit === '' && (field.type === 'structure' || field.type === 'list' || field.type === 'map')
  // In a list of words the word is all there is to say; another one is added, and not made of this one.
  const word = element !== undefined && element.words
  // A wrong word is chosen anew in the list of the right ones.
  const boxed = field.type === 'unknown' || field.misfit !== '' && field.values.length === 0
  const shown = open || (filling.folded.value.get(field.pointer) ?? field.given)
  const fold = (): void => { filling.folded.value = new Map([...filling.folded.peek(), [field.pointer, !shown]]) }
  const wrong = filling.problemsAt.value.get(field.pointer)?.some(({ severity }) => severity === 'error') ?? false
  return (
    <div class={`field-row ${block ? 'block' : ''}`} data-pointer={field.pointer} data-from={field.given ? field.from : -1} data-given={field.given} data-wrong={wrong}>
      <div class="field-head">
        {block
          ? <button type="button" class="field-fold" aria-expanded={shown} aria-controls={`${id}-block`} onClick={fold}><Icon name="chevron" /><span class="field-name">{field.name}</span></button>
          : word || boxed ? <span class="field-name">{field.name}</span>
          : <label class="field-name" for={id}>{field.name}</label>}
        {field.required && <span class="tag">required</span>}
        {field.immutable && <span class="tag" title={field.adds ? `No update changes it; ${field.adds} adds to it` : 'An update cannot change it'}>{field.adds ? 'add only' : 'cannot be changed later'}</span>}
        {field.deprecated && <span class="tag">deprecated</span>}
        {!field.given && block && <span class="field-default">{leftOut(field, filling, field.update === 'reset' && filling.updates ? 'its default' : 'the service fills it in')}</span>}
        <span class="field-actions">
          {entry && <RenameButton field={field} />}
          {element && <MoveButtons field={field} element={element} />}
          {block && !field.given && field.type === 'structure' && <button type="button" class="button quiet" onClick={() => void filling.changeAndGo({ op: 'set', pointer: field.pointer })}><Icon name="add" />Add</button>}
          {field.given && (
            <button
              type="button" class="button quiet icon-only" aria-label={`Remove ${field.name}`} title="Remove"
              onClick={() => void filling.change({ op: 'remove', pointer: field.pointer })}
            >
              <Icon name="remove" />
            </button>
          )}
        </span>
      </div>
      {field.description && element === undefined && <p class="field-about" id={`${id}-about`} title={field.description}>{field.description}</p>}
      {boxed ? <Misfit field={field} told={wrong} /> : !block && !word && <ScalarControl id={id} field={field} />}
      <Problems pointer={field.pointer} />
      {block && shown && <div class="field-block" id={`${id}-block`} role="group" aria-label={field.name}><Inside field={field} open={open} /></div>}
    </div>
  )
}

/** A list with more than this is for the text view; drawing it would be felt with each letter. */
const fieldsShown = 200

function Inside({ field, open }: { field: Field, open: boolean }) {
  const inside = field.fields.slice(0, fieldsShown)
  const rest = field.fields.length - inside.length
  switch (field.type) {
    case 'list':
      return (
        <>
          {inside.map((inner, index) => <FieldRow key={inner.pointer} field={inner} open={open} element={{ index, of: field.fields.length, list: field.name, words: field.values.length > 0 }} />)}
          {rest > 0 && <p class="field-hint">and {rest.toLocaleString('en')} more, in the text</p>}
          <AddElement field={field} />
        </>
      )
    case 'map':
      return (
        <>
          {inside.map((inner) => <FieldRow key={inner.pointer} field={inner} open={open} entry />)}
          {rest > 0 && <p class="field-hint">and {rest.toLocaleString('en')} more, in the text</p>}
          <AddEntry field={field} />
        </>
      )
    default:
      return <>{field.fields.map((inner) => <FieldRow key={inner.pointer} field={inner} open={open} />)}</>
  }
}

function AddElement({ field }: { field: Field }) {
  const filling = useFilling()
  // The values that are left are offered one by one: adding one and then changing it would be two steps.
  const left = field.values.filter((value) => !field.fields.some((inner) => inner.value === value))
  if (field.max !== undefined && field.fields.length >= field.max) return <p class="field-hint">No more than {field.max} can be added.</p>
  if (field.values.length > 0) {
    return (
      <p class="field-adds">
        {left.map((value) => (
          <button type="button" class="button quiet" key={value} onClick={() => void filling.change({ op: 'add', pointer: field.pointer, value: JSON.stringify(value) })}>
            <Icon name="add" />{value}
          </button>
        ))}
      </p>
    )
  }
  return (
    <p class="field-adds">
      <button type="button" class="button quiet" onClick={() => void filling.changeAndGo({ op: 'add', pointer: field.pointer })}><Icon name="add" />Add to {field.name}</button>
    </p>
  )
}

function AddEntry({ field }: { field: Field }) {
  const filling = useFilling()
  const id = useId()
  const [key, setKey] = useState('')
  const left = field.values.filter((value) => !field.fields.some((inner) => inner.name === value))
  const add = (): void => {
    setKey('')
    void filling.changeAndGo({ op: 'add', pointer: field.pointer, key })
  }
  return (
    <div class="field-adds">
      <label for={id}>New name</label>
      <input
        id={id} type="text" value={key} autocomplete="off" spellcheck={false} list={left.length > 0 ? `${id}-list` : undefined}
        onInput={(event) => setKey(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') add() }}
      />
      {left.length > 0 && <datalist id={`${id}-list`}>{left.map((value) => <option key={value} value={value} />)}</datalist>}
      <button type="button" class="button quiet" onClick={add}><Icon name="add" />Add</button>
    </div>
  )
}

function RenameButton({ field }: { field: Field }) {
  const filling = useFilling()
  const [name, setName] = useState<string | null>(null)
  if (name === null) return <button type="button" class="button quiet" onClick={() => setName(field.name)}>Rename</button>
  const rename = (): void => {
    setName(null)
    if (name !== field.name) void filling.changeAndGo({ op: 'rename', pointer: field.pointer, key: name })
  }
  return (
    <input
      type="text" class="field-rename" aria-label={`New name for ${field.name}`} value={name} ref={(input) => { if (name === field.name) input?.focus() }}
      onInput={(event) => setName(event.currentTarget.value)} onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === 'Enter') rename()
        if (event.key === 'Escape') setName(null)
      }}
    />
  )
}

function MoveButtons({ field, element: { index, of, list } }: { field: Field, element: NonNullable<RowProps['element']> }) {
  const filling = useFilling()
  const move = (to: number): void => void filling.changeAndGo({ op: 'move', pointer: field.pointer, index: to })
  return (
    <>
      <button type="button" class="button quiet icon-only" aria-label={`Move ${field.name} up in ${list}`} title="Move up" disabled={index === 0} onClick={() => move(index - 1)}><Icon name="up" /></button>
      <button type="button" class="button quiet icon-only" aria-label={`Move ${field.name} down in ${list}`} title="Move down" disabled={index === of - 1} onClick={() => move(index + 1)}><Icon name="down" /></button>
    </>
  )
}

/** A value that no control can show. The problem below may have told already what is wrong with it. */
function Misfit({ field, told }: { field: Field, told: boolean }) {
  const filling = useFilling()
  return (
    <div class="field-misfit" data-wrong={field.misfit !== ''}>
      {!told && <p>{field.misfit || 'The API has no such member here. It stays in the text as it is.'}</p>}
      <pre class="raw">{field.value}</pre>
      {field.type !== 'unknown' && <button type="button" class="button fix" onClick={() => void filling.changeAndGo({ op: 'set', pointer: field.pointer })}><Icon name="fix" />Replace it</button>}
    </div>
  )
}

function Problems({ pointer }: { pointer: string }) {
  const filling = useFilling()
  const found = filling.problemsAt.value.get(pointer) ?? []
  const refusal = filling.refused.value?.pointer === pointer ? filling.refused.value.why : null
  if (found.length === 0 && refusal === null) return null
  return (
    <ul class="field-problems">
      {refusal !== null && <li class="error"><Icon name="error" /><span>{refusal}</span></li>}
      {found.map((problem) => (
        <li key={`${problem.rule} ${problem.message}`} class={problem.severity}>
          <Icon name={problem.severity} />
          <div>
            <p>{problem.message}</p>
            {problem.fixes.length > 0 && (
              <p class="field-fixes">
                {problem.fixes.map((fix) => <button type="button" class="button fix" key={fix.title} onClick={() => filling.mend(fix)}><Icon name="fix" />{fix.title}</button>)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
