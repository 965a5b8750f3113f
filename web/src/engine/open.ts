// The engine as its program gives it: texts in, texts out. The page and its worker share this layer, so that what the
// program says crosses between them as it is and is read where it is wanted.

import { openProgram, type Ask } from './ask.ts'
import { Readers } from './readers.ts'
import { Service } from './service.ts'
import type { EngineSource } from './source.ts'

/** A program that has started. */
export interface OpenEngine {
  /**
   * Calls a verb and returns what the program says, for answers.ts to read.
   * @throws TypeError when an argument is of the wrong type.
   * @throws Error when the program has ended.
   */
  ask: Ask
  readonly readers: Readers
  readonly service: Service
}

/**
 * Loads the program and starts it.
 * @throws Error that says whether the download, the compilation or the start failed.
 */
export async function openEngine(from: EngineSource): Promise<OpenEngine> {
  const ask = await openProgram('engine.wasm', from.wasm ?? new URL('./engine.wasm', import.meta.url), (why) => from.onEnd?.(why), from.onProgress)
  return { ask, readers: new Readers(from.readers, from.onReaders), service: new Service(from.service, from.onService) }
}
