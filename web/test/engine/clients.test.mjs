// Clients that were made for the service take it for the service: they are unchanged, and their requests are handed to call by
// a request handler of a few lines.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import {
  AdminCreateUserCommand, AssociateSoftwareTokenCommand, CognitoIdentityProviderClient, ConfirmSignUpCommand, GetUserCommand, InitiateAuthCommand, NotAuthorizedException,
  RespondToAuthChallengeCommand, SetUserMFAPreferenceCommand, SignUpCommand, VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import Cognito from 'amazon-cognito-identity-js'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { JwtExpiredError } from 'aws-jwt-verify/error'
import { loadEngine } from '../../dist/engine.js'

const engine = await loadEngine()
const { fetch } = globalThis
after(() => { globalThis.fetch = fetch })

/** A pool with a client, and the one who calls it. */
async function world(pool, client = {}) {
  const opened = await engine.open(JSON.stringify({ PoolName: 'shop', AutoVerifiedAttributes: ['email'], ...pool }))
  assert.equal(opened.reply.status, 200)
  const w = { state: opened.state, sent: [], now: Date.now() }
  w.call = async (operation, request) => {
    const called = await engine.call(w.state, operation, typeof request === 'string' ? request : JSON.stringify(request), { now: w.now })
    w.state = called.state
    w.sent.push(...called.sent)
    return called
  }
  w.poolId = JSON.parse(opened.reply.body).UserPool.Id
  const made = JSON.parse((await w.call('CreateUserPoolClient', { UserPoolId: w.poolId, ClientName: 'app', ...client })).reply.body)
  w.client = made.UserPoolClient
  return w
}

const operationOf = (headers) => Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')[1].split('.')[1]

/** The SDK's client, with its requests handed to call. */
const sdk = (w) => new CognitoIdentityProviderClient({
  region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  requestHandler: {
    async handle(request) {
      const { reply } = await w.call(operationOf(request.headers), new TextDecoder().decode(request.body))
      return { response: { statusCode: reply.status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: Buffer.from(reply.wire) } }
    },
  },
})

const newest = (w) => w.sent.at(-1).code

/** The code that an authenticator app shows: RFC 6238, with the steps of RFC 4226. */
function shown(secret, at) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const sum = createHmac('sha1', Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)))).update(counter).digest()
  return String((sum.readUInt32BE(sum[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

test('the AWS SDK signs up, confirms, signs in, sets up an authenticator app and refreshes', async () => {
  const w = await world({ MfaConfiguration: 'OPTIONAL', SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' } }, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] })
  await w.call('SetUserPoolMfaConfig', { UserPoolId: w.poolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } })
  const client = sdk(w), ClientId = w.client.ClientId
  const { UserSub } = await client.send(new SignUpCommand({ ClientId, Username: 'ann', Password: 'P2$Sword', UserAttributes: [{ Name: 'email', Value: 'ann@example.com' }] }))
  await client.send(new ConfirmSignUpCommand({ ClientId, Username: 'ann', ConfirmationCode: newest(w) }))
  const signIn = () => client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ann', PASSWORD: 'P2$Sword' } }))
  const { AuthenticationResult: tokens } = await signIn()
  const user = await client.send(new GetUserCommand({ AccessToken: tokens.AccessToken }))
  assert.deepEqual(user.UserAttributes, [{ Name: 'email', Value: 'ann@example.com' }, { Name: 'email_verified', Value: 'true' }, { Name: 'sub', Value: UserSub }])
  const { SecretCode } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken: tokens.AccessToken }))
  assert.equal((await client.send(new VerifySoftwareTokenCommand({ AccessToken: tokens.AccessToken, UserCode: shown(SecretCode, w.now) }))).Status, 'SUCCESS')
  await client.send(new SetUserMFAPreferenceCommand({ AccessToken: tokens.AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }))
  const asked = await signIn()
  assert.equal(asked.ChallengeName, 'SOFTWARE_TOKEN_MFA')
  w.now += 30_000
  const done = await client.send(new RespondToAuthChallengeCommand({ ClientId, ChallengeName: asked.ChallengeName, Session: asked.Session, ChallengeResponses: { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE: shown(SecretCode, w.now) } }))
  const again = await client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: done.AuthenticationResult.RefreshToken } }))
  assert.ok(again.AuthenticationResult.AccessToken)
  assert.equal(again.AuthenticationResult.RefreshToken, undefined)
  await assert.rejects(client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ann', PASSWORD: 'x' } })), (e) => e instanceof NotAuthorizedException && e.message === 'Incorrect username or password.')
  const { User } = await client.send(new AdminCreateUserCommand({ UserPoolId: w.poolId, Username: 'ben' }))
  assert.equal(User.UserStatus, 'FORCE_CHANGE_PASSWORD')
  assert.ok(User.UserCreateDate instanceof Date)
})

