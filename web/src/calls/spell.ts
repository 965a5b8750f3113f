// Calls in the words of tools. What one answer gives and another call needs goes through variables.

/** A call with its request as JSON text. What earlier answers give is written as words in angle brackets. */
export interface Spelt {
  step: { title: string, operation: string }
  text: string
}

export interface Spelling {
  id: string
  label: string
  spell(calls: readonly Spelt[], region: string): string
}

/** Where the value of a word comes from in an answer, and the variable that holds it. */
const sources: Readonly<Record<string, { variable: string, path: string }>> = {
  '<client>': { variable: 'client_id', path: 'UserPoolClient.ClientId' },
  '<session>': { variable: 'session', path: 'Session' },
  '<access>': { variable: 'access_token', path: 'AuthenticationResult.AccessToken' },
  '<id>': { variable: 'id_token', path: 'AuthenticationResult.IdToken' },
  '<refresh>': { variable: 'refresh_token', path: 'AuthenticationResult.RefreshToken' },
  '<secret>': { variable: 'secret', path: 'SecretCode' },
  '<sub>': { variable: 'sub', path: 'UserSub' },
  '<device>': { variable: 'device_key', path: 'AuthenticationResult.NewDeviceMetadata.DeviceKey' },
}

/** What a person types: no answer gives it. */
const typed: Readonly<Record<string, { variable: string, what: string }>> = {
  '<code>': { variable: 'code', what: 'The code that was sent' },
  '<app code>': { variable: 'app_code', what: 'The code that the authenticator app shows' },
  '<secret hash>': { variable: 'secret_hash', what: 'The secret hash' },
}

const answerOf: Readonly<Record<string, readonly string[]>> = {
  CreateUserPoolClient: ['<client>'], SignUp: ['<sub>'], AssociateSoftwareToken: ['<secret>', '<session>'], VerifySoftwareToken: ['<session>'],
  InitiateAuth: ['<session>', '<access>', '<id>', '<refresh>'], AdminInitiateAuth: ['<session>', '<access>', '<id>', '<refresh>'],
  RespondToAuthChallenge: ['<session>', '<access>', '<id>', '<refresh>'], AdminRespondToAuthChallenge: ['<session>', '<access>', '<id>', '<refresh>'],
}

const variableOf = (word: string): string | undefined => sources[word]?.variable ?? typed[word]?.variable

/** Calls that only AWS credentials may make; all others go without a signature. */
const signed = (operation: string): boolean => /^Admin|UserPool|Group$|^ListUsers$|CustomAttributes|Resource$/.test(operation)

/** For each call: the words that it needs typed, and those of its answer that a later call needs, until a newer answer has them. */
function flow(calls: readonly Spelt[]): { call: Spelt, type: string[], take: string[] }[] {
  return calls.map((call, index) => {
    const type = Object.keys(typed).filter((word) => call.text.includes(word))
    const take = (answerOf[call.step.operation] ?? []).filter((word) => {
      for (const later of calls.slice(index + 1)) {
        if (later.text.includes(word)) return true
        if (answerOf[later.step.operation]?.includes(word)) return false
      }
      return false
    })
    return { call, type, take }
  })
}

const kebab = (operation: string): string => operation.replace(/MFA/g, 'Mfa').replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()

