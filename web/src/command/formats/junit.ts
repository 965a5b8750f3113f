// JUnit's report: a file is a suite, and a finding a test in it that failed. A file without findings is a test that passed.

import { escape } from '../../core/escape.ts'
import { mapOf, placeOf, stops } from '../findings.ts'
import { printable } from '../terminal.ts'
import type { Run } from './run.ts'

export function write({ reports, failures }: Run): string {
  const suites = reports.map(({ path, text, findings }) => {
    const map = mapOf(text)
    const cases = findings.map((finding) => {
      const { line, character } = placeOf(map, finding).start
      const head = `<testcase classname="${attribute(path)}" name="${attribute(`${finding.rule} at ${line}:${character}`)}" file="${attribute(path)}" line="${line}">`
      if (finding.ignored !== undefined) return `${head}<skipped message="${attribute(finding.ignored)}"/></testcase>`
      if (!stops(finding)) return `${head}<system-out>${content(finding.message)}</system-out></testcase>`
      return `${head}<failure type="${finding.severity}" message="${attribute(finding.message)}">${content(`${path}:${line}:${character}: ${finding.message} ${finding.why ?? ''}`)}</failure></testcase>`
    })
    if (cases.length === 0) cases.push(`<testcase classname="${attribute(path)}" name="no findings" file="${attribute(path)}"/>`)
    const failed = findings.filter(stops).length
    const skipped = findings.filter(({ ignored }) => ignored !== undefined).length
    return `  <testsuite name="${attribute(path)}" tests="${cases.length}" failures="${failed}" skipped="${skipped}" errors="0">\n${cases.map((each) => `    ${each}`).join('\n')}\n  </testsuite>`
  })
  if (failures.length > 0) {
    suites.push(`  <testsuite name="user-pool" tests="${failures.length}" failures="0" skipped="0" errors="${failures.length}">\n${failures.map((failure) => `    <testcase classname="user-pool" name="file"><error message="${attribute(failure)}"/></testcase>`).join('\n')}\n  </testsuite>`)
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="user-pool">\n${suites.join('\n')}${suites.length > 0 ? '\n' : ''}</testsuites>`
}

// XML has no way to write a control character.
function content(text: string): string {
  return escape(printable(text).toWellFormed())
}

function attribute(text: string): string {
  return content(text).replaceAll('\n', '&#10;')
}
