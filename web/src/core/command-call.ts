// A command of the AWS CLI in the place of the request that it sends: people have UpdateUserPool written so.

import type { TextImport } from '../engine/types.ts'

const command = /\bcognito-idp(?:[\s\\`^]+)update-user-pool(?![\w-])/

/** True for a text that calls UpdateUserPool by a command of the AWS CLI. */
export const isCommand = (text: string): boolean => !/^\s*[{[]/.test(text) && command.test(text)

/**
 * The request of such a command in JSON; null where it cannot be told.
 * @param read reads the same command for CreateUserPool, which has the same options but for the pool's own.
 * @param id is the pool that the request names where the command does not say it, or where the pool is an example.
 */
export async function requestOfCommand(text: string, id: string, read: (text: string) => Promise<TextImport>): Promise<string | null> {
  if (/--pool-name\b/.test(text)) return null
  const { request } = await read(text.replace(command, (all) => all.replace('update', 'create')).replace(/--user-pool-id\b/, '--pool-name'))
  if (request === '') return null
  const { PoolName: named, ...members } = JSON.parse(request) as Record<string, unknown>
  return JSON.stringify({ UserPoolId: /_Example\d+$/.test(id) ? id : named ?? id, ...members }, null, 2)
}
