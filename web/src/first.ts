// Runs before the page's own script is there, and blocks the page until then: what must not wait for it.

import './theme/first.ts'
import './early/field.ts'
import { transfer } from './core/client/transfer.ts'

globalThis.userPoolPlaygroundEngine = transfer(PROGRAMS.engine, document.baseURI)
// Whoever takes it tells of a failure; until then it would count as one that nobody looks at.
globalThis.userPoolPlaygroundEngine.catch(() => {})
