// Where a call is made, as people say it.

/** Why a text is no Region; null when it is one, or is empty. */
export function wrongRegion(text: string): string | null {
  return text === '' || /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(text) ? null : 'A Region looks like eu-west-1. It is not used.'
}

/** Why a text is no account id; null when it is one, or is empty. */
export function wrongAccountId(text: string): string | null {
  return text === '' || /^\d{12}$/.test(text) ? null : 'An account id has 12 digits. It is not used.'
}
