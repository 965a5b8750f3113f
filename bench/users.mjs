// How services answer for users: what they say where Cognito refuses, and how fast they are. Each fact is a few calls, of which
// the last is looked at; what Cognito says there is known from answers that people published.
//
//   node bench/users.mjs

import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, root } from './measure.mjs'
import { call, freePort, started } from './services.mjs'

const email = (Value = 'ann@example.com') => ({ Name: 'email', Value })
const password = 'P2$Sword'
const ann = { ClientId: '<client>', Username: 'ann' }
const admin = { UserPoolId: '<pool>', Username: 'ann' }
const signUp = ['SignUp', { ...ann, Password: password, UserAttributes: [email()] }]
const made = ['AdminCreateUser', { ...admin, TemporaryPassword: password, MessageAction: 'SUPPRESS', UserAttributes: [email(), { Name: 'email_verified', Value: 'true' }] }]
const settled = ['AdminSetUserPassword', { ...admin, Password: password, Permanent: true }]
const signIn = (PASSWORD = password, USERNAME = 'ann', more = {}) => ['InitiateAuth', { ClientId: '<client>', AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD, ...more } }]
const codes = { AutoVerifiedAttributes: ['email'] }

/** [what it is about, the pool, the client, the calls, what Cognito says to the last: its exception with its text, or a part of its answer] */
export const facts = [
  ['sign-up is closed', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }, {}, [signUp], 'NotAuthorizedException: SignUp is not permitted for this user pool'],
  ['a short password', {}, {}, [['SignUp', { ...ann, Password: 'Ab1!' }]], 'InvalidPasswordException: Password did not conform with policy: Password not long enough'],
  ['a temporary password without uppercase', {}, {}, [['AdminCreateUser', { ...admin, TemporaryPassword: 'password1!' }]], 'InvalidPasswordException: Password did not conform with password policy: Password must have uppercase characters'],
  ['a required attribute is missing', { Schema: [{ Name: 'birthdate', Required: true }] }, {}, [signUp], 'InvalidParameterException: Attributes did not conform to the schema: birthdate: The attribute is required\n'],
  ['a name that is no address', { UsernameAttributes: ['email'] }, {}, [signUp], 'InvalidParameterException: Username should be an email.'],
  ['a name like an alias', { AliasAttributes: ['email'] }, {}, [['AdminCreateUser', { ...admin, Username: 'ann@example.com' }]], 'InvalidParameterException: Username cannot be of email format, since user pool is configured for email alias.'],
  ['an attribute that is not there', {}, {}, [['SignUp', { ...ann, Password: password, UserAttributes: [{ Name: 'custom:rank', Value: '1' }] }]], 'InvalidParameterException: Attributes did not conform to the schema: Type for attribute {custom:rank} could not be determined'],
  ['a name that is taken', codes, {}, [signUp, signUp], 'UsernameExistsException: User already exists'],
  ['a wrong code', codes, {}, [signUp, ['ConfirmSignUp', { ...ann, ConfirmationCode: 'none' }]], 'CodeMismatchException: Invalid verification code provided, please try again.'],
  ['where a code went', codes, {}, [signUp], { UserConfirmed: false, CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' } }],
  ['a code for who is confirmed', codes, {}, [signUp, ['AdminConfirmSignUp', admin], ['ResendConfirmationCode', ann]], 'InvalidParameterException: User is already confirmed.'],
  ['a secret that was not sent', {}, { GenerateSecret: true }, [signIn()], 'NotAuthorizedException: Client <client> is configured with secret but SECRET_HASH was not received'],
  ['a flow that is off', {}, { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] }, [signIn()], 'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client'],
  ['a wrong password', {}, {}, [made, settled, signIn('Wrong-1Pass')], 'NotAuthorizedException: Incorrect username or password.'],
  ['nobody of that name, told', {}, { PreventUserExistenceErrors: 'LEGACY' }, [signIn(password, 'nobody')], 'UserNotFoundException: User does not exist.'],
  ['nobody of that name, hidden', {}, { PreventUserExistenceErrors: 'ENABLED' }, [signIn(password, 'nobody')], 'NotAuthorizedException: Incorrect username or password.'],
  ['not confirmed', {}, {}, [signUp, signIn()], 'UserNotConfirmedException: User is not confirmed.'],
  ['disabled', {}, {}, [made, settled, ['AdminDisableUser', admin], signIn()], 'NotAuthorizedException: User is disabled.'],
  ['a temporary password', { Schema: [{ Name: 'given_name', Required: true, Mutable: true }] }, {}, [made, signIn()], { ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeParameters: { requiredAttributes: '["userAttributes.given_name"]' } }],
  ['after five wrong passwords', {}, {}, [made, settled, ...Array(5).fill(signIn('Wrong-1Pass')), signIn()], 'NotAuthorizedException: Password attempts exceeded'],
  ['no way of recovery', {}, {}, [['AdminCreateUser', { ...admin, MessageAction: 'SUPPRESS' }], settled, ['ForgotPassword', ann]], 'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number'],
  ['a password never chosen', {}, {}, [made, ['ForgotPassword', ann]], 'NotAuthorizedException: User password cannot be reset in the current state.'],
  ['a code that was never sent', {}, {}, [made, settled, ['ConfirmForgotPassword', { ...ann, ConfirmationCode: '123456', Password: 'P3$Sword' }]], 'ExpiredCodeException: Invalid code provided, please request a code again.'],
  ['an ID token in the place of an access token', {}, {}, [made, settled, signIn(), ['GetUser', { AccessToken: '<id>' }]], 'NotAuthorizedException: Invalid Access Token'],
  ['signed out', {}, {}, [made, settled, signIn(), ['GlobalSignOut', { AccessToken: '<access>' }], ['GetUser', { AccessToken: '<access>' }]], 'NotAuthorizedException: Access Token has been revoked'],
  ['an attribute that cannot change', { Schema: [{ Name: 'rank', AttributeDataType: 'String', Mutable: false }] }, {}, [made, settled, signIn(), ['UpdateUserAttributes', { AccessToken: '<access>', UserAttributes: [{ Name: 'custom:rank', Value: '1' }] }]], 'InvalidParameterException: user.custom:rank: Attribute cannot be updated.\n'],
  ['an attribute that the client may not write', { Schema: [{ Name: 'rank', AttributeDataType: 'String', Mutable: true }] }, { WriteAttributes: ['email'] }, [made, settled, signIn(), ['UpdateUserAttributes', { AccessToken: '<access>', UserAttributes: [{ Name: 'custom:rank', Value: '1' }] }]], 'NotAuthorizedException: A client attempted to write unauthorized attribute'],
  ['a filter that is none', {}, {}, [['ListUsers', { UserPoolId: '<pool>', Filter: 'foo' }]], 'InvalidParameterException: Error while parsing filter.'],
  ['users of a beginning', {}, {}, [made, ['ListUsers', { UserPoolId: '<pool>', Filter: 'email ^= "an"' }]], { Users: [{ Username: 'ann' }] }],
  ['who is confirmed already', {}, {}, [signUp, ['AdminConfirmSignUp', admin], ['AdminConfirmSignUp', admin]], 'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED'],
]

