import { cookieHeader } from '#app/kit/cookie-header.ts'

/** Set by a page whose form signs a person in, if the browser sent no cookie with its request. */
export const probeCookie = (appUrl: string): string => cookieHeader(appUrl, 'firstwin-probe', '1')

export const sendsCookies = (request: Pick<Request, 'headers'>): boolean => Boolean(request.headers.get('cookie'))

/**
 * Whether a browser sent this page's form without any cookie, and so would lose its session at once. Only browsers send
 * `Sec-Fetch-Site` (W3C Fetch Metadata); programs may keep cookies as they like.
 */
export const blocksCookies = (request: Pick<Request, 'headers'>): boolean =>
  request.headers.get('sec-fetch-site') === 'same-origin' && !sendsCookies(request)
