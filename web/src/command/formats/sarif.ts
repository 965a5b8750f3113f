// SARIF 2.1.0, which GitHub's code scanning, reviewdog and editors read.

import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { mapOf, placeOf, type Finding } from '../findings.ts'
import type { Run } from './run.ts'
import { fingerprints } from './fingerprint.ts'

export function write({ reports, failures, version, explain }: Run): string {
  const rules = new Map<string, ReportingDescriptor>()
  const describe = (id: string): void => {
    if (rules.has(id)) return
    const explained = explain(id)
    rules.set(id, {
      id,
      shortDescription: { text: explained?.message ?? id },
      ...(explained ? {
        fullDescription: { text: `${explained.message} ${explained.why}` },
        help: { text: explained.why, markdown: [explained.why, ...explained.links.map((link) => `<${link}>`)].join('\n\n') },
        ...(explained.links[0] ? { helpUri: explained.links[0] } : {}),
        ...(explained.severity ? { defaultConfiguration: { level: explained.severity } } : {}),
      } : {}),
    })
  }
  const results = reports.flatMap(({ path, text, findings }) => {
    const map = mapOf(text)
    const marks = fingerprints(path, findings)
    return findings.map((finding, index): Result => {
      describe(finding.rule)
      return {
        ruleId: finding.rule,
        ruleIndex: [...rules.keys()].indexOf(finding.rule),
        level: finding.severity,
        message: { text: [finding.message, finding.why].filter(Boolean).join(' ') },
        locations: [{ physicalLocation: { ...fileOf(path), region: regionOf(map, finding) }, ...(finding.pool ? { logicalLocations: [{ name: finding.pool, kind: 'resource' }] } : {}) }],
        partialFingerprints: { 'userPool/v1': marks[index]! },
        ...(finding.related.length > 0 ? { relatedLocations: finding.related.map((each, id) => ({ id, message: { text: each.message }, physicalLocation: { ...fileOf(path), region: regionOf(map, each) } })) } : {}),
        ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map(({ title, edits }) => ({
          description: { text: title },
          artifactChanges: [{ ...fileOf(path), replacements: edits.map((edit) => ({ deletedRegion: regionOf(map, edit), insertedContent: { text: edit.insert } })) }],
        })) } : {}),
        ...(finding.ignored === undefined ? {} : { suppressions: [{ kind: finding.ignoredBy === 'settings' ? 'external' : 'inSource', justification: finding.ignored }] }),
      }
    })
  })
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'user-pool', semanticVersion: version, rules: [...rules.values()] } },
      columnKind: 'utf16CodeUnits',
      invocations: [{
        executionSuccessful: failures.length === 0,
        ...(failures.length > 0 ? { toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })) } : {}),
      }],
      results,
    }],
  }
  return JSON.stringify(log, null, 2)
}

function fileOf(path: string): { artifactLocation: { uri: string } } {
  return { artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') } }
}

function regionOf(map: TextDocument, place: Pick<Finding, 'from' | 'to'>): { startLine: number, startColumn: number, endLine: number, endColumn: number } {
  const { start, end } = placeOf(map, place)
  return { startLine: start.line, startColumn: start.character, endLine: end.line, endColumn: end.character }
}
