// What a code that `check` prints means, wherever it comes from.

import { codeOf } from '../rules/codes.ts'
import { checkOf, type Pack } from '../audit/packs.ts'
import type { Contract, Rule } from '../engine/engine.ts'

/** The meaning of a code. */
export interface Explained {
  id: string
  message: string
  why: string
  severity: 'error' | 'warning' | 'note' | null
  links: readonly string[]
  /** rule is there for a rule between members. */
  rule?: Rule
}

export type Explain = (id: string) => Explained | null

/** Explains codes by the engine's rules, the codes of its stages, and packs. */
export function explainer({ rules }: Pick<Contract, 'rules'>, packs: readonly Pack[]): Explain {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return (id) => {
    const rule = byId.get(id)
    if (rule) return { id, message: rule.general, why: rule.why, severity: rule.severity, links: rule.links, rule }
    const check = checkOf(packs, id)
    if (check) return { id, message: `${check.title}.`, why: `It demands: ${check.demands}.`, severity: 'warning', links: check.link ? [check.link] : [] }
    const code = codeOf(id)
    return code && { ...code, severity: null, links: [] }
  }
}
