import { Icon } from './icons.tsx'

interface DownloadButtonProps {
  label?: string
  /** The file's name. */
  name: string
  /** Its media type. */
  type: string
  text(): string
}

/** Saves a text as a file. */
export function DownloadButton({ label = 'Download', name, type, text }: DownloadButtonProps) {
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([text()], { type: `${type};charset=utf-8` }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // The browser reads it a moment later.
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return <button type="button" class="button quiet" title={name} onClick={save}><Icon name="download" /><span class="copy-words">{label}</span></button>
}
