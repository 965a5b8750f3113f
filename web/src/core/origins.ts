import type { Origin } from '../engine/types.ts'
import type { Line } from './body.ts'

/** The kinds of origin, in the order of the filters, with the words and letters that mark them. */
export const originKinds = ['given', 'default', 'derived', 'generated', 'unknown'] as const

/** One kind of origin. */
export type OriginKind = typeof originKinds[number]

/** What marks a kind of origin: its letter where there is no room for the word, and what it means. */
export const originMarks: Readonly<Record<OriginKind, { letter: string, plural: string, meaning: string }>> = {
  given: { letter: 'G', plural: 'given', meaning: 'You set it in the request.' },
  default: { letter: 'D', plural: 'defaults', meaning: 'The request leaves it out, and the service fills it in.' },
  derived: { letter: '=', plural: 'derived', meaning: 'The service computes it from other values of the request.' },
  unknown: { letter: '?', plural: 'unknown', meaning: 'A tool works it out at deployment; here stands its expression.' },
  generated: { letter: '*', plural: 'generated', meaning: 'The service makes it up anew; here stands an example.' },
}

/** The origin of a line's value: its own or, where only a container has one, the container's. */
export function originOf(origins: Readonly<Record<string, Origin>>, line: Line): Origin | undefined {
  if (line.kind === 'close') return undefined
  if (line.kind === 'open') return origins[line.pointer]
  for (let pointer = line.pointer; ; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const origin = origins[pointer]
    if (origin ?? pointer === '') return origin
  }
}
