// What the view of the comparison shows. It is fetched when that is first opened.

import { useMemo } from 'preact/hooks'
import { examples } from '../core/examples.ts'
import { replyInSight } from '../core/store.ts'
import type { Reply } from '../engine/engine.ts'
import { compare, type ComparedLine } from './compared.ts'
import { baseline, baselineFailure, baselineReply } from './comparison.ts'

/** What differs, and the choice of what with. */
export function CompareBody() {
  const reply = replyInSight.value
  const other = baselineReply.value
  return (
    <>
      <div class="compare-bar">
        <label for="baseline">Compare with the reply</label>
        <select id="baseline" value={baseline.value} onChange={(event) => baseline.value = event.currentTarget.value}>
          <option value="before">before the last change</option>
          {examples.map(({ id, title }) => <option key={id} value={id}>to “{title}”</option>)}
        </select>
      </div>
      {baselineFailure.value !== null ? <p class="placeholder">{baselineFailure.value}</p>
        : other && reply ? <Difference before={other} now={reply} />
        : <p class="placeholder">Nothing has changed yet. Change the request, or compare with an example.</p>}
    </>
  )
}

function Difference({ before, now }: { before: Reply, now: Reply }) {
  const lines = useMemo(() => compare(before, now), [before, now])
  const count = (side: ComparedLine['side']): number => lines.filter((line) => typeof line !== 'number' && line.side === side).length
  const gone = count('before')
  const come = count('now')
  return (
    <>
      <p class="compare-sum" role="status">{gone + come === 0 ? 'The two replies are the same.' : `${come} ${come === 1 ? 'line' : 'lines'} only here, ${gone} only there.`}</p>
      <div class="compared" tabIndex={0} role="region" aria-label="Differences, line by line">
        {gone + come > 0 && lines.map((line, index) => typeof line === 'number'
          ? <div class="compared-same" key={index}>{line} {line === 1 ? 'line is' : 'lines are'} the same</div>
          : <Compared key={index} line={line} />)}
      </div>
    </>
  )
}

const signs = { both: ['', ''], before: ['−', 'only there: '], now: ['+', 'only here: '] } as const

function Compared({ line: { line, side } }: { line: ComparedLine }) {
  const [sign, words] = signs[side]
  return (
    <div class="compared-line" data-side={side}>
      <span class="compared-sign" aria-hidden="true">{sign}</span>
      <code style={{ '--depth': line.depth }}>
        {words && <span class="unseen">{words}</span>}
        {line.name !== undefined && <><span class="name">{line.name}</span><span class="punctuation">: </span></>}
        <span class={line.kind}>{line.value}</span>{line.comma && <span class="punctuation">,</span>}
      </code>
    </div>
  )
}
