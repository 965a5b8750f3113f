// A command of the AWS CLI in the place of the request that it sends: people have UpdateUserPool written so.

import type { Opened, Options, TextImport } from '../engine/types.ts'

const command = /\bcognito-idp(?:[\s\\`^]+)update-user-pool(?![\w-])/

/** True for a text that calls UpdateUserPool by a command of the AWS CLI. */
export const isCommand = (text: string): boolean => !/^\s*[{[]/.test(text) && command.test(text)

/** What a command sends. */
export interface Sent {
  request: string
  /** What of the command is not in the request, a sentence each. */
  leftOut: string[]
}

/**
 * The request of such a command in JSON; null where it cannot be told.
 * @param read reads the same command for CreateUserPool, which has the same options but for the pool's own.
 * @param id is the pool that the request names where the command does not say it.
 */
export async function requestOfCommand(text: string, id: string, read: (text: string) => Promise<TextImport>): Promise<Sent | null> {
  if (/--pool-name\b/.test(text)) return null
  const { request, problems, dropped } = await read(text.replace(command, (all) => all.replace('update', 'create')).replace(/--user-pool-id\b/, '--pool-name'))
  if (request === '') return null
  const { PoolName: named, ...members } = JSON.parse(request) as Record<string, unknown>
  const unknown = problems.filter(({ rule }) => rule === 'unknown-value')
  return {
    request: JSON.stringify({ UserPoolId: named ?? id, ...members }, null, 2),
    leftOut: [
      ...unknown.map(({ pointer, message }) => pointer === '/PoolName' ? `${id} stands in the request for the pool that the command names: its Id is known only where the command runs.` : message),
      ...dropped.map(({ pointer, why }) => `${pointer} is left out. ${why}`),
    ],
  }
}

/** The pool that a call names, in a request in JSON or in a command: its Id, with the Region and the account that these tell. */
export type Named = Required<Pick<Options, 'poolId' | 'region'>> & Pick<Options, 'accountId'>

export function poolNamed(text: string): Named | null {
  const arn = /\barn:aws[\w-]*:cognito-idp:([a-z0-9-]+):(\d{12}):userpool\/([\w-]+_[0-9A-Za-z]+)/.exec(text)
  if (arn) return { region: arn[1]!, accountId: arn[2]!, poolId: arn[3]! }
  const id = /(?:"UserPoolId"\s*:\s*|--user-pool-id[\s=]+)["']?(([a-z0-9-]+)_[0-9A-Za-z]+)(?![\w-])/.exec(text)
  return id && { poolId: id[1]!, region: id[2]! }
}

/** The Id of a pool that is there. */
export function idOf({ state, reply }: Pick<Opened, 'state' | 'reply'>): string {
  const { UserPool: pool } = JSON.parse(state === null ? '{}' : reply.body) as { UserPool?: { Id?: string } }
  return pool?.Id ?? ''
}

/** True for the Id that the engine makes up for a pool whose text says none. */
const madeUp = (id: string): boolean => /_Example\d+$/.test(id)

/**
 * Opens a pool for the calls on it. One that was not given an Id takes the one that the call names: whoever writes the call
 * has that pool.
 */
export async function openAs<Found extends Opened>(named: Named | null, options: Options, open: (options: Options) => Promise<Found>): Promise<{ found: Found, taken: string | null }> {
  const found = await open(options)
  if (!named || named.poolId === idOf(found) || !madeUp(idOf(found))) return { found, taken: null }
  return { found: await open({ ...named, ...options, poolId: named.poolId }), taken: named.poolId }
}
