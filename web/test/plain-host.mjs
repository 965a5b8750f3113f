// A host as simple as they come: files as they are, without compression, without headers, with one type for all that it
// does not know. It counts what it sends.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' }
const slice = 64 * 1024

/**
 * Serves a folder at `/a/b%20c/`. `unpacks` marks .gz files as encoded, so that the browser unpacks them; `without` has no
 * such file; `fallback` answers with the page for what it does not have.
 */
export async function plainHost(folder, { unpacks = false, without = /^$/, fallback = false } = {}) {
  /** What was sent, by file name: how many bytes of how many. */
  const sent = []
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(request.url.split('?')[0]).replace(/^\/a\/b c\//, '') || 'index.html'
    let contents = name.startsWith('/') || without.test(name) ? null : await readFile(path.join(folder, name)).catch(() => null)
    let type = types[path.extname(name)] ?? 'application/octet-stream'
    if (!contents && fallback) [contents, type] = [await readFile(path.join(folder, 'index.html')), 'text/html']
    if (!contents) {
      response.writeHead(404).end()
      return
    }
    const etag = `"${createHash('sha256').update(contents).digest('hex')}"`
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end()
      return
    }
    const entry = { name, bytes: 0, of: contents.length }
    sent.push(entry)
    response.writeHead(200, { 'content-type': type, 'content-length': contents.length, etag, ...(unpacks && name.endsWith('.gz') && { 'content-encoding': 'gzip' }) })
    // At the pace of a line, or all would be on its way before anyone, on a busy machine too, could break it off.
    for (; entry.bytes < entry.of && !response.destroyed; entry.bytes += slice) {
      response.write(contents.subarray(entry.bytes, entry.bytes + slice))
      await new Promise((resolve) => { setTimeout(resolve, 8) })
    }
    response.end()
  })
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    base: `http://127.0.0.1:${server.address().port}/a/b%20c/`,
    sent,
    /** How often a file was sent to its end. */
    whole: (name) => sent.filter((entry) => entry.name === name && entry.bytes >= entry.of).length,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }),
  }
}
