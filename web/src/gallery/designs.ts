// What the designs of the gallery are for, by the id of the example that each is made from. The rest of a design's page comes
// from the engine.

export interface Design {
  id: string
  /** Whom it suits, and what to know before it is taken. */
  suits: string
  /** What else is needed beside the pool, each a sentence. */
  needs: readonly string[]
}

/** The page that lists them. */
export const listFile = 'designs.html'

/** The page of a design. */
export const fileOf = (id: string): string => `design-${id}.html`

export const designs: readonly Design[] = [
  {
    id: 'first-pool', suits: 'For a first application whose people make their accounts themselves. An address is confirmed by a code before it can sign in.',
    needs: ['An app client: CreateUserPoolClient.', 'Your own sender in Amazon SES before launch: Cognito’s stops at 50 emails a day.'],
  },
  {
    id: 'email-sign-in', suits: 'For a shop or a product with an own voice in its emails, and with longer passwords that need no symbol. The pool cannot be deleted by mistake.',
    needs: ['An app client: CreateUserPoolClient.', 'Your own sender in Amazon SES before launch: Cognito’s stops at 50 emails a day.'],
  },
  {
    id: 'phone-sign-in', suits: 'For an app on phones, whose people have a number and no patience for addresses. Each code is a text message that is paid for.',
    needs: ['A role that lets Cognito send by Amazon SNS, with the external id of the request.', 'An origination number where a country asks for one, and a way out of the SMS sandbox.'],
  },
  {
    id: 'passwordless', suits: 'For people who should not need a password: a passkey on their device, or a code by email where there is none.',
    needs: ['An address that Amazon SES has verified: codes by email do not go through Cognito’s own sender.', 'A domain for passkeys: SetUserPoolMfaConfig has WebAuthnConfiguration.', 'An app client with ALLOW_USER_AUTH.'],
  },
  {
    id: 'mfa-required', suits: 'For an application whose rules ask for a second factor at every sign-in. It is a text message here; other factors need a second call.',
    needs: ['A role that lets Cognito send by Amazon SNS, with the external id of the request.', 'SetUserPoolMfaConfig for an authenticator app, which costs nothing for each sign-in.'],
  },
  {
    id: 'b2b', suits: 'For software that is sold to companies: nobody signs up, an administrator invites. The company’s id is written once and then stays.',
    needs: ['The functions of LambdaConfig, and the permission for Cognito to invoke them.', 'An app client that cannot write custom:tenant_id.'],
  },
  {
    id: 'custom-senders', suits: 'For those who send by a provider of their own: Cognito hands each code, encrypted, to a function of yours and sends nothing.',
    needs: ['Both functions, and the permission for Cognito to invoke them.', 'A symmetric KMS key that Cognito may use and the functions may decrypt with.'],
  },
  {
    id: 'strict-enterprise', suits: 'For staff under audit: administrators make the users, passwords are long and not used twice, risky sign-ins are stopped, devices are remembered.',
    needs: ['The PLUS plan, which is paid for by the active user.', 'A role that lets Cognito send by Amazon SNS, with the external id of the request.'],
  },
  {
    id: 'lite', suits: 'For many users and a small budget: email and password, and nothing of what the dearer plans add.',
    needs: ['An app client: CreateUserPoolClient.', 'Another plan later, by UpdateUserPool, when passkeys or threat protection are wanted.'],
  },
  {
    id: 'migration', suits: 'For a system that has users already. A person who signs in and is not here yet is looked up in the old directory by a function, and moves in with the password that was typed.',
    needs: ['The function, and the permission for Cognito to invoke it. It has to answer within five seconds.', 'An app client with ALLOW_USER_PASSWORD_AUTH: the function has to see the password.'],
  },
]
