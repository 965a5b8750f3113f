import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../announcement.ts'
import { Icon } from './icons.tsx'

const saidFor = 1_600

/** Puts a text into the clipboard; false where the browser refuses, or has none to give, as without TLS. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Copies a text and says so in itself; where the clipboard is refused, the text is there to be copied by hand. */
export function CopyButton({ text, label = 'Copy' }: { text: () => string, label?: string }) {
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const [byHand, setByHand] = useState<string | null>(null)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), saidFor)
    return () => clearTimeout(timer)
  }, [copied])

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [byHand])

  const press = async (): Promise<void> => {
    const wanted = text()
    const done = await copy(wanted)
    setCopied(done)
    setByHand(done ? null : wanted)
    announce(done ? 'Copied.' : 'The browser refused the clipboard. The text is selected: copy it by hand.')
  }
  return byHand === null
    ? (
      <button type="button" class="button quiet" title={label} onClick={() => void press()}>
        <Icon name={copied ? 'check' : 'copy'} />
        <span class="copy-words" data-widest={label}>{copied ? 'Copied' : label}</span>
      </button>
    )
    : (
      <textarea
        class="by-hand" rows={1} readOnly value={byHand} aria-label={`${label}: the browser refused the clipboard, copy it from here`} title="The browser refused the clipboard: copy it from here"
        ref={field} onBlur={() => setByHand(null)}
      />
    )
}
