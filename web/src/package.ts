/** The package's module: the engine, with what makes static HTML of its answers. */

import { loadEngine as loadBare, type Engine as BareEngine, type EngineSource } from './engine/engine.ts'
import { renderStatic, type StaticAnswer, type StaticOptions } from './static/render.ts'

export * from './engine/engine.ts'
export type { StaticAnswer, StaticOptions }

/** What a loaded engine can do. */
export interface Engine extends BareEngine {
  /**
   * Renders what the service would answer to a text, the problems and the pool in words as HTML with a style sheet, for a page
   * that is made before somebody reads it. Where the text is in no language that is read, the HTML is ''. For texts in other
   * languages than JSON, await `loadReaders()` before.
   * @throws TypeError when an argument is of the wrong type or an option has a wrong value.
   */
  renderStatic(request: string, options?: StaticOptions): StaticAnswer
}

/**
 * Loads the engine and starts it.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function loadEngine(from: EngineSource = {}): Promise<Engine> {
  const engine = await loadBare(from)
  return { ...engine, renderStatic: (request, options) => renderStatic(engine, request, options) }
}
