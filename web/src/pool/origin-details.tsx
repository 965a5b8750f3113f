import { readOnly } from '../core/embedding.ts'
import { originMarks } from '../core/origins.ts'
import { foreign } from '../core/store.ts'
import type { Origin } from '../engine/types.ts'
import { landOnPointer } from '../request/current.ts'
import { writeIn } from './write-in.ts'
import type { MarkedLine } from './marked.ts'

/** Set where nothing is pointed with: a finger only taps. */
const hoverless = matchMedia('(hover: none)')

/** Where the value of one line comes from, and how that is known. */
export function OriginDetails({ line, chosen }: { line: MarkedLine | undefined, chosen: boolean }) {
  return (
    // What is only pointed at takes no room: the lines would move away below the pointer.
    <footer class="origin-details" id="origin-details" data-of={!line ? 'nothing' : chosen ? 'chosen' : 'pointed'}>
      {line?.origin
        ? <Explained origin={line.origin} pointer={line.pointer} />
        : <p class="placeholder-hint">{line
          ? 'A block of values: each of its lines has its own origin.'
          : hoverless.matches ? 'Tap a value to see where it comes from.' : 'Point at a value, or walk the lines with ↑ and ↓, to see where it comes from.'}</p>}
    </footer>
  )
}

function Explained({ origin, pointer }: { origin: Origin, pointer: string }) {
  const { from, kind, why, evidence } = origin
  return (
    <>
      <p class="origin-place">
        <span class={`mark ${kind}`}><span class="word">{kind}</span></span>
        <span class="pointer">{pointer}</span>
        {evidence && <span class="tag">{evidence}</span>}
        {kind === 'default' && !readOnly.value && !foreign.value && (
          <button type="button" class="text-link" onClick={() => void writeIn(pointer)}>Write it into the request</button>
        )}
        {from !== undefined && <button type="button" class="text-link" onClick={() => landOnPointer(from)}>Show in request</button>}
      </p>
      <p class="origin-why">{why ?? originMarks[kind].meaning}</p>
    </>
  )
}
