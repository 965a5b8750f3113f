// The texts that are timed. Each has a placeholder for the pool's name, which differs at every call: no text comes twice,
// as while somebody types.

import { readFile } from 'node:fs/promises'

/** A template with the pool of about as many kilobytes, most of them of what stands beside it. */
export function templateOf(kilobytes) {
  const pool = 'Resources:\n  Shop:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: shop\n      AutoVerifiedAttributes: [email]\n      Policies:\n        PasswordPolicy: { MinimumLength: 12, RequireNumbers: true }\n'
  let text = pool
  for (let k = 0; text.length < 1000 * kilobytes; k++) text += `  Bucket${k}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "bucket-${k}-\${AWS::Region}"\n      VersioningConfiguration:\n        Status: Enabled\n`
  return text
}

export const placeholder = 'POOL-NAME'

const example = (file) => readFile(new URL(`../internal/example/${file}`, import.meta.url), 'utf8')
const [{ file }] = JSON.parse(await example('index.json'))

/** AWS's documented sample, some 4 KB. */
const sample = (await example(file)).replace(/("PoolName":\s*)"[^"]*"/, `$1"${placeholder}"`)

const nineErrors = JSON.stringify({
  PoolName: placeholder,
  MfaConfiguration: 'MAYBE',
  DeletionProtection: 'ON',
  Policies: { PasswordPolicy: { MinimumLength: 3, TemporaryPasswordValidityDays: 900 } },
  AutoVerifiedAttributes: ['address'],
  UsernameAttributes: ['email'], AliasAttributes: ['email'],
  EmailVerificationSubject: '',
  SmsVerificationMessage: 'no code in here',
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'fax', Priority: 7 }] },
}, null, 2)

const message = (length) => `{username} {####} ${'é'.repeat(length)}`
/** Four messages near their limits. */
const messages = JSON.stringify({
  PoolName: placeholder,
  EmailVerificationMessage: message(17_000),
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', EmailMessage: message(17_000), EmailMessageByLink: `${message(16_900)} {##here##}` },
  AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: message(17_000), EmailSubject: 'Welcome' } },
}, null, 2)

const attributes = (count) => JSON.stringify({
  PoolName: placeholder,
  Schema: Array.from({ length: count }, (_, i) => ({
    Name: `attribute-${i}`, AttributeDataType: 'String', Mutable: true, Required: false, StringAttributeConstraints: { MinLength: '1', MaxLength: '256' },
  })),
})

/** Texts of about so many kilobytes, of one kind. */
const tags = (kilobytes) => {
  const all = {}
  for (let i = 0; i < kilobytes * 8; i++) all[`tag-${String(i).padStart(5, '0')}`] = 'v'.repeat(110)
  return JSON.stringify({ PoolName: placeholder, UserPoolTags: all })
}

export const inputs = {
  minimal: `{"PoolName": "${placeholder}"}`, sample, 'nine errors': nineErrors, 'long messages': messages, 'many attributes': attributes(1_150),
}

/** For the table of growth: 4 KB to 1 MB. */
export const growth = Object.fromEntries([4, 16, 64, 256, 1000].map((kilobytes) => [`${kilobytes} KB`, tags(kilobytes)]))

/** Names the pool anew at each call. */
export function renamed(text) {
  let n = 0
  return () => text.replace(placeholder, `pool-${++n}`)
}
