// What stands in the info string of a fence, behind the language: view=words height=400 readonly.

/** The attributes of the element that a fence may set. */
const known = ['view', 'request-view', 'theme', 'readonly', 'height', 'mount'] as const

/** The attributes in a fence's meta. What is none is passed over: other tools write there, too. */
export function attributesOf(meta: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, double, single, bare] of meta.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'}]*)))?/g)) {
    if ((known as readonly string[]).includes(name!)) found[name!] = double ?? single ?? bare ?? ''
  }
  return found
}

/** What the attributes that take a word take. */
const words: Readonly<Partial<Record<(typeof known)[number], readonly string[]>>> = {
  view: ['pool', 'words', 'compare', 'update', 'try', 'doors', 'export', 'audit', 'wire', 'problems', 'create', 'describe'],
  'request-view': ['json', 'form', 'plain'],
  theme: ['light', 'dark', 'auto'],
  mount: ['near', 'intent'],
}

/** Why an attribute has a value that there is not; null where all are known. */
export function wrongAttribute(attributes: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(attributes)) {
    const there = words[name as (typeof known)[number]]
    if (there && !there.includes(value)) return `${name}=${value} is not there. There are ${there.join(', ')}.`
  }
  return null
}

/** The languages of code blocks that become playgrounds. */
export const languages: readonly string[] = ['user-pool', 'user-pool-update', 'user-pool-try']

/** The view that a block's language asks for; '' for the usual one. */
export function viewOf(language: string): string {
  return language.startsWith('user-pool-') ? language.slice('user-pool-'.length) : ''
}
