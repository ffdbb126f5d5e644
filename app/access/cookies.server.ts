import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a cookie of ours carries: where to look, and the secret that proves the right to it. The database keeps the secret's hash. */
export type SecretCookie = { workspaceId: string; id: string; secret: string }

export type CookieName = 'firstwin' | 'firstwin-code' | 'firstwin-device'

export const newSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether a secret has this hash, in a time that tells nothing. */
export const fits = (secret: string, hash: string): boolean => {
  const [a, b] = [Buffer.from(hashOf(secret)), Buffer.from(hash)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const isHttps = (appUrl: string) => appUrl.startsWith('https:')

/** `__Host-` binds a cookie to this very host, which browsers allow on https only. */
const nameIn = (appUrl: string, name: CookieName) => (isHttps(appUrl) ? `__Host-${name}` : name)

const attributes = (appUrl: string) => `Path=/; HttpOnly; SameSite=Lax${isHttps(appUrl) ? '; Secure' : ''}`

/** @returns a Set-Cookie header. @param seconds for how long */
export const setCookie = (
  appUrl: string,
  name: CookieName,
  { workspaceId, id, secret }: SecretCookie,
  seconds: number,
): string =>
  `${nameIn(appUrl, name)}=${workspaceId}.${id}.${secret}; ${attributes(appUrl)}; Max-Age=${Math.floor(seconds)}`

/** @returns a Set-Cookie header that takes a cookie away */
export const endCookie = (appUrl: string, name: CookieName): string =>
  `${nameIn(appUrl, name)}=; ${attributes(appUrl)}; Max-Age=0`

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

export function readCookie(request: Request, appUrl: string, name: CookieName): SecretCookie | undefined {
  const format = new RegExp(`(?:^|;\\s*)${nameIn(appUrl, name)}=(${uuid})\\.(${uuid})\\.([\\w-]{43})(?:;|$)`)
  const [, workspaceId, id, secret] = format.exec(request.headers.get('cookie') ?? '') ?? []
  return workspaceId && id && secret ? { workspaceId, id, secret } : undefined
}

/** Headers that set each of these cookies, given as Set-Cookie values. */
export function settingCookies(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}
