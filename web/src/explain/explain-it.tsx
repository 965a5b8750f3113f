// For a text that is no pool: it may be the error message that brought somebody here.

import { embedded } from '../core/embedding.ts'
import { request } from '../core/store.ts'
import { openExplaining } from './explaining.ts'

export function ExplainIt() {
  if (embedded.value) return null
  const explain = (): void => openExplaining(request.peek().doc?.toString())
  return <>Is it an error message? <button type="button" class="text-link" aria-haspopup="dialog" onClick={explain}>Explain it</button></>
}
