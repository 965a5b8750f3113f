import { fetchLaterBy } from './core/ui/later.tsx'
import { loadEngine } from './core/store.ts'
import { UserPoolPlayground } from './element.tsx'
import { startOffline } from './offline/offline.ts'

fetchLaterBy(() => import('./later.ts'))

// First of all, since it takes longest; the page is there while it loads.
void loadEngine()
customElements.define('user-pool-playground', UserPoolPlayground)
startOffline()
