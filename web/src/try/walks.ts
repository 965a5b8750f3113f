// The ready walks: what people do in a pool, from sign-up to tokens. A walk is drawn from the pool as it goes: it sees what each
// call answered, and goes on as an app would. It stops where this pool stops it.

import { operationDays } from '../calls/operation-days.ts'

/** One call of a walk. Words in angle brackets stand for what earlier answers gave: `play.ts` puts it in. */
export interface Step {
  /** What happens, in words: "Ann signs up". */
  title: string
  operation: string
  request: Readonly<Record<string, unknown>>
  /** For how many milliseconds nothing happens before. */
  pass?: number
}

/** What a call answered. */
export interface Done {
  ok: boolean
  body: Readonly<Record<string, unknown>>
}

/** Why a walk ended before its end, where no answer says it. */
export interface Stop {
  why: string
  /** The pool's setting that decides it, as a JSON Pointer into the request. */
  setting: string
}

/** What a walk has to know of the pool. */
export interface Facts {
  id: string
  /** The pool as DescribeUserPool shows it. */
  pool: Readonly<Record<string, unknown>>
  /** The answer of GetUserPoolMfaConfig. */
  mfa: Readonly<Record<string, unknown>>
  /** The day of the API, YYYY-MM-DD; '' for today. */
  day: string
  /** The app client of the pool's text, with what it says of a CreateUserPoolClient request; null where it has none. */
  client: { id: string, request: Readonly<Record<string, unknown>> } | null
}

type Run = Generator<Step, Stop | void, Done>

export interface Walk {
  id: string
  title: string
  /** What it shows, in a sentence. */
  about: string
  run(facts: Facts): Run
}

/** The list at a path of the pool, of texts. */
function texts(facts: Facts, ...path: string[]): string[] {
  let at: unknown = facts.pool
  for (const name of path) at = (at as Record<string, unknown> | undefined)?.[name]
  return Array.isArray(at) ? at as string[] : []
}

const firstFactors = (facts: Facts): string[] => texts(facts, 'Policies', 'SignInPolicy', 'AllowedFirstAuthFactors')

interface SchemaAttribute { Name: string, Required?: boolean, AttributeDataType?: string, StringAttributeConstraints?: { MinLength?: string } }

const requiredOf = (facts: Facts): SchemaAttribute[] => texts(facts, 'SchemaAttributes').map((each) => each as unknown as SchemaAttribute).filter(({ Name, Required }) => Required && Name !== 'sub')

const values: Readonly<Record<string, string>> = {
  email: 'ann@example.com', phone_number: '+15555550123', birthdate: '1990-01-31', zoneinfo: 'Europe/Berlin', locale: 'en-GB', gender: 'female', updated_at: '1790000000',
  website: 'https://ann.example.com', picture: 'https://ann.example.com/ann.png', profile: 'https://ann.example.com/me', name: 'Ann Archer', given_name: 'Ann', family_name: 'Archer', preferred_username: 'ann.archer',
}

/** A person who comes to a pool: a short name, under `username`, and attributes with their values. */
type Person = Readonly<Record<string, string>>

const person = (first: string, last: string, phone_number: string): Person => {
  const [username, family] = [first.toLowerCase(), last.toLowerCase()]
  const site = `https://${username}.example.com`
  return {
    ...values, username, phone_number, email: `${username}@example.com`, website: site, picture: `${site}/${username}.png`, profile: `${site}/me`,
    name: `${first} ${last}`, given_name: first, family_name: last, preferred_username: `${username}.${family}`,
  }
}

/** Ann, whom the walks are about, and those who come after her. */
export const persons: readonly Person[] = [person('Ann', 'Archer', values['phone_number']!), person('Ben', 'Baker', '+15555550124'), person('Cleo', 'Cook', '+15555550125'), person('Dan', 'Diaz', '+15555550126')]
const ann = persons[0]!

const valueOf = ({ Name, StringAttributeConstraints: bounds }: SchemaAttribute, who = ann): string => who[Name] ?? 'x'.repeat(Math.max(1, Number(bounds?.MinLength ?? 1)))

/** What Ann, or somebody else, types to say who she is. */
export function nameIn(facts: Facts, who = ann): string {
  const instead = texts(facts, 'UsernameAttributes')
  return who[instead.includes('email') ? 'email' : instead.includes('phone_number') ? 'phone_number' : 'username']!
}

