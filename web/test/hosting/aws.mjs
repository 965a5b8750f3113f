// Stands in for the AWS CLI: `aws s3 cp FILE s3://BUCKET/KEY` with the options that the recipe uses, into the folder $BUCKETS.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

const string = { type: 'string' }
const { values, positionals: [service, verb, from, to] } = parseArgs({
  allowPositionals: true,
  options: { 'content-type': string, 'cache-control': string, 'content-encoding': string, 'content-disposition': string },
})
if (service !== 's3' || verb !== 'cp' || !to?.startsWith('s3://')) throw new Error(`no such command: ${process.argv.slice(2).join(' ')}`)
const target = path.join(process.env.BUCKETS, to.slice('s3://'.length))
mkdirSync(path.dirname(target), { recursive: true })
copyFileSync(from, target)
writeFileSync(`${target}.headers`, JSON.stringify(values))
