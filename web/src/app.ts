import { loadEngine } from './core/store.ts'
import { UserPoolPlayground } from './element.tsx'
import { startOffline } from './offline/offline.ts'

// First of all, since it takes longest; the page is there while it loads.
void loadEngine()
customElements.define('user-pool-playground', UserPoolPlayground)
startOffline()