/** A password that keeps to the policy, whatever it asks for. */
export function passwordIn(facts: Facts, word: string): string {
  const { MinimumLength: least = 8 } = (facts.pool['Policies'] as { PasswordPolicy?: { MinimumLength?: number } } | undefined)?.PasswordPolicy ?? {}
  return `${word}-Day-2026`.padEnd(least, 'x')
}

const attribute = (Name: string, Value: string): object => ({ Name, Value })

/** The attributes that Ann, or somebody else, gives: the email address, what the pool requires, and what it sends codes to. */
export function attributesIn(facts: Facts, verified: boolean, who = ann): object[] {
  const given = new Map([['email', who['email']!]])
  for (const name of texts(facts, 'AutoVerifiedAttributes')) given.set(name, who[name] ?? 'x')
  for (const each of requiredOf(facts)) given.set(each.Name, valueOf(each, who))
  const all = [...given].map(([name, value]) => attribute(name, value))
  if (verified) for (const name of ['email', 'phone_number']) if (given.has(name)) all.push(attribute(`${name}_verified`, 'true'))
  return all
}

/** When what a walk needs came into the API. */
const came = {
  signIn: operationDays['InitiateAuth']!, adminCreateUser: operationDays['AdminCreateUser']!, mfaConfig: operationDays['SetUserPoolMfaConfig']!, setPassword: operationDays['AdminSetUserPassword']!,
  passwordFlow: '2018-02-12', allowFlows: '2019-11-14', choice: '2024-11-22',
} as const

/** True where the day is before something came. */
const before = ({ day }: Facts, what: keyof typeof came): boolean => day !== '' && day < came[what]

/** The flows that an app asks for, as they were called on the day. */
export function flowsOn(facts: Facts, choice: boolean): string[] | undefined {
  if (before(facts, 'signIn')) return undefined
  if (before(facts, 'passwordFlow')) return ['ADMIN_NO_SRP_AUTH']
  if (before(facts, 'allowFlows')) return ['USER_PASSWORD_AUTH']
  return ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', ...(choice && !before(facts, 'choice') ? ['ALLOW_USER_AUTH'] : [])]
}

/** The app client of the text. A walk signs in with a password as it is, which an app does by SRP: the flow is added for that. */
function itsClient({ id: pool, client }: Facts & { client: NonNullable<Facts['client']> }, choice: boolean): Step {
  const flows = (client.request['ExplicitAuthFlows'] ?? ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']) as string[]
  const newNames = flows.every((each) => each.startsWith('ALLOW_'))
  const wanted = newNames ? ['ALLOW_USER_PASSWORD_AUTH', ...(choice ? ['ALLOW_USER_AUTH'] : [])] : ['USER_PASSWORD_AUTH']
  const lacks = wanted.filter((each) => !flows.includes(each))
  return {
    title: `You make the text’s app client, ${client.id}${lacks.length > 0 ? `, and let it ${lacks.includes('ALLOW_USER_AUTH') ? 'choose how to sign in' : 'sign in with a plain password'} here` : ''}`,
    operation: 'CreateUserPoolClient', request: { UserPoolId: pool, ClientName: client.id, ...client.request, ExplicitAuthFlows: [...flows, ...lacks] },
  }
}

const makeClient = (facts: Facts, choice = false): Step => {
  const { client } = facts
  if (client && !before(facts, 'allowFlows')) return itsClient({ ...facts, client }, choice && !before(facts, 'choice'))
  const flows = flowsOn(facts, choice)
  return { title: 'You make an app client', operation: 'CreateUserPoolClient', request: { UserPoolId: facts.id, ClientName: 'app', ...(flows ? { ExplicitAuthFlows: flows } : {}) } }
}

const byAdmin = (facts: Facts): boolean => before(facts, 'passwordFlow')

/** Ann signs in, and answers whatever is asked of her. */
function* signsIn(facts: Facts, name: string, password: string, next: string, title = 'Ann signs in'): Generator<Step, Stop | undefined, Done> {
  if (before(facts, 'signIn')) return { why: `The calls to sign in with are in the API since ${came.signIn}.`, setting: '' }
  const asked: Step = byAdmin(facts)
    ? { title, operation: 'AdminInitiateAuth', request: { UserPoolId: facts.id, ClientId: '<client>', AuthFlow: 'ADMIN_NO_SRP_AUTH', AuthParameters: { USERNAME: name, PASSWORD: password } } }
    : { title, operation: 'InitiateAuth', request: { ClientId: '<client>', AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: name, PASSWORD: password } } }
  return yield* answers(facts, yield asked, name, next)
}

