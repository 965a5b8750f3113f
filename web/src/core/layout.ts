// How the room is shared out among the panes, and which of them are in sight.

import { effect, signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { keep, recall } from './storage.ts'

/** A pane as its folder declares it; a narrow screen shows one of them. */
export interface Pane {
  /** The id of its element. */
  readonly id: string
  /** What its tab says on a narrow screen. */
  readonly label: string
  /** What stands beside that. */
  readonly Badge?: ComponentType
  /** What takes the focus in it, by a selector. */
  readonly stop: string
  readonly style: string
}

interface Sizes {
  /** The request's share of the width, in percent. */
  request: number
  /** The problems' share of the height, in percent. */
  problems: number
  problemsOpen: boolean
}

/** What the splitters go back to on a double click. */
export const usualSizes: Readonly<Sizes> = { request: 46, problems: 27, problemsOpen: true }

function keptSizes(): Sizes {
  try {
    const kept = JSON.parse(recall('layout') ?? '{}') as Partial<Sizes>
    const share = (value: unknown, usual: number): number =>
      typeof value === 'number' && value >= 15 && value <= 80 ? value : usual
    return {
      request: share(kept.request, usualSizes.request),
      problems: share(kept.problems, usualSizes.problems),
      problemsOpen: kept.problemsOpen !== false,
    }
  } catch {
    return usualSizes
  }
}

/** The sizes of the panes, remembered between visits. */
export const sizes = signal<Sizes>(keptSizes())

/** The id of the pane that a narrow screen shows. */
export const shownPane = signal('request')

const narrowScreen = matchMedia('(max-width: 699.98px)')

/** True on a narrow screen, as the style sheet has it. */
export const narrow = signal(narrowScreen.matches)
narrowScreen.addEventListener('change', ({ matches }) => narrow.value = matches)

effect(() => {
  keep('layout', JSON.stringify(sizes.value))
})
