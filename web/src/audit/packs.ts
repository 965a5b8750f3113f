// The checks that auditors run, as data: a pack a file in packs/, and what is in one says pack.schema.json. The condition of a
// check is a JSON Schema over the reply or the request, which is known to whoever writes a pack of their own.
//
// They are data of the page and the command and not the engine's: few visits look at them, a pack of one's own is read while
// the command runs, and what they need to know of a pool the engine's answers say.

import type { Schema } from '@cfworker/json-schema'
import cdkNag from './packs/cdk-nag.json'
import cfnNag from './packs/cfn-nag.json'
import guard from './packs/guard.json'
import kics from './packs/kics.json'
import prowler from './packs/prowler.json'
import securityhub from './packs/securityhub.json'

/** A pack of checks. */
export interface Pack {
  id: string
  title: string
  link?: string
  checks: Check[]
}

/** One demand on a pool: packs/pack.schema.json says what each property is. */
export interface Check {
  id: string
  title: string
  theme?: string
  demands: string
  link?: string
  reads: 'reply' | 'request' | 'other call'
  call?: string
  members: string[]
  languages?: string[]
  passes?: Schema
  undecided?: { when: Schema, why: string }
  fix?: CheckFix
}

/** What a press sets so that a check passes. */
export interface CheckFix {
  title: string
  set: { pointer: string, value: unknown, unlessGiven?: boolean }[]
}

/** The published packs. */
export const packs = [securityhub, prowler, cdkNag, cfnNag, kics, guard] as readonly Pack[]

/** The code by which a check is printed and ignored. */
export function codeOfCheck(pack: Pack, check: Check): string {
  return `${pack.id}/${check.id}`
}

/** The check of a code; null where none of the packs has it. */
export function checkOf(all: readonly Pack[], code: string): Check | null {
  for (const pack of all) for (const check of pack.checks) if (codeOfCheck(pack, check) === code) return check
  return null
}
