// One code block of a documentation page: its answer as HTML, and whether it still says what the page says it does.

import { escape } from '../core/escape.ts'
import { attributesOf, languages, viewOf, wrongAttribute } from '../embed/meta.ts'
import { name } from '../embed/name.ts'
import { exceptionOf } from '../core/stems.ts'
import type { Engine } from '../engine/verbs.ts'
import type { Options } from '../engine/types.ts'
import { renderStatic, type StaticAnswer } from '../static/render.ts'

/** What the plugins take. */
export interface BlockOptions {
  /** What stands around the requests: the engine's options. */
  surroundings?: Omit<Options, 'view'>
  /** Where the playground's site is, with a slash at its end: problems then link to their rules. */
  site?: string
  /**
   * Fails the build where the service refuses an example, or answers something else than its block expects: `expect=ok`,
   * `expect=InvalidParameterException`, or the name of a rule. Without it, that is a warning.
   */
  strict?: boolean
  /** Told of what is wrong with an example; console.warn when absent. */
  warn?: (warning: string) => void
}

/** A code block as a page has it. */
export interface Block {
  text: string
  /** What stands behind the language in the fence. */
  meta: string
  /** The language of the fence. */
  language: string
}

/** What becomes of a code block. */
export interface RenderedBlock {
  /** The attributes of the element around block and answer. */
  attributes: Record<string, string>
  /** The language to highlight the block in; '' for none. */
  highlight: string
  /** The answer; '' where the block stays what it is. */
  html: string
}

/** True for the language of a code block that becomes a playground. */
export const isOurs = (language: string): boolean => languages.includes(language)

/** What highlighters call the languages of texts. */
const highlighters: Readonly<Record<string, string>> = {
  'aws-cli': 'sh', terraform: 'hcl', boto3: 'python', paws: 'r', javascript: 'js', typescript: 'ts', go: 'go', java: 'java', csharp: 'csharp', php: 'php', ruby: 'ruby', kotlin: 'kotlin', rust: 'rust',
  cdk: 'ts', amplify: 'json', 'amplify-gen2': 'ts', pulumi: 'ts', cdktf: 'ts', sst: 'ts', cloudformation: 'yaml', sam: 'yaml', serverless: 'yaml', kubernetes: 'yaml',
}

/**
 * Renders a block, and warns where it is not what its meta expects.
 * @param where the block stands: its file and line, as far as they are known.
 * @throws Error for such a block, if the options say so.
 */
export function renderBlock(engine: Engine, { text, meta, language }: Block, where: readonly unknown[], { surroundings = {}, site, strict = false, warn = console.warn }: BlockOptions): RenderedBlock {
  const given = attributesOf(meta)
  const view = given['view'] || viewOf(language)
  const attributes = { mount: 'intent', ...given, ...(view ? { view } : {}) }
  const answer = renderStatic(engine, text, { ...surroundings, ...(view ? { view } : {}), ...(site === undefined ? {} : { site }) })
  const expected = expectedOf(meta)
  const attribute = wrongAttribute(attributes)
  const wrong = attribute ?? wrongIn(answer, expected)
  if (wrong !== null) {
    const told = [where.filter(Boolean).join(':'), wrong].filter(Boolean).join(': ')
    if (strict && (attribute !== null || answer.language !== '' || expected !== undefined)) throw new Error(told)
    warn(told)
  }
  const json = /^\s*[{[]/.test(text)
  return { attributes, highlight: json ? 'json' : highlighters[answer.language] ?? '', html: answer.html }
}

/** The start tag of the element around a block and its answer. */
export function startTag(attributes: Readonly<Record<string, string>>, more = ''): string {
  return `<${name}${Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escape(value)}"`).join('')}${more}>`
}

/** The end tag. */
export const endTag = `</${name}>`

/** What a meta expects of the answer; undefined where it says nothing. */
function expectedOf(meta: string): string | undefined {
  return /(?:^|[\s{])expect=["']?([\w-]+)/.exec(meta)?.[1]
}

/** Why an answer is not what is expected of it; null where it is. */
export function wrongIn({ language, reply, problems }: StaticAnswer, expected: string | undefined): string | null {
  if (language === '') return 'This is a text in no language that is read here. It stays a code block.'
  const exception = exceptionOf(reply)
  const answered = exception ? `${exception.type}${exception.message ? `: ${exception.message}` : ''}` : 'the user pool'
  if (expected === undefined || expected === 'ok') return exception ? `The service refuses this request with ${answered}` : null
  if (exception?.type === expected || problems.some(({ rule }) => rule === expected)) return null
  return `The page expects ${expected}, and the service would answer with ${answered}`
}
