import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { cookieHeader, cookiesSent, endingCookie, fullName, sentCookie } from '#app/kit/cookie-header.ts'
import { isUuid, uuidFormat } from '#app/kit/ids.ts'

/** The contents of our cookies: which row, and the secret that proves access to it. The database keeps the secret's hash. */
export type SecretCookie = { workspaceId: string; id: string; secret: string }

/** One browser has a session and a known device for each workspace, and enters one code at a time. */
export type CookieName = 'firstwin' | 'firstwin-code' | 'firstwin-device'

/** 32 random bytes, as base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256 as base64url: all that is stored of a secret, which is random enough to need no salt. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether a secret has this hash, compared in constant time. */
export const matchesHash = (secret: string, hash: string): boolean => {
  const [a, b] = [Buffer.from(hashOfSecret(secret)), Buffer.from(hash)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const nameIn = (name: CookieName, workspaceId: string) => (name === 'firstwin-code' ? name : `${name}-${workspaceId}`)

/** @returns a Set-Cookie header. @param seconds for how long */
export const setCookie = (
  appUrl: string,
  name: CookieName,
  { workspaceId, id, secret }: SecretCookie,
  seconds: number,
): string => cookieHeader(appUrl, nameIn(name, workspaceId), `${workspaceId}.${id}.${secret}`, seconds)

type Sent = SecretCookie & { sentAs: string }

const secretFormat = new RegExp(`^(${uuidFormat})\\.(${uuidFormat})\\.([\\w-]{43})$`)

/** Older cookies, from before there was one for each workspace, have no workspace in their name. */
function cookiesIn(request: Pick<Request, 'headers'>, appUrl: string, name: CookieName): Sent[] {
  const names = new RegExp(`^${fullName(appUrl, name)}(?:-(${uuidFormat}))?$`)
  return Object.entries(cookiesSent(request)).flatMap(([sentAs, value = '']) => {
    const named = names.exec(sentAs)
    const [, workspaceId, id, secret] = secretFormat.exec(value) ?? []
    const isItsOwn = named !== null && (named[1] === undefined || named[1] === workspaceId)
    return isItsOwn && workspaceId && id && secret ? [{ sentAs, workspaceId, id, secret }] : []
  })
}

/** More workspaces than anyone is signed in to; a bound on the queries that forged cookies can cause. */
const mostWorkspaces = 20

/** Every cookie of a name that the browser sent, one for each workspace: the one with the longer name is the newer. */
export function readCookies(request: Pick<Request, 'headers'>, appUrl: string, name: CookieName): SecretCookie[] {
  const found = new Map<string, Sent>()
  for (const cookie of cookiesIn(request, appUrl, name)) {
    const known = found.get(cookie.workspaceId)
    if (!known || known.sentAs.length < cookie.sentAs.length) found.set(cookie.workspaceId, cookie)
  }
  return [...found.values()]
    .slice(0, mostWorkspaces)
    .map(({ workspaceId, id, secret }) => ({ workspaceId, id, secret }))
}

/** @returns Set-Cookie headers that take away what the browser sent under a name for a workspace */
export const endCookies = (
  request: Pick<Request, 'headers'>,
  appUrl: string,
  name: CookieName,
  workspaceId: string,
): string[] =>
  cookiesIn(request, appUrl, name)
    .filter((it) => it.workspaceId === workspaceId)
    .map(({ sentAs }) => endingCookie(appUrl, sentAs))

/** The one cookie of a name, for a workspace where there is one for each. */
export const readCookie = (
  request: Pick<Request, 'headers'>,
  appUrl: string,
  name: CookieName,
  workspaceId?: string,
): SecretCookie | undefined =>
  readCookies(request, appUrl, name).find((it) => workspaceId === undefined || it.workspaceId === workspaceId)

const present = 'firstwin-at'

/** @returns a Set-Cookie header that says in which workspace this browser works, of those that it is signed in to */
export const setPresentWorkspace = (appUrl: string, workspaceId: string, seconds: number): string =>
  cookieHeader(appUrl, present, workspaceId, seconds)

/** The workspace in which this browser works. @returns undefined where the cookie is missing or holds no id */
export function readPresentWorkspace(request: Pick<Request, 'headers'>, appUrl: string): string | undefined {
  const sent = sentCookie(request, appUrl, present)
  return sent !== undefined && isUuid(sent) ? sent : undefined
}

/** Headers that set each of these cookies, given as Set-Cookie values. */
export function settingCookies(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}