/** Goes through some steps, and tells which operations were called in them. */
function* noting(steps: Generator<Step, Stop | undefined, Done>): Generator<Step, { end: Stop | undefined, called: Set<string> }, Done> {
  const called = new Set<string>()
  let at = steps.next()
  while (!at.done) {
    called.add(at.value.operation)
    at = steps.next(yield at.value)
  }
  return { end: at.value, called }
}

const codes: Readonly<Record<string, string>> = { SMS_MFA: 'SMS_MFA_CODE', EMAIL_OTP: 'EMAIL_OTP_CODE', SMS_OTP: 'SMS_OTP_CODE' }

/** Ann answers challenges until there are tokens, or something refuses her. */
function* answers(facts: Facts, last: Done, name: string, next: string): Generator<Step, Stop | undefined, Done> {
  const admin = byAdmin(facts)
  const respond = (title: string, challenge: string, responses: Record<string, string>, pass?: number): Step => ({
    title, operation: admin ? 'AdminRespondToAuthChallenge' : 'RespondToAuthChallenge',
    request: { ...(admin ? { UserPoolId: facts.id } : {}), ClientId: '<client>', ChallengeName: challenge, Session: '<session>', ChallengeResponses: { USERNAME: name, ...responses } },
    ...(pass === undefined ? {} : { pass }),
  })
  for (let i = 0; i < 10 && last.ok && last.body['ChallengeName'] !== undefined; i++) {
    const challenge = String(last.body['ChallengeName'])
    const parameters = (last.body['ChallengeParameters'] ?? {}) as Record<string, string>
    const code = codes[challenge]
    if (code) last = yield respond('Ann types the code', challenge, { [code]: '<code>' })
    else if (challenge === 'NEW_PASSWORD_REQUIRED') {
      const missing = JSON.parse(parameters['requiredAttributes'] ?? '[]') as string[]
      const given = Object.fromEntries(missing.map((key) => [key, valueOf({ Name: key.replace('userAttributes.', '') })]))
      last = yield respond('Ann chooses a password', challenge, { NEW_PASSWORD: next, ...given })
    } else if (challenge === 'SOFTWARE_TOKEN_MFA') last = yield respond('Ann types the code that the app shows', challenge, { SOFTWARE_TOKEN_MFA_CODE: '<app code>' }, 30_000)
    else if (challenge === 'SELECT_MFA_TYPE') last = yield respond('Ann chooses a second factor', challenge, { ANSWER: (JSON.parse(parameters['MFAS_CAN_CHOOSE'] ?? '["SMS_MFA"]') as string[])[0] ?? 'SMS_MFA' })
    else if (challenge === 'MFA_SETUP') {
      if (!(parameters['MFAS_CAN_SETUP'] ?? '').includes('SOFTWARE_TOKEN_MFA')) {
        return { why: 'Ann has no phone number, and the pool has no other second factor that she could set up now: she cannot get in.', setting: '/MfaConfiguration' }
      }
      last = yield { title: 'Ann gets a secret for an authenticator app', operation: 'AssociateSoftwareToken', request: { Session: '<session>' } }
      if (!last.ok) return
      last = yield { title: 'Ann types the code that the app shows', operation: 'VerifySoftwareToken', request: { Session: '<session>', UserCode: '<app code>' } }
      if (!last.ok) return
      last = yield respond('Ann goes on with signing in', challenge, {})
    } else return { why: `The challenge ${challenge} is for an app to answer.`, setting: '' }
  }
  return
}

/** An administrator makes Ann, with all that the pool asks for. */
const makesAnn = (facts: Facts): Step => ({
  title: 'You make the user Ann', operation: 'AdminCreateUser',
  request: { UserPoolId: facts.id, Username: nameIn(facts), UserAttributes: attributesIn(facts, true), MessageAction: 'SUPPRESS' },
})

