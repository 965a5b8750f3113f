// Rules as Markdown, a page each, for programs that read: what the page of rules says, and an index of all of them.

import { layOut, textOf } from '../core/body.ts'
import { evidences } from '../core/evidence.ts'
import type { Contract, Rule } from '../engine/types.ts'
import { aroundWords } from './around.ts'

/** The name of a rule's page. Hosts show it as text, and generators of sites, who copy it, take it for no page of theirs. */
export const fileOf = (id: string): string => `rule-${id}.md.txt`

/** A rule as Markdown. */
export function ruleMarkdown({ id, general, why, severity, stage, fields, exception, earlier = [], evidence, links, since, until, bad, good, around }: Rule): string {
  const words = aroundWords(around)
  const answer = exception ? [
    exception.unworded ? 'The service answers, in words of ours, since its own are not public:' : 'The service answers:',
    `${fenced(`${exception.type}${exception.message ? `: ${exception.message}` : ''}`)}`,
    ...earlier.map(({ until, message }) => `Before ${until}:\n\n${fenced(message)}`),
  ] : []
  return [
    `# ${id}`,
    general,
    why,
    ...answer,
    ...(bad === undefined || good === undefined ? [] : [
      `${severity === 'error' ? 'A request that breaks it' : 'A request of which it speaks'}${words ? `, with ${words}` : ''}:`, fenced(textOf(layOut(bad)).trimEnd(), 'json'),
      'The same wish well said:', fenced(textOf(layOut(good)).trimEnd(), 'json'),
    ]),
    [
      `- Severity: ${severity}`, `- Stage: ${stage}`,
      ...(fields.length > 0 ? [`- Members: ${fields.map((field) => `\`${field}\``).join(', ')}`] : []),
      ...(since ? [`- Since: ${since}`] : []), ...(until ? [`- Until: ${until}`] : []),
      `- Evidence: ${evidence}. ${evidences[evidence]}`,
      ...links.map((link) => `- <${link}>`),
    ].join('\n'),
  ].join('\n\n') + '\n'
}

/** A text between fences that it does not end itself. */
function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** What programs that read find on the site: the page, and each rule. */
export function llmsText({ rules }: Pick<Contract, 'rules'>, documents: readonly { file: string, title: string, description: string }[]): string {
  const entry = ({ id, general }: Rule): string => `- [${id}](${fileOf(id)}): ${general}`
  const part = (title: string, holds: (rule: Rule) => boolean): string => `## ${title}\n\n${rules.filter(holds).map(entry).join('\n')}`
  return [
    '# User Pool Playground',
    '> What Amazon Cognito answers to a CreateUserPool request, and every rule by which it refuses one. The page itself needs scripts; what stands here does not.',
    '## Pages\n\n- [Playground](index.html): a request, and what the service would answer to it\n- [Rules](rules.html): all rules on one page\n- [JSON Schema](create-user-pool.schema.json): of a request, draft 2020-12',
    `## Designs and recipes\n\n${documents.map(({ file, title, description }) => `- [${title}](${file}): ${description}`).join('\n')}`,
    part('Rules: refused for what the request says', ({ stage }) => stage === 'semantics'),
    part('Rules: refused for the account', ({ stage }) => stage === 'account'),
    part('Rules: advice', ({ stage }) => stage === 'advice'),
  ].join('\n\n') + '\n'
}
