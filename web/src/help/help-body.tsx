// What the help says. It is fetched when that is first opened.

import { evidences } from '../core/evidence.ts'
import { originKinds, originMarks } from '../core/origins.ts'
import { Icon } from '../core/ui/icons.tsx'

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent)
const mod = mac ? '⌘' : 'Ctrl'

const shortcuts: readonly (readonly [keys: string[], does: string])[] = [
  [['?'], 'This list, outside of text'],
  [['Ctrl', 'Space'], 'Complete'],
  [['Alt', 'F1'], 'Go to the reference of what the cursor stands in'],
  [['F6'], 'Next pane; with Shift, the one before'],
  [['F8'], 'Next problem'],
  [['Shift', 'F8'], 'Previous problem'],
  [['Tab'], 'Leave the editor'],
  [['←', '→'], 'Choose a view, on the names of views'],
  [['Shift', 'Alt', 'F'], 'Format the request'],
  [[mod, 'F'], 'Search in the request'],
  [[mod, 'Z'], 'Undo, examples and fixes too'],
  mac ? [['⌘', '⌥', '['], 'Fold a block'] : [['Ctrl', 'Shift', '['], 'Fold a block'],
  [['↑', '↓'], 'Walk the lines of the reply'],
  [['Enter'], 'On a line of the reply: go to where it comes from'],
  [['→', '←'], 'Unfold or fold a block of the reply'],
]

/** What the page is and how to use it. */
export function HelpBody({ close }: { close(): void }) {
  return (
    <div class="help-body">
      <header>
        <h2 id="help-title">Help</h2>
        <button type="button" class="button icon-only" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </header>
      <p>
        Write an Amazon Cognito CreateUserPool request, and see as you type what the service would answer: the user
        pool with the origin of every value, or the exception in the service's own words.
      </p>
      <p>It is not AWS's and no part of AWS. The API is that of {API_DAY}, its newest change; <em>Surroundings</em> chooses another day. Each answer says whether it was observed, documented or inferred.</p>
      <p class="promise"><Icon name="check" /><span><strong>Nothing leaves this page.</strong> Everything is worked out in your browser. Your text is kept in this browser only, for your next visit.</span></p>
      <p>Paste, drop or write the pool in the language that you have: CloudFormation, Terraform, an AWS CLI command, a program, or an answer of DescribeUserPool. It is answered as it stands. <strong>Turn into a request</strong> makes a request in JSON of it.</p>
      <h3>Where values come from</h3>
      <dl class="legend">
        {originKinds.map((kind) => (
          <div key={kind}>
            <dt class={`mark ${kind}`}><span class="letter">{originMarks[kind].letter}</span> {kind}</dt>
            <dd>{originMarks[kind].meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>How sure we are</h3>
      <dl class="legend">
        {Object.entries(evidences).map(([word, meaning]) => <div key={word}><dt>{word}</dt><dd>{meaning}</dd></div>)}
      </dl>
      {RULE_IDS.length > 0 && <p class="rules-link"><a href="rules.html" target="_blank" rel="noopener">All rules, with the service's words and examples</a></p>}
      {!SINGLE_FILE && <p class="rules-link"><a href="user-pool-playground.html" download>This page as one file, which needs no server and no network</a></p>}
      <h3>Shortcuts</h3>
      <dl class="shortcuts">
        {shortcuts.map(([keys, does]) => (
          <div key={does}><dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{does}</dd></div>
        ))}
      </dl>
    </div>
  )
}
