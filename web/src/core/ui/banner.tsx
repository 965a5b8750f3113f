import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

interface BannerProps {
  /** How much it matters: only a note waits until what is being said has been heard. */
  kind: 'error' | 'warning' | 'note'
  /** Another icon than that of its kind. */
  icon?: IconName
  /** True where it offers something, and its buttons may go below its words. */
  offer?: boolean
  children: ComponentChildren
}

/** A line above the panes. */
export function Banner({ kind, icon = kind, offer, children }: BannerProps) {
  return <div class={`banner ${kind}${offer ? ' offer' : ''}`} role={kind === 'note' ? 'status' : 'alert'}><Icon name={icon} />{children}</div>
}
