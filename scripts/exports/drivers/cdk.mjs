// Synthesises the stack of each FOLDER/out/N.js into FOLDER/N.json.

import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [folder] = process.argv.slice(2)
const require = createRequire(`${folder}/`)
const { App } = require('aws-cdk-lib')
const { Template } = require('aws-cdk-lib/assertions')

// The CDK advises on what it synthesises, at length. Only what fails is of interest.
const tell = process.stderr.write.bind(process.stderr)
process.stdout.write = process.stderr.write = () => true
for (const file of readdirSync(`${folder}/out`)) {
  const name = file.replace('.js', '')
  try {
    const { UserPoolStack } = require(`${folder}/out/${file}`)
    writeFileSync(`${folder}/${name}.json`, JSON.stringify(Template.fromStack(new UserPoolStack(new App(), 'UserPoolStack')).toJSON()))
  } catch (reason) {
    tell(`${name}: ${reason}\n`)
  }
}
