import type { ComponentChildren } from 'preact'
import { nameOf } from '../links.ts'
import { Icon } from './icons.tsx'

/** A link to another site. It opens beside the page: the text that is written here stays. */
export function OutLink({ to, children }: { to: string, children?: ComponentChildren }) {
  return <a class="out-link" href={to} target="_blank" rel="noreferrer">{children ?? nameOf(to)}<Icon name="link" /></a>
}
