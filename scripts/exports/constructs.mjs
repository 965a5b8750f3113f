// Writes what the CDK synthesises of each construct of testdata/constructs.json beside it, or what it
// throws, for the test that holds our reading of UserPool's own properties and defaults to the CDK's:
//
//   cd scripts/exports && npm ci && node constructs.mjs

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const file = new URL('../../internal/playground/testdata/constructs.json', import.meta.url)
const require = createRequire(import.meta.url)
const { App, Stack, Duration, RemovalPolicy } = require('aws-cdk-lib')
const cognito = require('aws-cdk-lib/aws-cognito')

const made = JSON.parse(readFileSync(file, 'utf8')).map(({ construct }) => {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack')
  // The constructs are ours, written to be read by the CDK.
  const props = new Function('cognito', 'Duration', 'RemovalPolicy', `return (${construct})`)(cognito, Duration, RemovalPolicy)
  try {
    new cognito.UserPool(stack, 'Pool', props)
  } catch (reason) {
    return { construct, throws: reason.message.split('\n')[0] }
  }
  const { Resources } = stack.node.root.synth().getStackByName('Stack').template
  const pool = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::Cognito::UserPool')
  return { construct, template: { Resources: Object.fromEntries(pool) } }
})
writeFileSync(file, JSON.stringify(made, null, 1) + '\n')
