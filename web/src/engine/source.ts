/** Where the programs come from: the part of the engine's surface that has no need of the programs' own types. */

// A program for Node may well be written without the types of a page, which WebAssembly's are among.
type Compiled = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never

/** Where a program comes from: an address, a fetch's answer, its bytes, or compiled. */
export type Wasm = URL | Response | ArrayBuffer | ArrayBufferView | Compiled

/** Told how far a download is, in bytes as they arrive decompressed; total is 0 when the server does not say. */
export type OnProgress = (received: number, total: number) => void

/** Where a program comes from that few need; a function is called when it is first needed, and again after it failed. */
export type LaterSource = Wasm | (() => Promise<Wasm>)

/** Where the readers come from. */
export type ReadersSource = LaterSource

/** The readers could not be had. Asking again tries anew. */
export class ReadersFailure extends Error {
  override readonly name = 'ReadersFailure'
}

/** What answers calls could not be had. Asking again tries anew. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure'
}

/** Where the program comes from. */
export interface EngineSource {
  /** engine.wasm as an address, a fetch's answer, its bytes, or compiled. Absent: engine.wasm beside this module. */
  wasm?: Wasm
  /** readers.wasm in the same ways, or a function that fetches it when it is needed. Absent: readers.wasm beside this module. */
  readers?: ReadersSource
  /** service.wasm in the same ways. Absent: service.wasm beside this module. */
  service?: LaterSource
  /**
   * Told how far the download of engine.wasm is, in bytes as they arrive decompressed. total is 0 when the
   * server does not say.
   */
  onProgress?: OnProgress
  /** Told when readers.wasm is loaded, before it reads. */
  onReaders?: () => void
  /** Told when service.wasm is loaded, before it answers. */
  onService?: () => void
  /** Told, in a sentence, when the engine has ended by itself: it answers no call from then on. */
  onEnd?: (why: string) => void
}
