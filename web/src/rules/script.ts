/** What runs on the page of rules; all that it says is there without. */

import './open-here.ts'
import './search.ts'
