// Five steps around the page. It is fetched when somebody asks for it.

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { narrow, shownPane, type Pane } from '../core/layout.ts'
import { touring } from './welcome.ts'

/** What is pointed at, in which pane, and what is said of it. */
const steps: readonly { at: string, pane: Pane['id'] | null, title: string, words: string }[] = [
  { at: '.request', pane: 'request', title: 'The request', words: 'Write it as JSON with completion, in a form, or paste what you have: CloudFormation, Terraform, a command, a program.' },
  { at: '.reply-body', pane: 'reply', title: 'The reply', words: 'What Cognito would answer, as you type: the pool with the origin of every value, or the exception in its own words.' },
  { at: '.problems', pane: 'problems', title: 'The problems', words: 'Everything there is to say, errors first, each with its fixes. F8 walks them.' },
  { at: '.reference', pane: 'reference', title: 'The reference', words: 'What is known of the member that you look at, in the request, the form or the reply.' },
  { at: '.surroundings-opener', pane: 'reply', title: 'The surroundings', words: 'The Region, the account and the day: see how the API answered on any day since 2016.' },
]

/** Points at one thing after the other. Any key but those of its own buttons ends it. */
export function Tour({ root }: { root: ShadowRoot }) {
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(root.activeElement)
  const step = steps[at]!
  const end = (): void => {
    touring.value = false
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  useLayoutEffect(() => {
    if (narrow.peek() && step.pane) shownPane.value = step.pane
    const target = [...root.querySelectorAll(step.at)].find((each) => each.checkVisibility())
    target?.setAttribute('data-toured', '')
    // Above what stands low: over it, it would hide what it speaks of.
    const top = target?.getBoundingClientRect().top ?? 0
    if (box.current) box.current.style.bottom = !narrow.peek() && top > innerHeight / 2 ? `${innerHeight - top + 12}px` : ''
    box.current?.querySelector<HTMLElement>('.primary')?.focus()
    return () => target?.removeAttribute('data-toured')
  }, [at])
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (box.current?.contains(root.activeElement) && ['Enter', ' ', 'Tab', 'Shift'].includes(event.key)) return
      end()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const last = at === steps.length - 1
  return (
    <div class="tour" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-words" ref={box}>
      <p id="tour-title"><strong>{step.title}</strong> <span class="position">{at + 1} of {steps.length}</span></p>
      <p id="tour-words">{step.words}</p>
      <p class="tour-ways">
        <button type="button" class="button quiet" onClick={end}>End the tour</button>
        <button type="button" class="button primary" onClick={() => last ? end() : setAt(at + 1)}>{last ? 'Done' : 'Next'}</button>
      </p>
    </div>
  )
}
