// Files and texts that are dropped onto the page. Left alone, the browser would leave the page for a file.

import { wordsOf } from '../core/follow.ts'
import { loadExample } from '../request/current.ts'
import { importing, openImport, readFile, refusedText } from './import.ts'

/** Lets files be dropped anywhere. */
export function dragOver(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

/** Takes what is dropped: a file is opened, in whatever language it is, and a text is left to the editor. */
export function drop(event: DragEvent): void {
  const file = event.dataTransfer?.files[0]
  if (file) {
    event.preventDefault()
    event.stopPropagation()
    refusedText.value = null
    void readFile(file).then((text) => take(text, file.name), (reason: unknown) => refusedText.value = wordsOf(reason))
  }
}

function take(text: string, name: string): void {
  if (importing.peek() !== null) openImport(text)
  else loadExample(text, name || 'The file')
}
