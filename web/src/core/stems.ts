import type { Problem, Reply } from '../engine/types.ts'

/** An exception as the service sends it. */
export interface Exception {
  type: string
  message: string | null
}

/** Reads the exception out of a reply; null when the reply is a user pool. */
export function exceptionOf(reply: Reply): Exception | null {
  if (reply.status === 200) return null
  const body = JSON.parse(reply.body) as Record<string, unknown>
  // Exceptions of the framework, before the operation is reached, spell the key with a capital letter.
  const message = body['message'] ?? body['Message']
  return { type: String(body['__type'] ?? 'Error'), message: typeof message === 'string' ? message : null }
}

/** What the text's tool finds once the pool is made, by a call of its own: of that nothing keeps the pool from being made. */
const found = new Set(['mfa-no-factor', 'later-call-refused'])

/** True for a problem for which the text's own tool refuses it, before it calls the service. */
export function stopsTool({ stage, severity, rule }: Pick<Problem, 'stage' | 'severity' | 'rule'>): boolean {
  return stage === 'tool' && severity === 'error' && !found.has(rule)
}

/** True for a problem for which a later call of the text's tool is refused: the pool is there then, and the deployment fails. */
export function stopsLater({ severity, rule }: Pick<Problem, 'severity' | 'rule'>): boolean {
  return severity === 'error' && found.has(rule)
}

/** The problems that the service's exception stems from. The others it would name only once these are mended. */
export function stemsOf(reply: Reply, problems: readonly Problem[]): ReadonlySet<Problem> {
  const exception = exceptionOf(reply)
  if (!exception) return new Set()
  const sameType = problems.filter((problem) => problem.severity === 'error' && problem.exception?.type === exception.type)
  const exact = sameType.filter((problem) => problem.exception?.message === (exception.message ?? ''))
  if (exact.length > 0) return new Set(exact)
  // Constraint failures share one message: each problem has its own part of it, after its own count.
  return new Set(sameType.filter((problem) => {
    const part = problem.exception?.message.replace(/^\d+ validation errors? detected: /, '')
    return part && exception.message?.includes(part)
  }))
}
