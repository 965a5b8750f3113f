// Lays a reply out in lines, each with the JSON pointer of its value. It works on the text and not on parsed objects:
// JavaScript would move members named like numbers to the front and respell numbers.

/** One line of a laid-out reply. */
export interface Line {
  /** Where the line's value is in the reply. */
  pointer: string
  depth: number
  /** The member's name as spelt, with quotes; absent in lists and on closing lines. */
  name?: string
  /** The value as spelt, or the bracket that the line opens or closes with. */
  value: string
  kind: 'string' | 'number' | 'literal' | 'empty' | 'open' | 'close'
  comma: boolean
}

/** Lays out JSON text that is known to be well formed. */
export function layOut(json: string): Line[] {
  const lines: Line[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g
  let ahead = next()

  function next(): string {
    return tokens.exec(json)?.[0] ?? ''
  }
  function take(): string {
    const token = ahead
    ahead = next()
    return token
  }
  function value(pointer: string, depth: number, name?: string): void {
    const first = take()
    const line = (value: string, kind: Line['kind']): void => {
      lines.push({ pointer, depth, ...(name !== undefined && kind !== 'close' ? { name } : {}), value, kind, comma: false })
    }
    if (first !== '{' && first !== '[') {
      line(first, first.startsWith('"') ? 'string' : /^[-\d]/.test(first) ? 'number' : 'literal')
    } else if (ahead === '}' || ahead === ']') {
      line(first + take(), 'empty')
    } else {
      line(first, 'open')
      for (let index = 0; ; index++) {
        if (first === '{') {
          const member = take()
          take()
          value(`${pointer}/${escapePointer(member.includes('\\') ? JSON.parse(member) as string : member.slice(1, -1))}`, depth + 1, member)
        } else {
          value(`${pointer}/${index}`, depth + 1)
        }
        if (take() !== ',') break
        lines[lines.length - 1]!.comma = true
      }
      line(first === '{' ? '}' : ']', 'close')
    }
  }

  value('', 0)
  return lines
}

/** Writes a member's name as a part of a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The pointer's parts as plain names. */
export function pointerParts(pointer: string): string[] {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Writes lines as text, as they are shown. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ depth, name, value, comma }) =>
    `${'  '.repeat(depth)}${name === undefined ? '' : `${name}: `}${value}${comma ? ',' : ''}`).join('\n') + '\n'
}
