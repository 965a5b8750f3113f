// Wakes an engine that was initialised at build time. scripts/initialise.mjs kept the program's memory and globals in
// the module itself; what is missing are the JavaScript values that Go holds by number, which stand by name in a custom
// section. Go's glue is not made for this, so every field that is set here is one that its `run` would have set.

import type { Call } from './program.ts'

/** The custom section's name. */
const stateSection = 'user-pool-playground.state'

/** What the build wrote down of Go's glue. */
interface State {
  /** By number, the name of each JavaScript value that Go holds. */
  values: string[]
  /** By number, how often Go refers to it; -1 for the ones that are never given up. */
  references: number[]
  /** The numbers that are free. */
  free: number[]
  /** The number under which Go knows the function that it registered. */
  call: number
}

/** The parts of Go's glue that `run` sets up. */
interface Glue {
  _inst: WebAssembly.Instance
  mem: DataView
  _values: unknown[]
  _goRefCounts: number[]
  _ids: Map<unknown, number>
  _idPool: number[]
  exited: boolean
  _resolveExitPromise(): void
  _makeFuncWrapper(id: number): Call
}

/** The kept state of a module, or undefined for a program that has to be run from its beginning. */
export function keptState(module: WebAssembly.Module): State | undefined {
  const [section] = WebAssembly.Module.customSections(module, stateSection)
  return section && JSON.parse(new TextDecoder().decode(section)) as State
}

/**
 * Continues an initialised program and returns the function that it had registered.
 * @throws Error when the surroundings lack a value that Go holds.
 */
export function resume(go: Go, instance: WebAssembly.Instance, state: State, onEnd: () => void): Call {
  const glue = go as unknown as Glue
  const call = glue._makeFuncWrapper(state.call)
  glue._inst = instance
  glue.mem = new DataView((instance.exports['mem'] as WebAssembly.Memory).buffer)
  glue._values = state.values.map((name) => value(name, go, call))
  glue._goRefCounts = state.references.map((n) => (n < 0 ? Infinity : n))
  // NaN is never looked up; 0 is, since Go's glue has it in the place of what is undefined.
  glue._ids = new Map(glue._values.flatMap((held, id) => (state.values[id] === 'free' || id < 1 ? [] : [[held, id] as const])))
  glue._idPool = [...state.free]
  glue.exited = false
  glue._resolveExitPromise = onEnd
  return call
}

function value(name: string, go: Go, call: unknown): unknown {
  const scope = globalThis as Record<string, unknown>
  switch (name) {
    case 'free': case 'null': return null
    case 'NaN': return Number.NaN
    case '0': return 0
    case 'true': return true
    case 'false': return false
    case 'globalThis': return scope
    case 'go': return go
    case 'call': return call
    case 'fs.constants': return (scope['fs'] as { constants: unknown }).constants
  }
  if (!(name in scope)) throw new Error(`The engine needs ${name}, which is missing here.`)
  return scope[name]
}
