/**
 * The element for any page:
 *
 *     <script async src="https://…/embed.js"></script>
 *     <user-pool-playground><pre>{ "PoolName": "shop" }</pre></user-pool-playground>
 *
 * The site is the folder that this script lies in. It is no module: a module of another origin would need that origin's
 * leave (CORS). With `data-upgrade`, or as `embed.js?upgrade` where a
 * generator takes an address alone, code blocks of the languages `user-pool`, `user-pool-update` and `user-pool-try` get a
 * playground each: see upgrade.ts.
 */

import { define, setSite } from './element.ts'
import { upgrade } from './upgrade.ts'

const script = document.currentScript
const address = script instanceof HTMLScriptElement ? script.src : location.href
setSite(address)
define()
if (script?.hasAttribute('data-upgrade') || new URL(address).searchParams.has('upgrade')) upgrade()
