import { later } from '../core/ui/later.tsx'
import { requestViews } from '../core/views.ts'
import { openImport } from '../import/import.ts'
import { loadExample } from '../request/current.ts'
import { touring, welcoming } from './welcome.ts'

const Tour = later<{ root: ShadowRoot }>('Tour')

/** What can be begun with, over the text of a first visit. */
export function WelcomeBar({ root }: { root: ShadowRoot }) {
  const away = (): void => { welcoming.value = false }
  if (!welcoming.value) return null
  return (
    <div class="welcome" role="region" aria-label="How to begin">
      <p>New here? Below is a small request<span class="wide-only">, beside it</span><span class="narrow-words">, under Reply</span> what Amazon Cognito’s CreateUserPool would answer. Unofficial; nothing is sent.</p>
      <p class="welcome-ways">
        <button type="button" class="button" onClick={() => root.querySelector<HTMLElement>('[aria-controls="examples"]')?.click()}>Start from an example</button>
        <button type="button" class="button" onClick={() => { loadExample('{\n  "PoolName": ""\n}\n', 'An empty request'); away() }}>Write JSON</button>
        <button type="button" class="button" onClick={() => { requestViews.chosen.value = 'form'; away() }}>Fill in a form</button>
        <button type="button" class="button" onClick={() => { openImport(); away() }}>Import what I have</button>
        <button type="button" class="button quiet" onClick={() => { touring.value = true }}>Show me around</button>
        <button type="button" class="button quiet" onClick={away}>Not now</button>
      </p>
    </div>
  )
}

/** The tour, while it goes on. */
export function TourGuide({ root }: { root: ShadowRoot }) {
  return touring.value ? <Tour root={root} /> : null
}
