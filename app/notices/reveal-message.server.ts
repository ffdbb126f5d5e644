import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { LinkKeys } from '#app/kit/link-keys.ts'
import { signInCodeOf } from '#app/outbox/code-secret.server.ts'
import { type KeptMessage, type SecretPart, assembleMessage, secretIdsIn } from './kept-message.ts'
import { linkUrl } from '#app/outbox/link-token.server.ts'

/** An email as it leaves. */
export type RevealedMessage = { from: string; replyTo: string | null; subject: string; html: string; text: string }

type Reader = Pick<Selectable<Notice>, 'workspaceId' | 'memberId' | 'participantId'>

/**
 * The message with its secrets, which must belong to its reader: links or codes of others are never looked up.
 * @throws Error where one does not, or is gone
 */
export async function revealMessage(
  environment: Pick<Environment, 'appUrl'> & LinkKeys,
  trx: WorkspaceTransaction,
  reader: Reader,
  message: KeptMessage,
): Promise<RevealedMessage> {
  const ids = secretIdsIn(message)
  const links = new Map((await listLinksOf(trx, reader, ids.links)).map((it) => [it.id, it]))
  const codes = new Set((await listCodesOf(trx, reader, ids.codes)).map((it) => it.id))
  const reveal = (secret: SecretPart): string => {
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
    replyTo: message.replyTo,
    subject: message.subject,
    html: assembleMessage(message.html, reveal),
    text: assembleMessage(message.text, reveal),
  }
}

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
