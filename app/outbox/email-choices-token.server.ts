import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '#app/kit/ids.ts'
import { type LinkKeys, secretsOf } from '#app/kit/link-keys.ts'
import { paths } from '#app/kit/paths.ts'

/** Whose emails an address is about: a member or a participant of a workspace. */
export type EmailReader = { workspaceId: string; readerId: string }

/** HMAC-SHA256 (RFC 2104) of the reader under LINK_SECRET; what it is for stands in it, so it is no other link's secret. */
const markOf = (secret: string, { workspaceId, readerId }: EmailReader): Buffer =>
  createHmac('sha256', secret).update(`emails of ${workspaceId}:${readerId}`).digest()

/**
 * The last part of the address at which a person chooses their emails without signing in. It opens nothing else, is stored nowhere,
 * and works as long as its LINK_SECRET is kept: an old email must still be able to end the next one.
 */
export const emailChoicesToken = (environment: LinkKeys, reader: EmailReader): string =>
  [reader.workspaceId, reader.readerId, markOf(environment.linkSecret, reader).toString('base64url')].join('.')

/** The whole address. */
export const emailChoicesUrl = (environment: LinkKeys & { appUrl: string }, reader: EmailReader): string =>
  new URL(paths.emailChoices(emailChoicesToken(environment, reader)), environment.appUrl).href

/** @returns undefined for what was not made by this installation, or was changed */
export function readEmailChoicesToken(environment: LinkKeys, token: string): EmailReader | undefined {
  const [workspaceId = '', readerId = '', mark = '', ...more] = token.split('.')
  if (more.length > 0 || !isUuid(workspaceId) || !isUuid(readerId)) return undefined
  const given = Buffer.from(mark, 'base64url')
  const reader = { workspaceId, readerId }
  const isOurs = secretsOf(environment).some((secret) => {
    const made = markOf(secret, reader)
    return made.length === given.length && timingSafeEqual(made, given)
  })
  return isOurs ? reader : undefined
}
