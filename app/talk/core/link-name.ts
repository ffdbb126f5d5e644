import { textSizes } from '#app/kit/limits.ts'

/** How a link is called that no one named: its host and path. */
export function linkName(url: string): string {
  const { host, pathname } = new URL(url)
  const path = pathname === '/' ? '' : pathname
  return `${host.replace(/^www\./, '')}${path}`.slice(0, textSizes.title)
}

/** An address as it is typed, made whole: `example.com/a` is one of the web. Null for one that leads elsewhere, or that hides where it leads. */
export function webAddress(typed: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`
  if (/\s/.test(typed) || !URL.canParse(whole)) return null
  const { protocol, hostname, username, password, href } = new URL(whole)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  // A name before the host is there to look like another host.
  return isWeb && hostname.includes('.') && !username && !password ? href : null
}
