import type { Problem } from '../engine/engine.ts'

/** What each way to write the request of an operation is given. */
export interface CallProps {
  operation: string
  text: string
  write(text: string): void
  /** The problems of the text as it is, with places in it; null while they are not known. */
  problems: readonly Problem[] | null
  /** Told of Ctrl or Cmd with Enter. */
  done?(): void
  /** Given what puts a text in the place of `instead`, if it is there, or else of what is selected or filled in. */
  inserts?(insert: (text: string, instead: string) => void): void
}