/** Ann signs up and is confirmed; false where the pool refuses it. */
function* signsUp(facts: Facts, name: string, password: string): Generator<Step, boolean, Done> {
  const signedUp = yield { title: 'Ann signs up', operation: 'SignUp', request: { ClientId: '<client>', Username: name, Password: password, UserAttributes: attributesIn(facts, false) } }
  if (!signedUp.ok || signedUp.body['UserConfirmed'] === true) return signedUp.ok
  const confirmed = signedUp.body['CodeDeliveryDetails'] !== undefined
    ? yield { title: 'Ann types the code', operation: 'ConfirmSignUp', request: { ClientId: '<client>', Username: name, ConfirmationCode: '<code>' } }
    : yield { title: 'No code was sent: you confirm her', operation: 'AdminConfirmSignUp', request: { UserPoolId: facts.id, Username: name } }
  return confirmed.ok
}

/** Ann gets an account with a password: by an administrator, where the day has the calls for it. */
function* getsAccount(facts: Facts, password: string): Generator<Step, boolean, Done> {
  if (before(facts, 'setPassword')) return yield* signsUp(facts, nameIn(facts), password)
  return (yield makesAnn(facts)).ok && (yield* setsPassword(facts, password))
}

function* setsPassword(facts: Facts, password: string): Generator<Step, boolean, Done> {
  return (yield { title: 'You set her password', operation: 'AdminSetUserPassword', request: { UserPoolId: facts.id, Username: nameIn(facts), Password: password, Permanent: true } }).ok
}

export const walks: readonly Walk[] = [
  {
    id: 'sign-up', title: 'Someone signs up', about: 'Ann signs up, confirms with the code that she is sent, and signs in.',
    *run(facts) {
      const name = nameIn(facts), password = passwordIn(facts, 'Sunny')
      if (!(yield makeClient(facts)).ok) return
      if (!(yield* signsUp(facts, name, password))) return
      const stopped = yield* signsIn(facts, name, password, password)
      if (stopped) return stopped
      yield { title: 'Ann looks at her profile', operation: 'GetUser', request: { AccessToken: '<access>' } }
    },
  },
  {
    id: 'invitation', title: 'An administrator invites someone', about: 'You make Ann, she gets an invitation with a temporary password, and chooses her own when she signs in.',
    *run(facts) {
      const name = nameIn(facts)
      if (before(facts, 'adminCreateUser')) return { why: `Administrators make users since ${came.adminCreateUser}: on this day people sign up by themselves.`, setting: '' }
      if (!(yield makeClient(facts, firstFactors(facts).some((factor) => factor.endsWith('_OTP')))).ok) return
      const made = yield {
        title: 'You invite Ann by email', operation: 'AdminCreateUser',
        request: { UserPoolId: facts.id, Username: name, UserAttributes: [attribute('email', values['email']!), attribute('email_verified', 'true')], DesiredDeliveryMediums: ['EMAIL'] },
      }
      if (!made.ok) return
      if ((made.body['User'] as { UserStatus?: string } | undefined)?.UserStatus === 'CONFIRMED') return yield* bySomeCode(facts, name)
      const stopped = yield* signsIn(facts, name, '<code>', passwordIn(facts, 'Sunny'), 'Ann signs in with the password of the invitation')
      if (stopped) return stopped
      yield { title: 'You look at Ann', operation: 'AdminGetUser', request: { UserPoolId: facts.id, Username: name } }
    },
  },
  {
    id: 'forgotten-password', title: 'The password is forgotten', about: 'Ann has an account and has forgotten her password. She is sent a code and sets a new one.',
    *run(facts) {
      const name = nameIn(facts), password = passwordIn(facts, 'Rainy')
      if (!(yield makeClient(facts)).ok) return
      if (!(yield* getsAccount(facts, passwordIn(facts, 'Sunny')))) return
      if (!(yield { title: 'Ann asks for a code', operation: 'ForgotPassword', request: { ClientId: '<client>', Username: name } }).ok) return
      if (!(yield { title: 'Ann sets a new password', operation: 'ConfirmForgotPassword', request: { ClientId: '<client>', Username: name, ConfirmationCode: '<code>', Password: password } }).ok) return
      return yield* signsIn(facts, name, password, password)
    },
  },
  {
    id: 'authenticator', title: 'An authenticator app is set up', about: 'Authenticator apps are turned on, Ann sets one up, and signs in with its code.',
    *run(facts) {
      const name = nameIn(facts), password = passwordIn(facts, 'Sunny')
      if (before(facts, 'mfaConfig')) return { why: `Authenticator apps are there since ${came.mfaConfig}: on this day the only second factor is a text message.`, setting: '/MfaConfiguration' }
      if ((facts.mfa['SoftwareTokenMfaConfiguration'] as { Enabled?: boolean } | undefined)?.Enabled !== true) {
        const sms = facts.mfa['SmsMfaConfiguration']
        const mode = facts.mfa['MfaConfiguration'] === 'ON' ? 'ON' : 'OPTIONAL'
        const turnedOn = yield {
          title: 'CreateUserPool cannot turn authenticator apps on: you do it now', operation: 'SetUserPoolMfaConfig',
          request: { UserPoolId: facts.id, MfaConfiguration: mode, SoftwareTokenMfaConfiguration: { Enabled: true }, ...(sms === undefined ? {} : { SmsMfaConfiguration: sms }) },
        }
        if (!turnedOn.ok) return
      }
      if (!(yield makeClient(facts)).ok) return
      if (!(yield* getsAccount(facts, password))) return
      const { end, called } = yield* noting(signsIn(facts, name, password, password))
      if (end) return end
      // A pool that asks everybody for a second factor has had her set one up already.
      if (called.has('VerifySoftwareToken')) return yield* signsIn(facts, name, password, password, 'Ann signs in again')
      const secret = yield { title: 'Ann gets a secret for the app', operation: 'AssociateSoftwareToken', request: { AccessToken: '<access>' } }
      if (!secret.ok) return
      if (!(yield { title: 'Ann types the code that the app shows', operation: 'VerifySoftwareToken', request: { AccessToken: '<access>', UserCode: '<app code>', FriendlyDeviceName: 'phone' }, pass: 30_000 }).ok) return
      if (!(yield { title: 'Ann turns the app on', operation: 'SetUserMFAPreference', request: { AccessToken: '<access>', SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } } }).ok) return
      return yield* signsIn(facts, name, password, password, 'Ann signs in again')
    },
  },
  {
    id: 'without-password', title: 'Signing in without a password', about: 'Ann signs in with a code that she is sent, and has no password.',
    *run(facts) {
      const name = nameIn(facts)
      if (before(facts, 'choice')) return { why: `Signing in without a password is there since ${came.choice}: on this day everybody begins with one.`, setting: '' }
      if (!(yield makeClient(facts, true)).ok) return
      if (!(yield makesAnn(facts)).ok) return
      return yield* bySomeCode(facts, name)
    },
  },
]

