import { useRef, useState } from 'preact/hooks'
import { convertible } from '../core/languages.ts'
import { examples, sample } from '../core/examples.ts'
import { Popover } from '../core/ui/popover.tsx'
import { openImport } from '../import/import.ts'
import { loadExample } from '../request/current.ts'

/** The examples that have all words; first those that are about them, then those that only use them. */
function search(words: readonly string[]): typeof examples {
  const rank = ({ title, description, text }: typeof examples[number]): number =>
    [title, `${title} ${description}`, `${title} ${description} ${text}`].findIndex((part) => words.every((word) => part.toLowerCase().includes(word)))
  return examples.filter((each) => rank(each) >= 0).sort((a, b) => rank(a) - rank(b))
}

/** The list of example requests. Taking one is an edit like any other, so undo brings the old text back. */
export function ExamplesMenu() {
  return <Popover id="examples" label="Examples">{(close) => <Examples close={close} />}</Popover>
}

function Examples({ close }: { close(): void }) {
  const [wanted, setWanted] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const found = search(words)

  const walk = (event: KeyboardEvent): void => {
    const items = [...list.current?.querySelectorAll<HTMLButtonElement>('button') ?? []].filter((item) => item.checkVisibility())
    const at = items.findIndex((item) => item.matches(':focus'))
    if (event.key === 'Enter' && at < 0 && found[0] && words.length > 0) {
      event.preventDefault()
      close()
      loadExample(found[0].text, found[0].title)
      return
    }
    const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, ...(at < 0 ? {} : { Home: 0, End: -1 }) }[event.key]
    if (next === undefined || items.length === 0) return
    event.preventDefault()
    items.at(next % items.length)?.focus()
  }
  return (
    <div onKeyDown={walk}>
      <input
        type="search" class="menu-search" aria-label="Search the examples" placeholder="Search: MFA, KMS, passkey…" autocomplete="off" spellcheck={false}
        ref={(field) => { if (wanted === '') field?.focus() }} value={wanted} onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <ul aria-label="Examples" ref={list}>
        {words.length === 0 && (
          <li class="narrow-only">
            <button type="button" onClick={() => { close(); openImport() }}>
              <span class="menu-title">Import…</span>
              <span class="menu-description">Turn {convertible} into a request.</span>
            </button>
          </li>
        )}
        {found.map(({ id, title, description, text }) => (
          <li key={id}>
            <button type="button" onClick={() => { close(); loadExample(text, title) }}>
              <span class="menu-title">{title}{text === sample && <span class="tag">Back to the start</span>}</span>
              <span class="menu-description">{description}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="menu-none" role="status">No example has all of these words.</p>}
      <p class="menu-foot">Takes the place of your text. Undo brings it back.{RULE_IDS.length > 0 && <> <a href="designs.html" target="_blank" rel="noopener">Designs: what each is for, and what it costs to change</a></>}</p>
    </div>
  )
}
