// What else answers a CreateUserPool call, where this machine has it: cognito-local and moto over HTTP, botocore's check of
// parameters. Each returns microseconds of one call, or null with a reason.

import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inputs, renamed } from './inputs.mjs'
import { median, root } from './measure.mjs'

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})

async function overHTTP(port, text) {
  const call = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST', body: text(),
      headers: {
        'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSCognitoIdentityProviderService.CreateUserPool',
        Authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
      },
    })
    const body = await response.text()
    if (!response.ok) throw new Error(`it answered ${response.status}: ${body.slice(0, 200)}`)
  }
  for (let tries = 0; ; tries++) {
    try {
      await call()
      break
    } catch (reason) {
      if (tries === 100 || !/fetch failed/.test(reason.message)) throw reason
      await pause(200)
    }
  }
  for (let i = 0; i < 100; i++) await call()
  const times = []
  for (let i = 0; i < 300; i++) {
    const began = performance.now()
    await call()
    times.push(1000 * (performance.now() - began))
  }
  return median(times)
}

async function served(command, args, port, text) {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const child = spawn(command, args, { cwd: folder, stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' } })
  try {
    return await overHTTP(port, text)
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const python = (program, input) => {
  const { status, stdout } = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : null
}

const botocore = `
import sys, json, time, botocore.session, botocore.validate
request = json.load(sys.stdin)
shape = botocore.session.Session().get_service_model('cognito-idp').operation_model('CreateUserPool').input_shape
check = botocore.validate.ParamValidator()
def timed(n):
    began = time.perf_counter()
    for _ in range(n):
        if check.validate(request, shape).has_errors(): sys.exit(1)
    return (time.perf_counter() - began) / n * 1e6
timed(100)
print(sorted(timed(50) for _ in range(9))[4])`

export async function services() {
  const text = renamed(inputs.sample)
  const of = async (work) => {
    try {
      return await work()
    } catch (reason) {
      console.error(reason.message)
      return null
    }
  }
  const port = await freePort()
  const local = path.join(root, 'bench', 'node_modules', '.bin', 'cognito-local')
  const motoPort = await freePort()
  return {
    'cognito-local': await of(() => served(local, [], port, text)),
    moto: spawnSync('python3', ['-c', 'import moto.server']).status === 0
      ? await of(() => served('python3', ['-m', 'moto.server', '-p', String(motoPort)], motoPort, text)) : null,
    botocore: python(botocore, text()),
  }
}
