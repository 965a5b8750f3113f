import { loadEngine, ReadersFailure, type Engine, type Evaluation, type Problem } from 'user-pool-playground'
import { setSite, type UserPoolPlaygroundElement, type UserPoolPlaygroundEvents } from 'user-pool-playground/element'

const engine: Engine = await loadEngine({ onProgress: (received: number, total: number) => console.log(received, total) })
const { problems, reply }: Evaluation = engine.evaluate('{}', { view: 'describe' })
const first: Problem | undefined = problems[0]
console.log(first?.rule, reply.status)
engine.importText('').catch((reason: unknown) => reason instanceof ReadersFailure)
// @ts-expect-error there is no such view
engine.evaluate('{}', { view: 'none' })

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
