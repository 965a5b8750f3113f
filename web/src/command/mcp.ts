// user-pool mcp: the engine for agents, by the Model Context Protocol. Its tools take texts and read no files, so that whoever
// lets an agent use them lets it see nothing. Answers are short: what an agent reads costs its user.

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import * as z from 'zod'
import { packs } from '../audit/packs.ts'
import type { Options } from '../engine/engine.ts'
import { Checker } from './checker.ts'
import { explainer } from './explained.ts'
import { exportOf } from './export.ts'
import { exit } from './failures.ts'
import { mapOf, placeOf } from './findings.ts'
import { packsOf } from './named-packs.ts'
import { startEngine, type Subcommand } from './run.ts'
import { version } from './version.ts'

export const command: Subcommand = {
  usage: 'user-pool mcp',
  stays: true,
  about: 'serve an agent, by the Model Context Protocol over standard input and output',
  options: {},
  help: {},
  async run() {
    const server = await serverOf()
    await server.connect(new StdioServerTransport())
    await new Promise((resolve) => process.stdin.once('close', resolve))
    await server.close()
    return exit.clean
  },
}

const text = z.string().describe('A CreateUserPool request in JSON, an answer of the service, or a template, command or program that makes a pool: the text itself, no path.')
const around = {
  asOf: z.string().optional().describe('The day of the API, YYYY-MM-DD; the newest when absent.'),
  pool: z.string().optional().describe('The name of the pool, where the text has several.'),
}

const said = (answer: string, isError = false): { content: [{ type: 'text', text: string }], isError?: true } => ({ content: [{ type: 'text', text: answer }], ...(isError ? { isError: true } : {}) })

async function serverOf(): Promise<McpServer> {
  const engine = await startEngine()
  const contract = engine.contract()
  const explain = explainer(contract, packs)
  const server = new McpServer({ name: 'user-pool', version })
  // All of them only read, and what they answer depends on nothing but what they are given.
  const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }
  const optionsOf = ({ asOf, pool }: { asOf?: string | undefined, pool?: string | undefined }): Options => ({ ...(asOf ? { asOf } : {}), ...(pool ? { resource: pool } : {}) })

  server.registerTool('check', {
    title: 'Check a user pool', annotations,
    description: 'Tells everything that is wrong with a user pool, at lines and columns, with the service’s own words and fixes.',
    inputSchema: z.strictObject({ text, ...around, packs: z.array(z.enum(packs.map(({ id }) => id) as [string, ...string[]])).optional().describe('Published checks to run beside.') }),
  }, async (given) => {
    const checker = new Checker(engine, { options: optionsOf(given), packs: await packsOf(given.packs ?? [], '.'), explain, heed: () => {} })
    const { language, findings } = await checker.report('text', given.text)
    const map = mapOf(given.text)
    return said(JSON.stringify({
      language,
      problems: findings.filter(({ ignored }) => ignored === undefined).map(({ rule, severity, message, exception, fixes, pool, evidence, ...place }) => {
        const { line, character } = placeOf(map, place).start
        return {
          rule, severity, line, column: character, ...(pool ? { pool } : {}), message, ...(exception ? { service: exception } : {}), evidence,
          ...(fixes.length > 0 ? { fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits })) } : {}),
        }
      }),
    }))
  })

  server.registerTool('reply', {
    title: 'What the service would answer', annotations,
    description: 'The UserPool that CreateUserPool would answer with, or its exception. With origins: where each value comes from.',
    inputSchema: z.strictObject({ text, ...around, view: z.enum(['create', 'describe']).optional(), origins: z.boolean().optional().describe('Also tell of each value whether it is given, default, derived, generated or unknown.') }),
  }, async (given) => {
    const { reply } = await engine.check(given.text, { ...optionsOf(given), ...(given.view ? { view: given.view } : {}) })
    return said(given.origins ? JSON.stringify({ status: reply.status, body: JSON.parse(reply.body), origins: Object.fromEntries(Object.entries(reply.origins).map(([pointer, { kind }]) => [pointer, kind])) }) : reply.body)
  })

  server.registerTool('explain', {
    title: 'Explain a rule', annotations,
    description: 'What a code that check tells means, with a request that breaks it and one that keeps it.',
    inputSchema: z.strictObject({ rule: z.string() }),
  }, ({ rule }) => {
    const explained = explain(rule)
    if (!explained) return said(`There is no rule ${rule}. The resource user-pool://rules lists them.`, true)
    const { rule: between, ...meaning } = explained
    return said(JSON.stringify({ ...meaning, ...(between ? { fields: between.fields, exception: between.exception, bad: between.bad, good: between.good, evidence: between.evidence } : {}) }))
  })

  server.registerTool('export', {
    title: 'Write a pool for another tool', annotations,
    description: 'The pool in the words of another tool, and what has to be known of it.',
    inputSchema: z.strictObject({ text, ...around, target: z.enum(contract.exports.map(({ id }) => id) as [string, ...string[]]) }),
  }, async (given) => {
    const options = optionsOf(given)
    const checked = await engine.check(given.text, options)
    if (checked.request === null) return said('No user pool is found in the text.', true)
    const { text, notes } = exportOf(engine, given.target, checked, options)
    return said([text, ...notes].join('\n'))
  })

  server.registerTool('import', {
    title: 'Turn a text into a request', annotations,
    description: 'The CreateUserPool request that a text of another tool stands for, and what of the text has no place in it.',
    inputSchema: z.strictObject({ text, ...around }),
  }, async (given) => {
    const { request, recognised, dropped, choices } = await engine.importText(given.text, optionsOf(given))
    if (choices.length > 0) return said(`The text has several pools. Choose one by its name: ${choices.map(({ id }) => id).join(', ')}.`, true)
    if (!request) return said('No user pool is found in the text.', true)
    return said(JSON.stringify({ recognised, request: JSON.parse(request), dropped: dropped.map(({ pointer, why }) => ({ pointer, why })) }))
  })

  const resource = (name: string, description: string, value: () => unknown): void => {
    server.registerResource(name, `user-pool://${name}`, { description, mimeType: 'application/json' }, ({ href }) => ({ contents: [{ uri: href, mimeType: 'application/json', text: JSON.stringify(value()) }] }))
  }
  resource('contract', 'The members of a request: shapes, limits, defaults, dates.', () => ({ request: contract.request, shapes: contract.shapes }))
  resource('rules', 'The rules between members, in the order in which the service asks.', () => contract.rules.map(({ id, stage, severity, message }) => ({ id, stage, severity, message })))
  return server
}