/** A text between single quotes of a POSIX shell. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

function cli(calls: readonly Spelt[], region: string): string {
  const lines = ['#!/bin/sh', 'set -e', '']
  for (const { call: { step, text }, type, take } of flow(calls)) {
    lines.push(`# ${step.title}`)
    for (const word of type) lines.push(`printf '%s: ' ${shellQuoted(typed[word]!.what)}; read -r ${typed[word]!.variable}`)
    // The text stands in single quotes, which end where a variable stands.
    const input = shellQuoted(text).replace(/<[a-z ]+>/g, (word) => (variableOf(word) ? `'"$${variableOf(word)!}"'` : word))
    const command = `aws cognito-idp ${kebab(step.operation)} --region ${region}${signed(step.operation) ? '' : ' --no-sign-request'} --cli-input-json ${input}`
    if (take.length === 0) lines.push(command)
    else {
      lines.push(`answer=$(${command})`)
      for (const word of take) lines.push(`${sources[word]!.variable}=$(printf '%s' "$answer" | jq -r '.${sources[word]!.path} // empty')`)
    }
    lines.push('')
  }
  return lines.join('\n')
}

/** JSON as a literal of a language, with variables in the place of words. */
function literal(value: unknown, indent: string, spell: { text(text: string): string, yes: string, no: string, name(name: string): string }): string {
  if (typeof value === 'string') {
    const variable = variableOf(value)
    return variable ?? spell.text(value)
  }
  if (typeof value === 'boolean') return value ? spell.yes : spell.no
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, indent, spell)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const deeper = `${indent}    `
    const members = Object.entries(value).map(([name, each]) => `${deeper}${spell.name(name)}: ${literal(each, deeper, spell)},`)
    return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n${indent}}`
  }
  return String(value)
}

const snake = (operation: string): string => kebab(operation).replaceAll('-', '_')

function boto3(calls: readonly Spelt[], region: string): string {
  const lines = ['import boto3', '', `cognito = boto3.client("cognito-idp", region_name="${region}")`, '']
  const python = { text: (text: string) => JSON.stringify(text), yes: 'True', no: 'False', name: (name: string) => JSON.stringify(name) }
  for (const { call: { step, text }, type, take } of flow(calls)) {
    lines.push(`# ${step.title}`)
    for (const word of type) lines.push(`${typed[word]!.variable} = input(${JSON.stringify(`${typed[word]!.what}: `)})`)
    lines.push(`answer = cognito.${snake(step.operation)}(**${literal(JSON.parse(text), '', python)})`)
    for (const word of take) lines.push(`${sources[word]!.variable} = answer${sources[word]!.path.split('.').map((name, i, all) => (i < all.length - 1 ? `.get("${name}", {})` : `.get("${name}")`)).join('')}`)
    lines.push('')
  }
  return lines.join('\n')
}

function javascript(calls: readonly Spelt[], region: string): string {
  const used = [...new Set(calls.map(({ step }) => `${step.operation}Command`))].sort()
  const asks = calls.some(({ text }) => Object.keys(typed).some((word) => text.includes(word)))
  const lines = [
    ...(asks ? ["import { createInterface } from 'node:readline'", ''] : []),
    `import { CognitoIdentityProviderClient, ${used.join(', ')} } from '@aws-sdk/client-cognito-identity-provider'`, '',
    `const cognito = new CognitoIdentityProviderClient({ region: '${region}' })`,
    // Line by line: what comes in before it is asked for is not lost.
    ...(asks ? ['const terminal = createInterface({ input: process.stdin })', 'const lines = terminal[Symbol.asyncIterator]()', 'async function typed(what) {', '  process.stdout.write(what)', '  return (await lines.next()).value', '}'] : []),
    `let answer, ${[...new Set([...Object.values(sources), ...Object.values(typed)].map(({ variable }) => variable))].join(', ')}`, '',
  ]
  const script = { text: (text: string) => JSON.stringify(text), yes: 'true', no: 'false', name: (name: string) => (/^\w+$/.test(name) ? name : JSON.stringify(name)) }
  for (const { call: { step, text }, type, take } of flow(calls)) {
    lines.push(`// ${step.title}`)
    for (const word of type) lines.push(`${typed[word]!.variable} = await typed(${JSON.stringify(`${typed[word]!.what}: `)})`)
    lines.push(`answer = await cognito.send(new ${step.operation}Command(${literal(JSON.parse(text), '', script).replaceAll('    ', '  ')}))`)
    for (const word of take) lines.push(`${sources[word]!.variable} = answer.${sources[word]!.path.replaceAll('.', '?.')}`)
    lines.push('')
  }
  if (asks) lines.push('terminal.close()', '')
  return lines.join('\n')
}

export const spellings: readonly Spelling[] = [
  { id: 'cli', label: 'AWS CLI', spell: cli },
  { id: 'boto3', label: 'Python, boto3', spell: boto3 },
  { id: 'javascript', label: 'JavaScript, AWS SDK', spell: javascript },
]
