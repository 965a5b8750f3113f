// Runs FOLDER/out/N.mjs one after the other, each against URL/N.

import { readdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const [folder, url] = process.argv.slice(2)
Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' })
console.log = () => {}
for (const file of await readdir(`${folder}/out`)) {
  const name = file.replace('.mjs', '')
  process.env['AWS_ENDPOINT_URL'] = `${url}/${name}`
  await import(pathToFileURL(`${folder}/out/${file}`).href).catch((reason) => console.error(`${name}: ${reason}`))
}
