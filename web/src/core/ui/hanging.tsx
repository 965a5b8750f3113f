/** A text with more lines than this is not for reading. */
const most = 3_000

/** A text in lines, each of which goes on under itself where it is too long, and not at the margin. */
export function Hanging({ text }: { text: string }) {
  const lines = text.replace(/\n$/, '').split('\n')
  if (lines.length > most) return <>{text}</>
  return <>{lines.map((line, at) => <span class="hanging" key={at} style={{ '--depth': /^\s*/.exec(line)![0].length }}>{`${line}\n`}</span>)}</>
}
