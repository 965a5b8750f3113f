// What the view of the comparison shows. It is fetched when that is first opened.

import { signal } from '@preact/signals'
import { useMemo, useState } from 'preact/hooks'
import { examples } from '../core/examples.ts'
import { replyInSight } from '../core/store.ts'
import type { Reply } from '../engine/engine.ts'
import { firstDay, surroundings, today, wrongDay } from '../surroundings/surroundings.ts'
import { compare, type ComparedLine } from './compared.ts'
import { baseline, baselineFailure, baselineReply, keepNow, kept, sentences } from './comparison.ts'

/** The day that is compared with, when one is: a year in which much was not there yet. */
const comparedDay = signal('2020-01-01')

/** What differs, and the choice of what with. */
export function CompareBody() {
  const reply = replyInSight.value
  const other = baselineReply.value
  const day = comparedDay.value
  return (
    <>
      <div class="compare-bar">
        <label for="baseline">Compare with the reply</label>
        <select id="baseline" value={baseline.value} onChange={(event) => baseline.value = event.currentTarget.value}>
          {kept.value && <option value="a">to A, which was kept</option>}
          <option value="before">before the last change</option>
          {surroundings.value.asOf && <option value="newest">to this request with the newest API</option>}
          <option value={day}>to this request with the API of a day</option>
          {examples.map(({ id, title }) => <option key={id} value={id}>to “{title}”</option>)}
        </select>
        {baseline.value === day && <input type="date" aria-label="The day" value={day} min={firstDay} max={today} onChange={({ currentTarget: { value } }) => { if (value !== '' && wrongDay(value) === null) baseline.value = comparedDay.value = value }} />}
        <button type="button" class="button quiet" onClick={keepNow}>Keep this as A</button>
        {kept.value && <button type="button" class="button quiet" onClick={() => { kept.value = null; if (baseline.peek() === 'a') baseline.value = 'before' }}>Remove A</button>}
      </div>
      {baselineFailure.value !== null ? <p class="placeholder">{baselineFailure.value}</p>
        : other && reply ? <Difference before={other} now={reply} />
        : <p class="placeholder">Nothing has changed yet. Change the request, keep this one as A and write another, or compare with an example.</p>}
    </>
  )
}

/** What the other side is called. */
const names: Readonly<Record<string, string>> = { before: 'before', a: 'in A', newest: 'with the newest API' }

/** How much differs, in words and by line: "1 sentence and 3 lines". */
function amount(sentences: number, lines: number): string {
  const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
  return `${sentences > 0 ? `${counted(sentences, 'sentence')} and ` : ''}${counted(lines, 'line')}`
}

function Difference({ before, now }: { before: Reply, now: Reply }) {
  const lines = useMemo(() => compare(before, now), [before, now])
  const count = (side: ComparedLine['side']): number => lines.filter((line) => !Array.isArray(line) && line.side === side).length
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const { here, there } = sentences.value
  const gone = count('before')
  const come = count('now')
  return (
    <>
      <p class="compare-sum" role="status">{gone + come === 0 ? 'The two replies are the same.' : `${amount(here.length, come)} only now (+), ${amount(there.length, gone)} only ${names[baseline.value] ?? 'there'} (−).`}</p>
      <div class="compared" tabIndex={0} role="region" aria-label="Differences, line by line">
        {here.length + there.length > 0 && (
          <ul class="compared-words" aria-label="Differences in words">
            {here.map((text) => <li key={text} data-side="now"><span class="compared-sign" aria-hidden="true">+</span><span><span class="unseen">only now: </span>{text}</span></li>)}
            {there.map((text) => <li key={text} data-side="before"><span class="compared-sign" aria-hidden="true">−</span><span><span class="unseen">only there: </span>{text}</span></li>)}
          </ul>
        )}
        {gone + come > 0 && lines.map((line, index) => !Array.isArray(line) ? <Compared key={index} line={line} />
          : open.has(index) ? line.map((each, at) => <Compared key={`${index} ${at}`} line={{ line: each, side: 'both' }} />)
          : <button type="button" class="compared-same" key={index} onClick={() => setOpen(new Set([...open, index]))}>{line.length} {line.length === 1 ? 'line is' : 'lines are'} the same</button>)}
      </div>
    </>
  )
}

const signs = { both: ['', ''], before: ['−', 'only there: '], now: ['+', 'only now: '] } as const

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
