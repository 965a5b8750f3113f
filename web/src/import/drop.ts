// Files and texts that are dropped onto the page. Left alone, the browser would leave the page for a file.

import { wordsOf } from '../core/follow.ts'
import { loadExample } from '../request/current.ts'
import { importing, offerImport, openImport, readFile, refusedText } from './import.ts'

/** Lets files be dropped anywhere. */
export function dragOver(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

/** Takes what is dropped: what can be imported is offered to be, another file is opened, another text is left to the editor. */
export function drop(event: DragEvent): void {
  const file = event.dataTransfer?.files[0]
  if (file) {
    event.preventDefault()
    event.stopPropagation()
    refusedText.value = null
    void readFile(file).then(take, (reason: unknown) => refusedText.value = wordsOf(reason))
    return
  }
  const text = event.dataTransfer?.getData('text/plain') ?? ''
  if (importing.peek() === null && offerImport(text, true)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

function take(text: string): void {
  if (importing.peek() !== null) openImport(text)
  else if (!offerImport(text, true)) loadExample(text, 'The file')
}
