// Tells an answer of the service from a request. It is the one place where the page knows members by name, and only to
// make an offer: whether the text really is an answer is for the engine to say.

const longest = 1 << 22

/** True when a text looks like what DescribeUserPool or CreateUserPool answered, and not like a request. */
export function looksLikeAnswer(text: string): boolean {
  if (text.length > longest || !/^\s*\{/.test(text)) return false
  let value: Record<string, unknown>
  try {
    value = JSON.parse(text) as Record<string, unknown>
  } catch {
    return false
  }
  // A request has a PoolName, which no answer has; many a document has an Id that is no pool's.
  if ('PoolName' in value) return false
  const { UserPool, Id, Arn, SchemaAttributes } = value
  return typeof UserPool === 'object' && UserPool !== null && !Array.isArray(UserPool) ||
    Array.isArray(SchemaAttributes) ||
    typeof Id === 'string' && /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}_\w+$/.test(Id) ||
    typeof Arn === 'string' && /^arn:[^:]+:cognito-idp:.*:userpool\//.test(Arn)
}
