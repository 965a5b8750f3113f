// Makes reports of texts, all with the same surroundings: for the command's files and the editor's texts.

import type { Pack } from '../audit/packs.ts'
import type { Engine, Options } from '../engine/engine.ts'
import { addAudit, type Disagreement } from './audited.ts'
import type { Explain } from './explained.ts'
import { inOrder, reportOn, type Finding, type Report } from './findings.ts'
import { heedComments } from './ignores.ts'

/** What stands around the texts. */
export interface Around {
  options: Options
  packs: readonly Pack[]
  explain: Explain
  /** heed marks the findings of a file that the settings ignore. */
  heed(file: string, findings: readonly Finding[]): void
}

export class Checker {
  readonly disagreements = new Map<string, Disagreement[]>()

  constructor(public engine: Engine, private readonly around: Around) {}

  /** Everything that is to be said about a text. */
  async report(name: string, text: string): Promise<Report> {
    const { options, packs, explain, heed } = this.around
    const report = await reportOn(this.engine, name, text, options)
    if (packs.length > 0) {
      this.disagreements.set(name, await addAudit(this.engine, report, packs, options))
      inOrder(report.findings)
    }
    report.findings = heedComments(text, report.findings, (rule) => explain(rule) !== null)
    heed(name, report.findings)
    return report
  }
}
