import { convertible } from '../core/languages.ts'
import { openImport } from './import.ts'

/** Opens the import dialog; a narrow screen has it among the examples. */
export function ImportButton() {
  return <button type="button" class="button wide-only" aria-haspopup="dialog" title={`Turn ${convertible} into a request`} onClick={() => openImport()}>Import…</button>
}
