import { computed } from '@preact/signals'
import { replyInSight } from '../core/store.ts'
import { CopyButton } from '../core/ui/copy-button.tsx'
import { DownloadButton } from '../core/ui/download-button.tsx'
import type { Reply } from '../engine/types.ts'

/** By itself, since few letters change it. */
const good = computed(() => replyInSight.value?.status === 200)

/** Copies and saves the reply in sight, as a view of it writes it. */
export function ReplyActions({ textOf }: { textOf: (reply: Reply) => string }) {
  const text = (): string => {
    const reply = replyInSight.peek()
    return reply ? textOf(reply) : ''
  }
  return (
    <>
      <CopyButton text={text} />
      <DownloadButton name={good.value ? 'user-pool.json' : 'exception.json'} type="application/json" text={text} />
    </>
  )
}
