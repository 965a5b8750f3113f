// Colours for languages other than JSON, a line at a time: comments, strings, numbers, names and words. It knows few signs of
// each language and parses none: what a text means is for the engine to say.

/** A coloured part of a line. */
export interface Token { from: number, to: number, kind: 'comment' | 'string' | 'number' | 'name' | 'word' | 'literal' }

/** What tells a language's comments and strings from those of others. */
interface Signs {
  comment: string
  /** What begins a comment of several lines, and what ends it. */
  block?: readonly [string, string]
  /** The quotes of strings of several lines. */
  long?: readonly string[]
  /** True where a name stands before the block that it names. */
  blocks?: boolean
  /** False where words stand in values without quotes. */
  words?: boolean
}

const hash = String.raw`(?<!\S)#.*`
const slashes = '(?<!:)//.*'
const likeC: Signs = { comment: slashes, block: ['/*', '*/'], long: ['`'] }

/** By the names of the engine's readers; a language that is not here is coloured as those that are like most others. */
const signs: Readonly<Record<string, Signs>> = {
  yaml: { comment: hash, words: false },
  hcl: { comment: `#.*|${slashes}`, block: ['/*', '*/'], blocks: true },
  shell: { comment: hash, long: ["'", '"'] },
  powershell: { comment: hash, block: ['<#', '#>'], long: ["'", '"'] },
  batch: { comment: String.raw`^\s*(?:::|rem\b).*` },
  python: { comment: '#.*', long: ['"""', "'''"] },
  r: { comment: '#.*' },
  blocks: { comment: '^(?:#{1,6} .*|```.*)', words: false },
}

const anyOther: Signs = { comment: `${hash}|${slashes}`, block: ['/*', '*/'], long: ['"""', '`'] }

const words = 'and|as|async|await|call|case|catch|class|const|def|do|done|echo|elif|else|end|esac|except|export|extends|fi|finally|for|foreach|from|func|function|if|import|in|interface|is|lambda|let|library|local|locals|module|namespace|new|not|or|output|package|pass|private|protected|provider|public|resource|return|set|static|struct|terraform|then|throw|try|type|use|using|val|var|variable|void|while|with|yield'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** Longer lines are coloured so far, in UTF-16 units: they are no text that somebody reads. */
const longest = 2_000

/** Colours the lines of one language, from the first. What a line leaves open is handed to the next: '' for nothing. */
export class Tokens {
  readonly #signs: Signs
  readonly #pattern: RegExp

  constructor(syntax: string) {
    const { comment, block, long, blocks, words: keywords } = this.#signs = signs[syntax] ?? (/^(?:javascript|typescript|js|ts|go|java|csharp|php|kotlin|rust)$/.test(syntax) ? likeC : anyOther)
    const parts = [
      `(?<comment>${comment})`,
      `(?<open>${[...block ? [block[0]] : [], ...(long ?? []).filter((quote) => quote.length === 3 || quote === '`')].map(escaped).join('|') || '(?!)'})`,
      String.raw`(?<name>"(?:[^"\\]|\\.)*"(?=\s*:)|(?<![\w$.])[A-Za-z_$][\w.$-]*(?=\s*(?::(?![:/=])|=(?![=>])${blocks ? String.raw`|\{` : ''}))|(?<!\S)--?[A-Za-z][\w-]*)`,
      String.raw`(?<string>(?<!\w)[fbru]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))`,
      String.raw`(?<quote>(?<!\w)["'])`,
      String.raw`(?<number>(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-]))`,
      String.raw`(?<literal>\b(?:true|false|null|nil|none|TRUE|FALSE|NULL|True|False|None|undefined|\$true|\$false)\b)`,
      keywords === false ? String.raw`(?<word>(?<!\S)![\w:]+)` : String.raw`(?<word>(?<![\w.$-])(?:${words})(?![\w.-]))`,
    ]
    this.#pattern = new RegExp(parts.join('|'), 'g')
  }

  /** The parts of a line, and what it leaves open. */
  line(text: string, open: string): { tokens: Token[], open: string } {
    const tokens: Token[] = []
    const line = text.slice(0, longest)
    const { block, long } = this.#signs
    let at = 0
    /** Takes what is open up to its end; false when that is not in this line. */
    const close = (from: number, search: number): boolean => {
      const end = text.indexOf(open, search)
      const to = end < 0 ? text.length : end + open.length
      tokens.push({ from, to, kind: open === block?.[1] ? 'comment' : 'string' })
      if (end < 0) return false
      at = to
      open = ''
      return true
    }
    if (open && !close(0, 0)) return { tokens, open }
    this.#pattern.lastIndex = at
    for (let found = this.#pattern.exec(line); found; found = this.#pattern.exec(line)) {
      const [kind, value] = Object.entries(found.groups!).find(([, value]) => value !== undefined)!
      const from = found.index
      if (kind === 'open' || kind === 'quote' && long?.includes(value!)) {
        open = value === block?.[0] ? block![1] : value!
        if (!close(from, from + value!.length)) break
        this.#pattern.lastIndex = at
      } else if (kind !== 'quote') {
        tokens.push({ from, to: from + found[0].length, kind: kind as Token['kind'] })
      }
    }
    return { tokens, open }
  }
}
