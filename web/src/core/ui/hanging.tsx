import type { ComponentChildren } from 'preact'

/** A text with more lines than this is not for reading. */
const most = 3_000

interface Hung {
  text: string
  /** Draws the lines, each as it is without it. */
  draw?(lines: readonly string[]): readonly ComponentChildren[]
}

/** A text in lines, each of which goes on under itself where it is too long, and not at the margin. */
export function Hanging({ text, draw }: Hung) {
  const lines = text.replace(/\n$/, '').split('\n')
  if (lines.length > most) return <>{text}</>
  const drawn = draw?.(lines) ?? lines
  return <>{lines.map((line, at) => <span class="hanging" key={at} style={{ '--depth': /^\s*/.exec(line)![0].length }}>{drawn[at]}{'\n'}</span>)}</>
}
