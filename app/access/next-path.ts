const here = 'http://firstwin.invalid'
const notAfterSignIn = /^\/(sign-in|sign-out|link|sso)(\/|\?|$)/

const plan = /^\/plans\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?]|$)/

/** The plan that a path leads into. */
export const planIn = (path: string | undefined): string | undefined => plan.exec(path ?? '')?.[1]

/** A path of this site that somebody may be led to after signing in; anything else is nothing. */
export function nextPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 500) return undefined
  if (value.startsWith('//') || /[\\\p{Cc}]/u.test(value)) return undefined
  const url = URL.canParse(value, here) ? new URL(value, here) : undefined
  if (url?.origin !== here || url.pathname.startsWith('//') || notAfterSignIn.test(url.pathname)) return undefined
  return `${url.pathname}${url.search}`
}
