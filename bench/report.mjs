// How figures are written in bench/REPORT.md.

export const n = (value, digits = 0) => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
export const ms = (value) => `${n(value, value < 10 ? 1 : 0)} ms`
export const us = (value) => (value < 1000 ? `${n(value)} µs` : ms(value / 1000))
export const times = (a, b) => `${n(a / b, a / b < 0.1 ? 2 : a / b < 10 ? 1 : 0)}×`
export const table = (head, rows) => [head, head.map((_, i) => (i ? '---:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
export const verdict = (good) => (good ? 'yes' : '**no**')
