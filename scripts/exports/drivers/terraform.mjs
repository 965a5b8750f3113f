// Writes FOLDER/N.json, the arguments and blocks of an aws_cognito_user_pool, as FOLDER/N.ts: a value of the type that
// Pulumi generates from the Terraform provider's schema, for the TypeScript compiler to judge.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const [folder] = process.argv.slice(2)

/** Lists that Pulumi calls by another plural: blocks that may be repeated, and one argument. */
const plural = {
  schema: 'schemas',
  recovery_mechanism: 'recoveryMechanisms',
  attributes_require_verification_before_update: 'attributesRequireVerificationBeforeUpdates',
}
/** Arguments whose keys are the user's. */
const maps = ['tags']

function typed(value, name) {
  if (Array.isArray(value)) {
    // A block that may stand once is a list of one in HCL and an object in Pulumi.
    if (name && !plural[name] && value.length === 1 && typeof value[0] === 'object') return typed(value[0])
    return value.map((v) => typed(v))
  }
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [
    plural[k] ?? k.replace(/_(.)/g, (_, c) => c.toUpperCase()),
    maps.includes(k) ? v : typed(v, k),
  ]))
}

for (const file of readdirSync(folder).filter((f) => f.endsWith('.json') && f !== 'tsconfig.json')) {
  const value = typed(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
  writeFileSync(`${folder}/${file.replace('.json', '.ts')}`,
    `import type { UserPoolArgs } from '@pulumi/aws/cognito/userPool'\n\nexport const pool: UserPoolArgs = ${JSON.stringify(value, null, 2)}\n`)
}
