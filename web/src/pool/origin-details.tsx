import { originMarks } from '../core/origins.ts'
import type { Origin } from '../engine/types.ts'
import { landOnPointer } from '../request/current.ts'
import type { MarkedLine } from './marked.ts'

/** Where the value of one line comes from, and how that is known. */
export function OriginDetails({ line }: { line: MarkedLine | undefined }) {
  return (
    <footer class="origin-details" id="origin-details">
      {line?.origin
        ? <Explained origin={line.origin} pointer={line.pointer} />
        : <p class="placeholder-hint">{line
          ? 'A block of values: each of its lines has its own origin.'
          : 'Point at a value, or walk the lines with ↑ and ↓, to see where it comes from.'}</p>}
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
        {from !== undefined && <button type="button" class="text-link" onClick={() => landOnPointer(from)}>Show in request</button>}
      </p>
      <p class="origin-why">{why ?? originMarks[kind].meaning}</p>
    </>
  )
}
