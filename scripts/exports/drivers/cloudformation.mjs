// Turns FOLDER/N.yaml into FOLDER/N.json with a reader of YAML 1.1, which is CloudFormation's, and holds the properties to
// CloudFormation's published schema of the resource.

import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const [folder] = process.argv.slice(2)
const database = loadAwsServiceSpecSync()
const resource = database.lookup('resource', 'cloudFormationType', 'equals', 'AWS::Cognito::UserPool').only()

/** What is wrong with a value, as lines with their paths. */
function faults(value, type, path) {
  switch (type.type) {
    case 'string': return typeof value === 'string' ? [] : [`${path} is no string`]
    case 'boolean': return typeof value === 'boolean' ? [] : [`${path} is no boolean`]
    case 'integer': return Number.isInteger(value) ? [] : [`${path} is no integer`]
    case 'array': return Array.isArray(value) ? value.flatMap((v, i) => faults(v, type.element, `${path}[${i}]`)) : [`${path} is no list`]
    case 'map': return Object.entries(value).flatMap(([k, v]) => faults(v, type.element, `${path}.${k}`))
    case 'ref': return members(value, database.get('typeDefinition', type.reference.$ref).properties, path)
    default: return [`${path} is of the unknown type ${JSON.stringify(type)}`]
  }
}

function members(value, properties, path) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`]
  return [
    ...Object.entries(value).flatMap(([name, v]) => (properties[name] ? faults(v, properties[name].type, `${path}.${name}`) : [`${path}.${name} is not in the schema`])),
    ...Object.entries(properties).filter(([name, p]) => p.required && !(name in value)).map(([name]) => `${path}.${name} is required`),
  ]
}

for (const file of readdirSync(folder).filter((f) => f.endsWith('.yaml'))) {
  const name = file.replace('.yaml', '')
  const template = parse(readFileSync(`${folder}/${file}`, 'utf8'), { version: '1.1' })
  writeFileSync(`${folder}/${name}.json`, JSON.stringify(template))
  for (const fault of members(template.Resources.UserPool.Properties, resource.properties, 'Properties')) console.error(`${name}: ${fault}`)
}
