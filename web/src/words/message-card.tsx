import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../core/ui/icons.tsx'
import type { UserMessage } from '../engine/engine.ts'

/** A message as the one who gets it would see it. */
export function MessageCard({ message }: { message: UserMessage }) {
  const { title, when, channel, from, subject, body, note } = message
  return (
    <figure class="message">
      <figcaption><strong>{title}</strong> <span>{when}</span></figcaption>
      {channel === 'email'
        ? (
          <div class="email-card">
            <dl>
              <div><dt>From</dt><dd>{from}</dd></div>
              {subject && <div><dt>Subject</dt><dd dir="auto">{subject}</dd></div>}
            </dl>
            {body && <EmailBody html={body} />}
          </div>
        )
        : <div class="phone-card">{from && <p class="phone-from">{from}</p>}{body && <p class="bubble" dir="auto">{body}</p>}</div>}
      {note && <p class="message-note"><Icon name="note" />{note}</p>}
    </figure>
  )
}

/** What may be seen of an email: words and their look. No address is followed and nothing is fetched. */
const allowed: SanitizerConfig = {
  elements: [
    'a', 'b', 'blockquote', 'br', 'code', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'li', 'ol', 'p', 'pre', 'small', 'span', 'strong', 'sub', 'sup',
    'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul',
  ],
  attributes: [],
}

/**
 * Takes the attributes out of all tags. The browser does that too, and rightly; but its parser has by then reported each
 * event handler to the page's policy.
 */
function withoutAttributes(html: string): string {
  return html.replaceAll(/<([a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi, '<$1>').replaceAll(/<([a-z][a-z0-9-]*)\b[^>]*>?/gi, '<$1>')
}

/** An email's HTML, made harmless by the browser itself; where it cannot do that, the HTML is shown as it is written. */
function EmailBody({ html }: { html: string }) {
  const box = useRef<HTMLDivElement>(null)
  const safe = typeof Element.prototype.setHTML === 'function'
  useLayoutEffect(() => {
    if (safe) box.current?.setHTML?.(withoutAttributes(html), { sanitizer: allowed })
  }, [html])
  return safe
    ? <div class="email-body" dir="auto" ref={box} />
    : <><p class="message-note"><Icon name="note" />This browser cannot show the email safely: here is its HTML.</p><pre class="email-body" dir="auto">{html}</pre></>
}
