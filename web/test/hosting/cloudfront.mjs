// As much of S3 with CloudFront as the recipe counts on, from what their documentation says: an object has the headers that
// it was uploaded with, and there is no negotiation; the distribution adds those of its policy, compresses by itself what is
// of 1 000 to 10 000 000 bytes and not encoded yet, and answers for its root alone with the root's object.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const compressed = /^(?:text\/(?:html|css|javascript|plain)|application\/(?:json|wasm)|image\/svg\+xml)\b/

/** Serves what the imitated `aws s3 cp` (aws.mjs) has put into a folder, with the headers of a policy. */
export async function cloudfront(folder, policy) {
  const { ContentSecurityPolicy, ReferrerPolicy } = policy.SecurityHeadersConfig
  const zipped = new Map()
  const server = createServer(async (request, response) => {
    const key = decodeURIComponent(request.url.split('?')[0]).slice(1) || 'index.html'
    response.setHeader('content-security-policy', ContentSecurityPolicy.ContentSecurityPolicy)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', ReferrerPolicy.ReferrerPolicy)
    for (const { Header, Value } of policy.CustomHeadersConfig.Items) response.setHeader(Header, Value)
    const contents = await readFile(path.join(folder, key)).catch(() => null)
    if (!contents) {
      response.writeHead(403).end()
      return
    }
    const headers = JSON.parse(await readFile(path.join(folder, `${key}.headers`), 'utf8'))
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const etag = `"${createHash('md5').update(contents).digest('hex')}"`
    response.setHeader('etag', etag)
    if (request.headers['if-none-match']?.replace('W/', '') === etag) {
      response.writeHead(304).end()
      return
    }
    const fits = contents.length >= 1_000 && contents.length <= 10_000_000
    if (fits && !headers['content-encoding'] && compressed.test(headers['content-type']) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      response.setHeader('content-encoding', 'gzip')
      response.setHeader('vary', 'Accept-Encoding')
      response.setHeader('etag', `W/${etag}`)
      response.end(zipped.get(key) ?? zipped.set(key, gzipSync(contents, { level: 1 })).get(key))
      return
    }
    response.setHeader('content-length', contents.length)
    response.end(contents)
  })
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { base: `http://127.0.0.1:${server.address().port}/`, kill() { server.close(); server.closeAllConnections() } }
}
