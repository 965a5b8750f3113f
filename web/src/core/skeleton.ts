import { pointerParts } from './body.ts'

/**
 * The shortest request that has a value at a pointer, and where that is named: what is known of a member does not hang on the
 * others. A text in another language has no place that could be asked about.
 */
export function skeletonOf(pointer: string): { request: string, offset: number } {
  let request = ''
  let offset = 0
  const ends: string[] = []
  for (const part of pointerParts(pointer)) {
    const element = /^\d{1,2}$/.test(part)
    request += element ? `[${'null,'.repeat(Number(part))}` : '{'
    offset = request.length
    if (!element) request += `${JSON.stringify(part)}:`
    ends.unshift(element ? ']' : '}')
  }
  return { request: `${request}null${ends.join('')}`, offset: offset + 1 }
}
