// Services that answer a CreateUserPool call over HTTP: starts one, and asks it.

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
async function call(port, body) {
  const began = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST', body,
    headers: {
      'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSCognitoIdentityProviderService.CreateUserPool',
      Authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
    },
  })
  const text = await response.text()
  return { refused: !response.ok, text, time: 1000 * (performance.now() - began) }
}

/** Starts a service, asks it for the sample some hundred times, and then for each of the texts once. */
export async function served(command, args, port, { texts }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const began = performance.now()
  const child = spawn(command, args, { cwd: folder, stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' } })
  try {
    const next = renamed(inputs.sample)
    const good = async () => {
      const { refused, text, time } = await call(port, next())
      if (refused) throw new Error(`it refuses the sample: ${text.slice(0, 200)}`)
      return time
    }
    for (let tries = 0; ; tries++) {
      try {
        await good()
        break
      } catch (reason) {
        if (tries === 600 || !/fetch failed/.test(reason.message)) throw reason
        await pause(50)
      }
    }
    const start = 1000 * (performance.now() - began)
    for (let i = 0; i < 100; i++) await good()
    const times = []
    for (let i = 0; i < 300; i++) times.push(await good())
    const noticed = []
    for (const text of texts) noticed.push((await call(port, text)).refused)
    return { start, time: median(times), noticed }
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
