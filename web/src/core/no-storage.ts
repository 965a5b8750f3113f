// Imported before all else by what is embedded: it starts as its host wants it, and leaves nothing behind.

import { refuseStorage } from './storage.ts'

refuseStorage()
