/** A link's host and what it leads to there, short enough to stand beside others. */
export function nameOf(link: string): string {
  if (!URL.canParse(link)) return link
  const { hostname, pathname } = new URL(link)
  const parts = pathname.split('/').filter(Boolean)
  const [owner, repository, kind, number] = parts
  if (hostname === 'github.com' && owner && repository) {
    return `${owner}/${repository}${(kind === 'issues' || kind === 'pull') && number ? `#${number}` : ''}`
  }
  return [hostname, parts.at(-1)?.replace(/\.html$/, '')].filter(Boolean).join(' · ')
}
