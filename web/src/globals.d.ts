/** The worker's file name, which carries a hash; filled in by the build. */
declare const WORKER_FILE: string
/** The build's programs; filled in by the build. */
declare const PROGRAMS: Readonly<Record<'engine' | 'readers' | 'service', import('./core/client/transfer.ts').Program>>
/** The host's answer for the engine, which the page's first script asks for; whoever takes it deletes it. */
declare var userPoolPlaygroundEngine: Promise<Response> | undefined
/** The day of the API's newest change that the engine knows, YYYY-MM-DD; filled in by the build. */
declare const API_DAY: string
/** The rules that rules.html tells of, by id; filled in by the build. */
declare const RULE_IDS: readonly string[]
/** False in a build that is to be rid of its service worker; filled in by the build. */
declare const OFFLINE: boolean
/** True where the page is one file with everything in it; filled in by the build. */
declare const SINGLE_FILE: boolean
/** The files that the service worker keeps, with their hashes as integrity metadata; filled in by the build. */
declare const BUILD_FILES: readonly (readonly [name: string, hash: string])[]
/** The same for files that nobody should wait for; filled in by the build. */
declare const LATER_FILES: readonly (readonly [name: string, hash: string])[]
/** What tells these files from those of other builds; filled in by the build. */
declare const BUILD_VERSION: string

declare module '*.css' {
  const text: string
  export default text
}

/** The example requests, in the menu's order, with their text as written; read from internal/example by the build. */
declare module 'example-requests' {
  const examples: readonly { id: string, title: string, description: string, text: string }[]
  export default examples
}

interface TrustedScriptURL { toString(): string }
interface TrustedTypePolicy { createScriptURL(url: string): TrustedScriptURL }
interface Window {
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy }
}

/** Go's glue for its WebAssembly programs; the build takes it from the toolchain. It defines the global class Go. */
declare module 'wasm_exec.js' {}
declare class Go {
  readonly importObject: WebAssembly.Imports
  run(instance: WebAssembly.Instance): Promise<void>
}

declare namespace WebAssembly {
  // Without it a module's type has no members, so every other object counts as one.
  interface Module { readonly [Symbol.toStringTag]: 'WebAssembly.Module' }
}

// The HTML Sanitizer API, which not every browser has yet and TypeScript's own types do not know.
interface SanitizerConfig { elements: string[], attributes: string[] }
interface Element { setHTML?(html: string, options: { sanitizer: SanitizerConfig }): void }
