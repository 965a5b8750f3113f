// What the view of exports shows. It is fetched when that is first opened.

import { problems, reading } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { DownloadButton } from '../core/ui/download-button.tsx'
import { Icon } from '../core/ui/icons.tsx'
import type { Export } from '../engine/engine.ts'
import { landOnProblem } from '../request/current.ts'
import { Coloured } from './coloured.tsx'
import { exported, target, targets, targetsFailure } from './export.ts'

/** The request in the words of another tool, to copy or to save. */
export function ExportBody() {
  const { answer, failure } = exported.value
  const wrong = failure ?? targetsFailure.value
  return (
    <>
      <div class="export-bar">
        <label for="export-target">Export to</label>
        <select id="export-target" value={target.value} onChange={(event) => target.value = event.currentTarget.value}>
          {targets.value.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </select>
        {answer && answer.text !== '' && <div class="export-actions">
          <CopyButton text={() => answer.text} />
          <DownloadButton name={answer.fileName} type="text/plain" text={() => answer.text} />
        </div>}
      </div>
      {wrong !== null ? <p class="placeholder">{wrong}</p> : answer ? <Exported answer={answer} /> : <p class="placeholder">Writing…</p>}
    </>
  )
}

function toFirstError(): void {
  const first = problems.peek().find(({ severity }) => severity === 'error')
  if (first) landOnProblem(first)
}

/** Whether an export says a member all the same: it writes a tool's words, and the tool makes the other call, too. */
function standsIn(text: string, pointer: string): boolean {
  const plain = (words: string): string => words.replaceAll(/[-_]/g, '').toLowerCase()
  return plain(text).includes(plain(pointer.slice(pointer.lastIndexOf('/') + 1)))
}

function Exported({ answer: { text, notes: told, language, errors } }: { answer: Export }) {
  // What the text's own tool sets by another call is in no request, and so in no export.
  const clients = reading.value?.clients.length ?? 0
  const notes = [...told, ...(clients === 0 ? [] : [`${clients === 1 ? 'The app client of this text is' : `The ${clients} app clients of this text are`} not written here: an export is the pool alone.`]), ...(reading.value?.problems ?? []).filter(({ rule, pointer }) => rule === 'left-out' && pointer !== '' && !standsIn(text, pointer)).map(({ pointer, message }) => `${pointer.slice(1).replaceAll('/', '.')} is not in this export. ${message}`)]
  return (
    <div class="exported">
      {notes.length > 0 && (
        <ul class="export-notes" aria-label="What to know of it">
          {notes.map((note) => note === notes[0] && errors > 0
            ? <li key={note} class="warning"><Icon name="warning" /><span>{note} <button type="button" class="text-link" onClick={toFirstError}>Show the first</button></span></li>
            : <li key={note}><Icon name="note" /><span>{note}</span></li>)}
        </ul>
      )}
      {text !== '' && <pre class="raw" data-language={language} tabIndex={0} role="region" aria-label="The request in the tool's words"><Coloured text={text} language={language} /></pre>}
    </div>
  )
}
