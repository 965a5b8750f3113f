import { useEffect, useState } from 'preact/hooks'
import { announce } from '../state/announcement.ts'
import { Icon } from './icons.tsx'

const saidFor = 1_600

/** Copies a text and says so in itself; where the clipboard is refused, it says that. */
export function CopyButton({ text, label = 'Copy' }: { text: () => string, label?: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(null), saidFor)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text())
      setOutcome('copied')
      announce('Copied.')
    } catch {
      setOutcome('refused')
      announce('The browser refused the clipboard. Select the text and copy it.')
    }
  }
  return (
    <button type="button" class="button quiet" title={label} onClick={() => void copy()}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
      <span class="copy-words">{outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Refused: select the text' : label}</span>
    </button>
  )
}
