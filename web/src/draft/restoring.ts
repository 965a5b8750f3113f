import { parameters, readParameters } from '../core/options.ts'
import { loadExample } from '../request/current.ts'
import { readSurroundings, surroundings } from '../surroundings/surroundings.ts'
import { aside, forgetAside } from './aside.ts'

/** Takes back the text that was set aside last. */
export function restoreAside(): void {
  const waiting = aside.peek()
  if (!waiting) return
  forgetAside(waiting)
  surroundings.value = readSurroundings(waiting.surroundings)
  parameters.value = readParameters(waiting.parameters)
  loadExample(waiting.text, waiting.why === 'link' ? 'Your draft' : 'The text of the other tab')
}
