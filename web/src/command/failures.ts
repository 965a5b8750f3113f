// How a run of the command ends, for pipelines to read.

/** The exit statuses: 1 wants a look at the files, 2 at the command line, 3 at the machine. */
export const exit = { clean: 0, findings: 1, usage: 2, failure: 3 } as const

/** The command line or a setting asks for what cannot be. */
export class UsageError extends Error {}

/** What was asked for is right and could not be done: a file that is not there, for one. */
export class Failure extends Error {}

/** What a thrown value says, in one line. */
export function wordsOf(reason: unknown): string {
  return (reason instanceof Error ? reason.message : String(reason)).replaceAll(/\n+/g, ' ')
}
