// How a link's hash is written: a version, and raw deflate of JSON as base64url. It knows nothing of what is in it.

/** What is between `#` and the payload. */
export const version = 'v1.'

/** Writes a hash, with its `#`. */
export async function packed(payload: object, packer = new CompressionStream('deflate-raw')): Promise<string> {
  const bytes = new Uint8Array(await new Response(new Blob([JSON.stringify(payload)]).stream().pipeThrough(packer)).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `#${version}${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}
