import { parseCookie, stringifySetCookie } from 'cookie'

const isHttps = (appUrl: string) => appUrl.startsWith('https:')

/** `__Host-` binds a cookie to this host, which browsers allow on https only. */
export const fullName = (appUrl: string, name: string): string => (isHttps(appUrl) ? `__Host-${name}` : name)

/** @returns a Set-Cookie header, by a name as it is sent. Lax, since emails and providers lead here from other sites. */
function headerOf(appUrl: string, sentAs: string, value: string, seconds?: number): string {
  const kept = seconds === undefined ? {} : { maxAge: Math.floor(seconds) }
  return stringifySetCookie({
    name: sentAs,
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(appUrl),
    ...kept,
  })
}

/** @returns a Set-Cookie header. @param seconds for how long; until the browser is closed where it is left out */
export const cookieHeader = (appUrl: string, name: string, value: string, seconds?: number): string =>
  headerOf(appUrl, fullName(appUrl, name), value, seconds)

/** Every cookie that a browser sent, by name. */
export const cookiesSent = (request: Pick<Request, 'headers'>) => parseCookie(request.headers.get('cookie') ?? '')

/** The value that a browser sent for a name. */
export const sentCookie = (request: Pick<Request, 'headers'>, appUrl: string, name: string): string | undefined =>
  cookiesSent(request)[fullName(appUrl, name)]

/** @returns a Set-Cookie header that removes a cookie, by the name under which it was sent */
export const endingCookie = (appUrl: string, sentAs: string): string => headerOf(appUrl, sentAs, '', 0)
