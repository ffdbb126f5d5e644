import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { LinkKeys } from '#app/kit/link-keys.ts'
import { emailChoicesUrl } from '#app/outbox/email-choices-token.server.ts'
import { signInCodeOf } from '#app/outbox/code-secret.server.ts'
import { type KeptMessage, type SecretPart, assembleMessage, offersChoices, secretIdsIn } from './kept-message.ts'
import { replyAddress } from './replies/reply-address.server.ts'
import { linkUrl } from '#app/outbox/link-token.server.ts'

/** An email as it leaves. */
export type RevealedMessage = {
  from: string
  /** Who reads answers, and where they are taken as comments. */
  replyTo: string | string[] | null
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
  calendar?: string | undefined
  isTagged?: boolean | undefined
}

type Reader = Pick<Selectable<Notice>, 'workspaceId' | 'id' | 'memberId' | 'participantId'>

/**
 * The message with its secrets, which must belong to its reader: links or codes of others are never looked up.
 * @throws Error where one does not, or is gone
 */
export async function revealMessage(
  environment: Pick<Environment, 'appUrl' | 'replyDomain'> & LinkKeys,
  trx: WorkspaceTransaction,
  reader: Reader,
  message: KeptMessage,
): Promise<RevealedMessage> {
  const ids = secretIdsIn(message)
  const links = new Map((await listLinksOf(trx, reader, ids.links)).map((it) => [it.id, it]))
  const codes = new Set((await listCodesOf(trx, reader, ids.codes)).map((it) => it.id))
  const reveal = (secret: SecretPart): string => {
    if ('emails' in secret) return choicesUrl(environment, reader)
    if ('code' in secret) {
      if (!codes.has(secret.code)) throw new Error(`The code ${secret.code} is not one of this email’s reader.`)
      return signInCodeOf(environment, secret.code)
    }
    const link = links.get(secret.link)
    if (!link) throw new Error(`The link ${secret.link} is not one of this email’s reader.`)
    const url = linkUrl(environment, { ...link, workspaceId: reader.workspaceId, tokenId: link.id })
    return secret.next === null ? url : `${url}?next=${encodeURIComponent(secret.next)}`
  }
  return {
    from: message.from,
    replyTo: repliesTo(environment, reader, message),
    subject: message.subject,
    html: assembleMessage(message.html, reveal),
    text: assembleMessage(message.text, reveal),
    // An email that was fixed without them stays so: the same key must have the same body.
    ...headersOf(message, () => unsubscribeHeaders(choicesUrl(environment, reader))),
    calendar: message.calendar,
    isTagged: message.isTagged,
  }
}

/** @throws Error for an email to no one of the workspace */
function choicesUrl(environment: Pick<Environment, 'appUrl'> & LinkKeys, reader: Reader): string {
  const readerId = reader.memberId ?? reader.participantId
  if (readerId === null) throw new Error('An email without a reader has no choices.')
  return emailChoicesUrl(environment, { workspaceId: reader.workspaceId, readerId })
}

/** The person who wrote, and the address that makes a comment of it; the one alone where the other is missing. */
function repliesTo(
  environment: Pick<Environment, 'replyDomain'> & LinkKeys,
  { workspaceId, id: noticeId }: Reader,
  { replyTo, takesReplies }: KeptMessage,
): string | string[] | null {
  const { replyDomain } = environment
  if (!takesReplies || replyDomain === undefined) return replyTo
  return [replyTo ?? [], replyAddress(environment, replyDomain, { workspaceId, noticeId })].flat()
}

const headersOf = (message: KeptMessage, unsubscribe: () => Record<string, string>) => {
  const headers = { ...Object.fromEntries(message.headers ?? []), ...(offersChoices(message) ? unsubscribe() : {}) }
  return Object.keys(headers).length > 0 ? { headers } : {}
}

/** Mail programs offer to end such emails by one click, which posts to this address (RFC 8058). */
const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

async function listLinksOf(trx: WorkspaceTransaction, reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  return trx
    .selectFrom('linkToken')
    .select(['id', 'secretHash'])
    .where('workspaceId', '=', reader.workspaceId)
    .where('id', 'in', ids)
    .where((where) => where(whose(reader), '=', reader.memberId ?? reader.participantId))
    .execute()
}

async function listCodesOf(trx: WorkspaceTransaction, reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  return trx
    .selectFrom('signInCode')
    .select('id')
    .where('workspaceId', '=', reader.workspaceId)
    .where('id', 'in', ids)
    .where((where) => where(whose(reader), '=', reader.memberId ?? reader.participantId))
    .execute()
}

const whose = ({ memberId }: Reader) => (memberId === null ? 'participantId' : 'memberId')
