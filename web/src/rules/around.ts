import type { Options } from '../engine/types.ts'

/** What a rule's requests are meant with, in words; '' for nothing. */
export function aroundWords(around: Options | undefined): string {
  if (!around) return ''
  const { region, accountId, account, asOf } = around
  const identities = account?.sesIdentities
  return [
    region && `the pool in ${region}`,
    accountId && `the account ${accountId}`,
    account?.smsRole === 'no-trust' && 'a role that does not trust Cognito',
    account?.smsRole === 'no-publish' && 'a role that may not publish',
    identities && (identities.length > 0 ? `only ${identities.join(' and ')} verified` : 'no verified identity'),
    asOf && `the API of ${asOf}`,
  ].filter(Boolean).join(', ')
}
