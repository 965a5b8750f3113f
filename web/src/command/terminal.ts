// What goes to a terminal. Texts come from files that a stranger may have written, so nothing of them is printed that a
// terminal would obey: a sequence that rewrites earlier lines can hide a finding.

import picocolors from 'picocolors'

/** The same text with each sign that a terminal or a reader's eye would be misled by shown as another, of one column. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, (sign) => {
    const code = sign.charCodeAt(0)
    // Unicode has a picture for each of the ASCII control characters.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd'
  })
}

/** The same in one line. */
export function oneLine(text: string): string {
  return printable(text.replaceAll(/[\n\t]+/g, ' '))
}

/** Colours for a stream, none where it is no terminal; NO_COLOR and FORCE_COLOR are heeded as everywhere. */
export function coloursFor(stream: NodeJS.WriteStream): ReturnType<typeof picocolors.createColors> {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  // isTTY is undefined where it is none, which picocolors takes for a question: it then colours wherever CI is set.
  return picocolors.createColors(FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && TERM !== 'dumb' && stream.isTTY === true)
}

/** Writes lines to the output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`)
}

/** Writes a line beside the output, for people. */
export function tell(text: string): void {
  process.stderr.write(`user-pool: ${oneLine(text)}\n`)
}

/** Shows on one line of a terminal how far a long run is. */
export function progressOver(total: number): { at(done: number): void, end(): void } {
  // A line that comes and goes at once is noise.
  const shown = process.stderr.isTTY && total > 1
  return {
    at: (done) => { if (shown) process.stderr.write(`\r\u001b[K${done} of ${total} files`) },
    end: () => { if (shown) process.stderr.write('\r\u001b[K') },
  }
}
