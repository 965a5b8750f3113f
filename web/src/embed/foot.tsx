import { useEffect, useState } from 'preact/hooks'
import { problems, reading, reply, request } from '../core/store.ts'
import { Icon } from '../core/ui/icons.tsx'
import { linkTo } from '../share/sharing.ts'

const linkAfter = 250

/** The line below an embedded playground: how the request fares, and the way to the whole playground with it. */
export function EmbedFoot() {
  const doc = request.value.doc
  const [link, setLink] = useState('index.html')
  useEffect(() => {
    let stale = false
    // Made beforehand: a link that is only made when it is pressed is taken for a pop-up.
    const timer = setTimeout(() => {
      if (doc) void linkTo(doc.toString(), new URL('index.html', location.href)).then((made) => { if (!stale) setLink(made) })
    }, linkAfter)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [doc])
  const errors = problems.value.filter(({ severity }) => severity === 'error').length
  return (
    <footer class="embed-foot">
      <span>{!reply.value || reading.value?.language === '' ? '' : errors === 0 ? 'Cognito would take this request.' : errors === 1 ? 'One error' : `${errors} errors`}</span>
      <a href={link} target="_blank" rel="noopener">Open in full playground<Icon name="link" /></a>
    </footer>
  )
}