/** Ann signs in with a code, if the pool lets her. */
function* bySomeCode(facts: Facts, name: string): Run {
  const first = firstFactors(facts)
  const wanted = first.includes('EMAIL_OTP') ? 'EMAIL_OTP' : first.includes('SMS_OTP') ? 'SMS_OTP' : 'EMAIL_OTP'
  const passkey = !first.some((factor) => factor.endsWith('_OTP')) && first.includes('WEB_AUTHN')
  if (passkey) {
    yield { title: 'Ann asks to sign in with a passkey', operation: 'InitiateAuth', request: { ClientId: '<client>', AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: name, PREFERRED_CHALLENGE: 'WEB_AUTHN' } } }
    return { why: 'Ann has no passkey here: one is made by a browser and its authenticator. With one the pool would let her in, as far as is known: AllowedFirstAuthFactors has WEB_AUTHN. It has no code to sign in with.', setting: '/Policies/SignInPolicy/AllowedFirstAuthFactors' }
  }
  const last = yield { title: 'Ann asks for a code to sign in with', operation: 'InitiateAuth', request: { ClientId: '<client>', AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: name, PREFERRED_CHALLENGE: wanted } } }
  if (last.ok && last.body['ChallengeName'] !== wanted) {
    if (facts.pool['UserPoolTier'] === 'LITE') return { why: 'The pool lets nobody begin with a code: UserPoolTier is LITE, and codes and passkeys as first factor are in the ESSENTIALS and PLUS tiers only.', setting: '/UserPoolTier' }
    return { why: `The pool lets nobody begin with a code: AllowedFirstAuthFactors is ${JSON.stringify(first.length > 0 ? first : ['PASSWORD'])}.`, setting: '/Policies/SignInPolicy/AllowedFirstAuthFactors' }
  }
  return yield* answers(facts, last, name, '')
}