test('amazon-cognito-identity-js signs up, confirms, signs in by SRP, sets up an authenticator app and refreshes', async () => {
  const w = await world({ UsernameAttributes: ['email'], MfaConfiguration: 'OPTIONAL', SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' } })
  await w.call('SetUserPoolMfaConfig', { UserPoolId: w.poolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } })
  globalThis.fetch = async (_, { headers, body }) => {
    const { reply } = await w.call(operationOf(headers), body)
    return new Response(reply.wire, { status: reply.status })
  }
  const pool = new Cognito.CognitoUserPool({ UserPoolId: w.poolId, ClientId: w.client.ClientId })
  const done = (start) => new Promise((resolve, reject) => start((error, result) => (error ? reject(error) : resolve(result))))
  const Username = 'ann@example.com', Password = 'P2$Sword'
  await done((back) => pool.signUp(Username, Password, [new Cognito.CognitoUserAttribute({ Name: 'email', Value: Username })], [], back))
  const user = new Cognito.CognitoUser({ Username, Pool: pool })
  await done((back) => user.confirmRegistration(newest(w), false, back))
  const signIn = (answers = {}) => new Promise((onSuccess, onFailure) => user.authenticateUser(new Cognito.AuthenticationDetails({ Username, Password }), { onSuccess, onFailure, ...answers(onSuccess, onFailure) }))
  await signIn(() => ({}))
  const attributes = await done((back) => user.getUserAttributes(back))
  assert.deepEqual(attributes.map((a) => a.getName()), ['email', 'email_verified', 'sub'])
  const secret = await new Promise((associateSecretCode, onFailure) => user.associateSoftwareToken({ associateSecretCode, onFailure }))
  await new Promise((onSuccess, onFailure) => user.verifySoftwareToken(shown(secret, w.now), 'phone', { onSuccess, onFailure }))
  await done((back) => user.setUserMfaPreference(null, { PreferredMfa: true, Enabled: true }, back))
  w.now += 30_000
  const session = await signIn((onSuccess, onFailure) => ({ totpRequired: () => user.sendMFACode(shown(secret, w.now), { onSuccess, onFailure }, 'SOFTWARE_TOKEN_MFA') }))
  const before = session.getAccessToken().getJwtToken()
  w.now += 5_000
  const renewed = await done((back) => user.refreshSession(session.getRefreshToken(), back))
  assert.notEqual(renewed.getAccessToken().getJwtToken(), before)
  await assert.rejects(new Promise((onSuccess, onFailure) => new Cognito.CognitoUser({ Username, Pool: pool }).authenticateUser(new Cognito.AuthenticationDetails({ Username, Password: 'Wrong-1Pass' }), { onSuccess, onFailure })), /Incorrect username or password/)
})

test('aws-jwt-verify takes the tokens by the key set, and no token that was changed or is over', async () => {
  const w = await world({}, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
  await w.call('AdminCreateUser', { UserPoolId: w.poolId, Username: 'ann' })
  await w.call('AdminSetUserPassword', { UserPoolId: w.poolId, Username: 'ann', Password: 'P2$Sword', Permanent: true })
  const { AuthenticationResult: tokens } = JSON.parse((await w.call('InitiateAuth', { ClientId: w.client.ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ann', PASSWORD: 'P2$Sword' } })).reply.body)
  const verifier = CognitoJwtVerifier.create([{ userPoolId: w.poolId, clientId: w.client.ClientId, tokenUse: null }])
  // The pool's name is an example: what a verifier asks of a real Id is asked of its keys here.
  verifier.cacheJwks(JSON.parse(await engine.keySet()), w.poolId)
  for (const kind of ['access', 'id']) {
    const token = tokens[kind === 'id' ? 'IdToken' : 'AccessToken']
    const claims = await verifier.verify(token)
    assert.equal(claims.token_use, kind)
    const [head, body, signature] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url')), sub: 'another' })).toString('base64url')
    await assert.rejects(verifier.verify([head, forged, signature].join('.')), /signature/i)
  }
  w.now -= 2 * 3600e3
  const old = JSON.parse((await w.call('InitiateAuth', { ClientId: w.client.ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ann', PASSWORD: 'P2$Sword' } })).reply.body)
  await assert.rejects(verifier.verify(old.AuthenticationResult.AccessToken), JwtExpiredError)
})
