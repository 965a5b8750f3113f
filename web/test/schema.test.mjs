// The JSON Schemas as built. What they accept is tested beside the package that writes them, with a validator in Go; here
// their patterns are held against the dialect that they are for.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { dist } from './stage.mjs'

const request = (properties, ...names) => names.reduce(({ properties }, name) => properties[name], { properties })

for (const file of ['create-user-pool.schema.json', 'create-user-pool.draft-07.schema.json']) {
  test(`the patterns of ${file} are those of the service`, async () => {
    const { properties, title } = JSON.parse(await readFile(path.join(dist, file), 'utf8'))
    assert.equal(title, 'CreateUserPool request')
    const patterns = [...JSON.stringify(properties).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, pattern]) => JSON.parse(pattern))
    assert.ok(patterns.length > 20)
    for (const pattern of patterns) new RegExp(pattern, 'u')
    for (const [names, text, matches] of [
      [['PoolName'], 'a pool\t\v+=,.@-', true],
      [['PoolName'], 'a\u00a0pool', false],
      [['PoolName'], 'pool\n', true],
      [['PoolName'], 'pool!', false],
      [['SmsVerificationMessage'], 'one\u2028two {####}\n', true],
      [['SmsVerificationMessage'], '{###}', false],
      [['EmailVerificationMessage'], 'Ölçü 😀 {####}\r\n', true],
      [['EmailVerificationMessage'], '\u200b{####}', false],
      [['VerificationMessageTemplate', 'EmailMessageByLink'], 'Go {##there##} now', true],
      [['EmailConfiguration', 'ReplyToEmailAddress'], 'é@ü', true],
      [['EmailConfiguration', 'ReplyToEmailAddress'], 'a b@c', false],
      [['LambdaConfig', 'PreSignUp'], 'arn:aws:lambda:eu-west-1:111122223333:function:f', true],
      [['LambdaConfig', 'PreSignUp'], 'arn:aws:lambda:eu-west-1:111122223333:function:f\n', false],
    ]) {
      assert.equal(new RegExp(request(properties, ...names).pattern, 'u').test(text), matches, `${names.join('.')}: ${JSON.stringify(text)}`)
    }
  })
}
