import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { KeptMessage } from './kept-message.ts'
import { addressIn } from './sender.server.ts'

/**
 * What makes the emails of a plan one conversation in a reader's mailbox (RFC 5322, 3.6.4): each names the plan's own id, which no email has, and the first
 * email of the plan to this reader, as the mail service says that it left. Emails about no plan stand alone.
 */
export async function threadHeaders(
  { emailFrom }: Pick<Environment, 'emailFrom'>,
  trx: WorkspaceTransaction,
  { workspaceId, id, planId, toAddress }: Selectable<Notice>,
): Promise<Pick<KeptMessage, 'headers'>> {
  if (planId === null) return {}
  const domain = addressIn(emailFrom).split('@').at(-1)
  const first = await trx
    .selectFrom('notice')
    .select('messageId')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('toAddress', '=', toAddress)
    .where('messageId', 'is not', null)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  const root = `<plan.${planId}@${domain}>`
  return {
    headers: [
      ['Message-ID', `<${id}@${domain}>`],
      ['In-Reply-To', first?.messageId ?? root],
      ['References', [root, first?.messageId ?? []].flat().join(' ')],
    ],
  }
}
