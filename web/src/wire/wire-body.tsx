// What is asked, and the answer, over HTTP. It is fetched when it is first shown.

import { options } from '../core/options.ts'
import { exceptionOf } from '../core/stems.ts'
import { replyInSight, requestText, stale } from '../core/store.ts'
import { Hanging } from '../core/ui/hanging.tsx'
import type { Reply } from '../engine/types.ts'
import { statusWords } from '../reply/status-words.ts'

const type = 'application/x-amz-json-1.1'

/** The lines before a request's body, but for the signature and what a client says of itself. */
const asked = (region: string): string => [
  'POST / HTTP/1.1', `Host: cognito-idp.${region}.amazonaws.com`, `Content-Type: ${type}`, 'X-Amz-Target: AWSCognitoIdentityProviderService.CreateUserPool',
].join('\n')

/** The lines before an answer's body, but for its date and its id. */
function answered(reply: Reply): string {
  const exception = exceptionOf(reply)
  return [
    `HTTP/1.1 ${reply.status} ${statusWords[reply.status]}`, `Content-Type: ${type}`,
    ...(exception ? [`x-amzn-ErrorType: ${exception.type}:`, ...(exception.message === null ? [] : [`x-amzn-ErrorMessage: ${exception.message.replaceAll(/\s+/g, ' ')}`])] : []),
  ].join('\n')
}

export function WireBody() {
  const reply = replyInSight.value
  return (
    <div class="wire-call" tabIndex={0} role="region" aria-label="The call over HTTP">
      {!stale.value && requestText.value !== null && <><pre class="raw wire-head">{asked(options.value.region ?? 'us-east-1')}</pre><pre class="raw wire-request"><Hanging text={requestText.value} /></pre></>}
      {reply && <><pre class="raw wire-head">{answered(reply)}</pre><pre class="raw wire">{reply.wire}</pre></>}
    </div>
  )
}
