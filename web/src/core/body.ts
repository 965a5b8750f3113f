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

/**
 * Lays out JSON text that is known to be well formed.
 * @param starts takes for each line where in the text its string begins, in UTF-16 units; -1 where its value is none.
 */
export function layOut(json: string, starts: number[] = []): Line[] {
  const lines: Line[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g
  let start = 0
  let ahead = next()

  function next(): string {
    const token = tokens.exec(json)?.[0] ?? ''
    start = tokens.lastIndex - token.length
    return token
  }
  function take(): string {
    const token = ahead
    ahead = next()
    return token
  }
  function value(pointer: string, depth: number, name?: string): void {
    const began = start
    const first = take()
    const line = (value: string, kind: Line['kind']): void => {
      starts.push(kind === 'string' ? began : -1)
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

/**
 * Lays out one text after the other. Most letters change one string of a reply, so that its line alone is made anew, and
 * the others are those of before.
 */
export class Layout {
  #json = ''
  #lines: readonly Line[] = []
  #starts: number[] = []

  /** The lines of a text; the list of before for the same text. */
  of(json: string): readonly Line[] {
    if (json !== this.#json) {
      this.#lines = this.#changed(json) ?? layOut(json, this.#starts = [])
      this.#json = json
    }
    return this.#lines
  }

  /** The lines where the text differs from the one before within one string, and null where it does not. */
  #changed(json: string): Line[] | null {
    const before = this.#json
    const shorter = Math.min(before.length, json.length)
    let ahead = 0
    while (ahead < shorter && before[ahead] === json[ahead]) ahead++
    let behind = 0
    while (behind < shorter - ahead && before[before.length - 1 - behind] === json[json.length - 1 - behind]) behind++

    const at = this.#starts.findLastIndex((start) => start !== -1 && start < ahead)
    const start = this.#starts[at]
    const line = this.#lines[at]
    if (start === undefined || line === undefined || start + line.value.length <= before.length - behind) return null
    const grown = json.length - before.length
    const value = json.slice(start, start + line.value.length + grown)
    // Up to here the texts are one, so that a string begins here in both, and it ends at its first bare quote.
    if (!/^"(?:[^"\\]|\\.)*"$/.test(value)) return null
    this.#starts = this.#starts.map((other) => (other > start ? other + grown : other))
    const lines = [...this.#lines]
    lines[at] = { ...line, value }
    return lines
  }
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
