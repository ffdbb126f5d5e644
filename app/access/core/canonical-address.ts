/** Providers that deliver an address with dots before the @ as the one without. */
const ignoresDots = new Set(['gmail.com'])
/** Other names of a provider's domain. */
const sameDomain: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' }

/**
 * One form for all spellings of an address that reach the same mailbox: lower case, without a plus suffix (sub-addressing, RFC
 * 5233), and without dots where the provider ignores them. For comparing only, never to send to.
 */
export function canonicalAddress(email: string): string {
  const address = email.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const [local, written] = [address.slice(0, at), address.slice(at + 1)]
  const domain = sameDomain[written] ?? written
  const plain = local.replace(/(?<=.)\+.*$/, '')
  return `${ignoresDots.has(domain) ? plain.replaceAll('.', '') : plain}@${domain}`
}
