/**
 * The element for any page:
 *
 *     <script async src="https://…/embed.js"></script>
 *     <user-pool-playground><pre>{ "PoolName": "shop" }</pre></user-pool-playground>
 *
 * The site is the folder that this script lies in. It is no module: a module of another origin would need that origin's
 * leave (CORS).
 */

import { define, setSite } from './element.ts'

setSite(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href)
define()
