import { UserPoolPlayground } from './element.tsx'
import { loadEngine } from './state/playground.ts'

// First of all, since it takes longest; the page is there while it loads.
loadEngine()
customElements.define('user-pool-playground', UserPoolPlayground)
