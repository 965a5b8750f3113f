import { render } from 'preact'
import { Icon } from '../core/ui/icons.tsx'
import { OutLink } from '../core/ui/out-link.tsx'
import type { Hover } from '../engine/engine.ts'

const typeNames = {
  string: 'string', integer: 'whole number', boolean: 'true or false', timestamp: 'moment', list: 'list', map: 'names and values', structure: 'block',
} as const

/** What is known of a member or a value. The short one stands beside the pointer, the long one in its pane. */
export function ReferenceCard({ of, short = false }: { of: Hover, short?: boolean }) {
  return (
    <div class={`reference-card ${short ? 'short' : ''}`}>
      <p class="reference-head">
        <strong class="reference-name">{of.name}</strong>
        <span class="reference-type">{typeNames[of.type]}</span>
        {of.required && <span class="tag">required</span>}
        {of.deprecated && <span class="tag">deprecated</span>}
        {of.since && <span class="reference-since">since {of.since}</span>}
      </p>
      {of.description && <p>{of.description}</p>}
      {of.limits.length > 0 && <ul class="reference-limits">{of.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul>}
      {of.values.length > 0 && (
        <p class="reference-values">
          <span class="reference-label">One of</span> {of.values.map(({ value, since }) => (
            <span key={value}><code>{value}</code>{since && <span class="reference-since"> since {since}</span>}</span>
          ))}
        </p>
      )}
      <dl class="reference-facts">
        {of.absent !== undefined && <Fact name="Left out" json={of.absent} />}
        {of.blockAbsent !== undefined && of.blockAbsent !== of.absent && <Fact name="Left out with its block" json={of.blockAbsent} />}
        {of.update && <div><dt>Update</dt><dd>{of.update}</dd></div>}
      </dl>
      {!short && of.rules.length > 0 && (
        <section class="reference-rules">
          <h3>Rules</h3>
          <ul>
            {of.rules.map(({ id, severity, message }) => (
              <li key={id} class={severity}>
                <Icon name={severity} />
                <span>{message} {RULE_IDS.includes(id) && <a href={`rules.html#${encodeURIComponent(id)}`} target="_blank" rel="noopener">{id}</a>}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {short
        ? of.rules.length > 0 && <p class="reference-more">{of.rules.length === 1 ? 'One rule speaks' : `${of.rules.length} rules speak`} of it. The Reference pane has all.</p>
        : (
          <p class="evidence">
            <span class="tag">{of.evidence}</span>
            {of.links.map((link) => <OutLink key={link} to={link} />)}
            <span class="pointer">{of.pointer}</span>
          </p>
        )}
    </div>
  )
}

function Fact({ name, json }: { name: string, json: string }) {
  return <div><dt>{name}</dt><dd>{json === 'null' ? 'the pool has nothing there' : <code>{json}</code>}</dd></div>
}

/** Draws the short form into an editor's tooltip; what it returns takes it away. */
export function drawHover(of: Hover, into: HTMLElement): () => void {
  render(<ReferenceCard of={of} short />, into)
  return () => render(null, into)
}
