import { effect } from '@preact/signals'
import { render } from 'preact'
import { shownPane } from './core/layout.ts'
import { lastStyles, styles } from './shell/features.ts'
import { Playground } from './shell/playground.tsx'

const sheets = [styles, '', lastStyles].map((text) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
})

/** Styles what comes later: it is filled when that is there. What narrow rooms change stands behind it. */
export const laterSheet = sheets[1]!

/**
 * The playground as one element. It lives in a shadow root because the editor then puts its styles into constructed style
 * sheets, which a policy without inline styles lets through.
 */
export class UserPoolPlayground extends HTMLElement {
  #stop: (() => void) | undefined

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = sheets
    // An attribute and not a part of what is drawn: the pane must be in sight before it can take the focus.
    this.#stop = effect(() => {
      this.dataset['pane'] = shownPane.value
    })
    render(<Playground root={root} />, root)
  }

  disconnectedCallback(): void {
    this.#stop?.()
    if (this.shadowRoot) render(null, this.shadowRoot)
  }
}
