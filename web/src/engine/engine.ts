/**
 * The engine as a module for a page, a worker and Node: it loads the WebAssembly program
 * and wraps its one function in a typed surface. It needs no DOM and sends nothing away.
 */

import { openEngine } from './open.ts'
import type { EngineSource } from './source.ts'
import { engineOver } from './surface.ts'
import type { Engine } from './verbs.ts'

export { ReadersFailure, ServiceFailure } from './source.ts'
export type { EngineSource, LaterSource, OnProgress, ReadersSource, Wasm } from './source.ts'
export type * from './types.ts'
export type { Engine } from './verbs.ts'

/**
 * Loads the engine and starts it.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function loadEngine(from: EngineSource = {}): Promise<Engine> {
  return engineOver(await openEngine(from))
}
