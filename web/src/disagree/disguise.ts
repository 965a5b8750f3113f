// Takes out of a text what tells whose it is. What is replaced is replaced alike everywhere, so that the text still says the same.

/** Replaces account ids, what ARNs name, addresses and the names given. */
export function disguise(text: string, names: readonly string[]): string {
  const known = new Map<string, string>()
  const other = (kind: string, was: string, make: (number: number) => string): string => {
    const key = `${kind} ${was}`
    const now = known.get(key) ?? make([...known.keys()].filter((each) => each.startsWith(`${kind} `)).length + 1)
    known.set(key, now)
    return now
  }
  const named = (name: string): string => other('name', name, (n) => n === 1 ? 'name' : `name-${n}`)
  // First, so that what the pool is called has no number.
  const own = names.filter((each) => each.length > 2)
  own.forEach(named)
  let result = text
    .replaceAll(/\b(arn:[\w-]+:[\w-]+:[\w-]*:)(\d{12})?:((?:[\w-]+[:/])?)([\w+=,.@/:-]+)/g, (_whole, head: string, account: string | undefined, kind: string, name: string) =>
      `${head}${account ? other('account', account, (n) => String(n).padStart(12, '1')) : ''}:${kind}${named(name)}`)
    .replaceAll(/\b\d{12}\b/g, (account) => /^1+\d$/.test(account) ? account : other('account', account, (n) => String(n).padStart(12, '1')))
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => other('address', address, (n) => `person-${n}@example.com`))
  for (const name of own) result = result.replaceAll(JSON.stringify(name), JSON.stringify(named(name)))
  return result
}
