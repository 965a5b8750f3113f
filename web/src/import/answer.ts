// Tells a request from what could be turned into one. It is the one place where the page knows members by name, and only
// to make an offer: what a text really is is for the engine to say.

const longest = 1 << 20

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

/** What a text of another tool cannot do without, and what to call such a text. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^\s*resource[ \t]+"?aws_cognito_user_pool"?[ \t]/m, 'Terraform'],
  [/AWS::Cognito::UserPool(?:["'\s,}]|$)/, 'a CloudFormation template'],
  [/\bcognito-idp[\s\\`^]+create-user-pool(?:[\s\\`^]|$)/, 'an AWS CLI command'],
  [/\bcreate_user_pool\s*\(/, 'a call of create_user_pool'],
]

/** What a text looks like that the engine may turn into a request, as people call it; null for a request and for anything else. */
export function looksLike(text: string): string | null {
  if (text.length > longest) return null
  if (looksLikeAnswer(text)) return 'an answer of DescribeUserPool'
  // A request can speak of anything in its strings.
  if (/^\s*\{/.test(text) && !/"Type"\s*:/.test(text)) return null
  return others.find(([sign]) => sign.test(text))?.[1] ?? null
}
