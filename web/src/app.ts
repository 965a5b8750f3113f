import { UserPoolPlayground } from './element.tsx'
import { startOffline } from './state/offline.ts'
import { loadEngine } from './state/playground.ts'

// First of all, since it takes longest; the page is there while it loads.
void loadEngine()
customElements.define('user-pool-playground', UserPoolPlayground)
startOffline()
