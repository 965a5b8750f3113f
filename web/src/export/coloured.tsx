import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Hanging } from '../core/ui/hanging.tsx'
import { fetchLater } from '../core/ui/later.tsx'
import type { Tokens } from '../request/editor/tokens.ts'

/** What the engine calls the languages that it writes, as the editor's colours call them. */
const syntaxes: Readonly<Record<string, string>> = { bash: 'shell' }

/** A text of another language in the editor's colours, which are fetched with the first one. */
export function Coloured({ text, language }: { text: string, language: string }) {
  const [Made, setMade] = useState<typeof Tokens | null>(null)
  // Without them the text has no colours, and all else.
  useEffect(() => { fetchLater('Tokens').then((made) => setMade(() => made as typeof Tokens), () => {}) }, [])
  return <Hanging text={text} {...Made && { draw: (lines) => drawn(new Made(syntaxes[language] ?? language), lines) }} />
}

function drawn(tokens: Tokens, lines: readonly string[]): ComponentChildren[] {
  let open = ''
  return lines.map((line) => {
    const found = tokens.line(line, open)
    open = found.open
    const parts: ComponentChildren[] = []
    let at = 0
    for (const { from, to, kind } of found.tokens) {
      parts.push(line.slice(at, from), <span class={`token-${kind}`} key={from}>{line.slice(from, to)}</span>)
      at = to
    }
    return [...parts, line.slice(at)]
  })
}