/** Whether an answer has all that is wanted of it. */
function has(answer, wanted) {
  if (typeof wanted !== 'object' || wanted === null) return answer === wanted
  if (typeof answer !== 'object' || answer === null || Array.isArray(wanted) && answer.length !== wanted.length) return false
  return Object.entries(wanted).every(([name, value]) => has(answer[name], value))
}

/** A service over HTTP, as this engine is asked. */
const remote = (port) => async (operation, request) => {
  const { text, refused, time } = await call(port, JSON.stringify(request), operation)
  let body = {}
  try {
    body = JSON.parse(text)
  } catch { /* some answer an operation that they lack with a page */ }
  return { body, refused, time }
}

/** The engine in this process. */
async function local() {
  const { loadEngine } = await import(new URL('../web/dist/engine.js', import.meta.url))
  const engine = await loadEngine()
  let state = null
  return async (operation, request) => {
    const began = performance.now()
    if (operation === 'CreateUserPool') {
      const opened = await engine.open(JSON.stringify(request))
      state = opened.state
      return { body: JSON.parse(opened.reply.body), refused: opened.reply.status !== 200, time: 1000 * (performance.now() - began) }
    }
    const called = await engine.call(state, operation, JSON.stringify(request))
    state = called.state
    return { body: JSON.parse(called.reply.body), refused: called.reply.status !== 200, time: 1000 * (performance.now() - began) }
  }
}

