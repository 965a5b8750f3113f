// Services that answer calls over HTTP: starts one, and asks it.

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inputs, renamed } from './inputs.mjs'
import { median } from './measure.mjs'

export const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})

/** Whether the service refuses a request, and the microseconds that took. */
export async function call(port, body, operation = 'CreateUserPool') {
  const began = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST', body,
    headers: {
      'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
      Authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
    },
  })
  const text = await response.text()
  return { refused: !response.ok, text, time: 1000 * (performance.now() - began) }
}

/** Starts a service, waits until it answers, and runs something with it. */
export async function started(command, args, port, work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const began = performance.now()
  const child = spawn(command, args, { cwd: folder, stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' } })
  try {
    for (let tries = 0; ; tries++) {
      try {
        const { refused, text } = await call(port, renamed(inputs.sample)())
        if (refused) throw new Error(`it refuses the sample: ${text.slice(0, 200)}`)
        break
      } catch (reason) {
        if (tries === 600 || !/fetch failed/.test(reason.message)) throw reason
        await pause(50)
      }
    }
    return await work(1000 * (performance.now() - began))
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Starts a service, asks it for the sample some hundred times, and then for each of the texts once. */
export function served(command, args, port, { texts }) {
  return started(command, args, port, async (start) => {
    const next = renamed(inputs.sample)
    const good = async () => (await call(port, next())).time
    for (let i = 0; i < 100; i++) await good()
    const times = []
    for (let i = 0; i < 300; i++) times.push(await good())
    const noticed = []
    for (const text of texts) noticed.push((await call(port, text)).refused)
    return { start, time: median(times), noticed }
  })
}
