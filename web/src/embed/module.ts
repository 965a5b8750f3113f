/**
 * The element for pages that are put together by a bundler: importing this defines `<user-pool-playground>`, and does nothing
 * where there is no page.
 */

import { define, setSite, UserPoolPlaygroundElement, type UserPoolPlaygroundEvents } from './element.ts'
import type { EmbedResult } from './result.ts'

export { setSite, UserPoolPlaygroundElement }
export type { EmbedResult, UserPoolPlaygroundEvents }

define()

declare global {
  interface HTMLElementTagNameMap {
    'user-pool-playground': UserPoolPlaygroundElement
  }
}