const filled = (value, known) => JSON.parse(Object.entries(known).reduce((text, [word, each]) => text.replaceAll(word, each), JSON.stringify(value)))

async function stage(ask, pool, client) {
  const known = {}
  const tell = async (operation, request) => {
    const answer = await ask(operation, filled(request, known))
    const { UserPool, UserPoolClient, AuthenticationResult } = answer.body
    if (UserPool?.Id) known['<pool>'] = UserPool.Id
    if (UserPoolClient?.ClientId) known['<client>'] = UserPoolClient.ClientId
    if (AuthenticationResult) Object.assign(known, { '<access>': AuthenticationResult.AccessToken, '<id>': AuthenticationResult.IdToken })
    return answer
  }
  await tell('CreateUserPool', { PoolName: 'bench', ...pool })
  await tell('CreateUserPoolClient', { UserPoolId: '<pool>', ClientName: 'app', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], ...client })
  return { tell, known }
}

/** Which facts a service knows, and the microseconds of three calls. */
export async function asked(ask) {
  const wrong = []
  for (const [about, pool, client, calls, wanted] of facts) {
    try {
      const { tell, known } = await stage(ask, pool, client)
      let answer
      for (const [operation, request] of calls) answer = await tell(operation, request)
      const { body } = answer
      const said = `${String(body.__type ?? '').split('#').at(-1)}: ${body.message ?? body.Message ?? ''}`
      const good = typeof wanted === 'string' ? said === filled(wanted, known) : has(body, wanted)
      if (!good) wrong.push(about)
    } catch {
      wrong.push(about)
    }
  }
  // Whoever compiles as it runs has done so then.
  const early = await stage(ask, {}, {})
  for (let i = 0; i < 500; i++) {
    await early.tell('SignUp', { ClientId: '<client>', Username: `user${i}`, Password: password })
    await early.tell('AdminGetUser', { ...admin, Username: `user${i}` })
  }
  const { tell } = await stage(ask, {}, {})
  await tell(...made)
  await tell(...settled)
  const timed = async (count, make) => {
    const times = []
    for (let i = 0; i < count; i++) times.push((await tell(...make(i))).time)
    return median(times)
  }
  return {
    known: facts.length - wrong.length, wrong,
    signUp: await timed(100, (i) => ['SignUp', { ClientId: '<client>', Username: `user${i}`, Password: password }]),
    adminGetUser: await timed(200, () => ['AdminGetUser', admin]),
    signIn: await timed(30, () => signIn()),
  }
}

/** Everybody, this engine first; who is not on this machine is told and left out. */
export async function users() {
  const rows = [{ name: 'this engine, in Node', ...await asked(await local()) }]
  const over = async (name, command, args) => {
    const port = await freePort()
    try {
      rows.push({ name, ...await started(command, args(port), port, () => asked(remote(port))) })
    } catch (reason) {
      console.error(`${name}: ${reason.message}`)
    }
  }
  await over('cognito-local, over HTTP', path.join(root, 'bench', 'node_modules', '.bin', 'cognito-local'), () => [])
  await over('moto, over HTTP', 'python3', (port) => ['-m', 'moto.server', '-p', String(port)])
  return rows
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, known, wrong, signUp, adminGetUser, signIn } of await users()) {
    console.log(`${name}: ${known} of ${facts.length}; SignUp ${Math.round(signUp)} µs, AdminGetUser ${Math.round(adminGetUser)} µs, sign-in ${Math.round(signIn)} µs`)
    if (wrong.length > 0) console.log(`  not: ${wrong.join(', ')}`)
  }
  process.exit()
}
