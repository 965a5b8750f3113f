import { loadEngine, ReadersFailure, type Engine, type Evaluation, type Problem, type StaticAnswer } from 'user-pool-playground'
import { setSite, type UserPoolPlaygroundElement, type UserPoolPlaygroundEvents } from 'user-pool-playground/element'
import markdownIt, { type BlockOptions } from 'user-pool-playground/markdown-it'
import remark from 'user-pool-playground/remark'

const engine: Engine = await loadEngine({ onProgress: (received: number, total: number) => console.log(received, total) })
const { problems, reply }: Evaluation = engine.evaluate('{}', { view: 'describe' })
const first: Problem | undefined = problems[0]
console.log(first?.rule, reply.status)
engine.importText('').catch((reason: unknown) => reason instanceof ReadersFailure)
// @ts-expect-error there is no such view
engine.evaluate('{}', { view: 'none' })

const { html, css }: StaticAnswer = engine.renderStatic('{}', { view: 'words', site: '/', region: 'eu-west-1' })
const options: BlockOptions = { strict: true, surroundings: { asOf: '2020-01-01' } }
markdownIt({ renderer: { rules: {} } }, options)
remark(options)
console.log(html, css)

setSite(new URL('https://example.com/playground/'))
const element: UserPoolPlaygroundElement = document.createElement('user-pool-playground')
element.request = '{}'
element.addEventListener('result', (event) => {
  const { detail } = event as UserPoolPlaygroundEvents['result']
  console.log(detail.result.errors)
})
const { result } = await element.read()
// @ts-expect-error a status is a number
result.status satisfies string
