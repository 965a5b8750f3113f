// What the view of decisions for ever shows. It is fetched when that is first opened.

import { awaiting } from '../core/follow.ts'
import { reading, requestText } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import type { Field } from '../engine/engine.ts'
import { landOnPointer } from '../request/current.ts'
import { changeable, changes, decided, forEverOf } from './decisions.ts'
import { members, ticked } from './doors.ts'

/** The decisions for ever, defaults included, and beside them what can be changed and how. */
export function DoorsBody() {
  const { answer, failure } = members.value
  if (!answer) return <p class="placeholder">{failure ?? awaiting('the request')}</p>
  if (answer.unreadable) return <p class="placeholder">{answer.unreadable}</p>
  const doors = forEverOf(answer.fields)
  const open = doors.filter((field) => ticked.value.get(field.pointer) !== valueOf(field)).length
  return (
    <div class="doors" tabIndex={0} role="region" aria-label="What cannot be changed once the pool is made">
      <div class="doors-head">
        <h3>What cannot be changed once the pool is made</h3>
        <p role="status">{open === 0 ? 'All are checked.' : `${doors.length - open} of ${doors.length} checked`}</p>
        <CopyButton label="Copy as Markdown" text={() => markdown(answer.fields)} />
        <button type="button" class="button quiet" onClick={() => print()}>Print</button>
      </div>
      <ul class="doors-list">{doors.map((field) => <Door key={field.pointer} field={field} />)}</ul>
      {changes.map(({ title, about, update }) => (
        <section key={title}>
          <h3>{title}</h3>
          <p class="doors-about">{about}</p>
          <p class="doors-names">{changeable(answer.fields, update).map(({ name, pointer, given }) => given
            ? <button type="button" class="text-link" key={pointer} onClick={() => landOnPointer(pointer)}>{name}</button>
            : <span key={pointer}>{name}</span>)}</p>
        </section>
      ))}
    </div>
  )
}

/** One decision: what it is now, what that means, and whether somebody has looked at it. */
function Door({ field }: { field: Field }) {
  const value = valueOf(field)
  const done = ticked.value.get(field.pointer) === value
  const tick = (): void => {
    const next = new Map(ticked.peek())
    if (done) next.delete(field.pointer)
    else next.set(field.pointer, value)
    ticked.value = next
  }
  return (
    <li class="door">
      <label><input type="checkbox" checked={done} onChange={tick} /><span class="door-name">{field.name}</span></label>
      <p class="door-value">{stateOf(field)} <code>{value || 'not set'}</code>{(field.given || openIn(field).length > 0) && <> <button type="button" class="text-link" onClick={() => landOnPointer(field.pointer)}>Show in request</button></>}</p>
      <p>{field.forEver}</p>
    </li>
  )
}

/** What of a decision only a deployment tells, as the text has it. */
const openIn = ({ pointer }: Field): string[] => (reading.value?.unknowns ?? [])
  .filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`)).map(({ expression }) => expression || 'an expression')

const valueOf = (field: Field): string => {
  const open = openIn(field)
  return open.length === 0 ? decided(requestText.value, field) : [...field.given ? [decided(requestText.value, field)] : [], ...open].join(', ')
}

const stateOf = (field: Field): string => openIn(field).length > 0 ? 'Decided at deployment:' : field.given ? 'Now:' : 'Left out:'

/** The same for a pull request. */
function markdown(fields: readonly Field[]): string {
  const doors = forEverOf(fields)
  return [
    '### What cannot be changed once the pool is made', '',
    ...doors.map((field) => `- [${ticked.value.get(field.pointer) === valueOf(field) ? 'x' : ' '}] **${field.name}**: ${valueOf(field) ? `\`${valueOf(field)}\`` : 'nothing'}${openIn(field).length > 0 ? ' (decided at deployment)' : field.given ? '' : ' (left out)'}. ${field.forEver}`),
    ...changes.flatMap(({ title, about, update }) => ['', `### ${title}`, '', about, '', changeable(fields, update).map(({ name }) => name).join(', ')]),
  ].join('\n') + '\n'
}
