import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { blockAddress, endBounceBefore } from '#app/outbox/blocked-address.server.ts'
import { refusedByServiceWords } from '../sending-words.ts'
import type { MailEvent } from './mail-event.ts'

/** What was done with it; a program that sent it reads this. */
export type MailEventAnswer = 'taken' | 'taken before' | 'unknown email'

/**
 * Notes what became of an email, once for each message of the mail service. It is no command: it changes nothing that people see of a plan but
 * whether they are reached, as sending does.
 * @param eventId of the service's message; the same one comes again when an answer was lost
 */
export async function takeMailEvent(
  parts: Pick<Parts, 'db' | 'clock' | 'log'>,
  eventId: string,
  event: MailEvent,
): Promise<MailEventAnswer> {
  const { workspaceId, noticeId, what } = event
  const answer = await inWorkspace(parts.db, workspaceId, (trx) => take(trx, eventId, event, parts.clock.now()))
  const said = { workspaceId, noticeId, what, answer }
  if (answer === 'unknown email') parts.log.warn(said, 'the mail service told of an email that is not known here')
  else parts.log.info(said, 'the mail service told what became of an email')
  return answer
}

async function take(
  trx: WorkspaceTransaction,
  eventId: string,
  { workspaceId, noticeId, mailId, messageId, what }: MailEvent,
  now: Date,
): Promise<MailEventAnswer> {
  const notice = await trx
    .selectFrom('notice')
    .select(['toAddress', 'mailId', 'createdAt', 'state'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', noticeId)
    .forUpdate()
    .executeTakeFirst()
  // What the service tells may be here before its answer to the sending is, of one that is sent again, too.
  const isOurs = notice && (notice.mailId === null || notice.mailId === mailId || notice.state === 'waiting')
  if (!isOurs) return 'unknown email'
  const { numInsertedOrUpdatedRows: isNew } = await trx
    .insertInto('mailEvent')
    .values({ workspaceId, id: eventId, at: now })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  if (!isNew) return 'taken before'
  await trx
    .updateTable('notice')
    .set({
      mailId,
      ...(messageId === null ? {} : { messageId }),
      ...(what === 'delivered' ? { deliveredAt: now } : {}),
      // The service's answer to the sending was lost.
      ...(what === 'delivered' && notice.state === 'waiting' ? { state: 'sent', sentAt: now, failure: null } : {}),
      ...(what === 'failed' ? { state: 'failed', failure: refusedByServiceWords } : {}),
    })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', noticeId)
    .execute()
  if (what === 'bounced' || what === 'complained')
    await blockAddress(trx, { workspaceId, address: notice.toAddress, reason: what, since: now })
  if (what === 'delivered')
    await endBounceBefore(trx, { workspaceId, address: notice.toAddress, arrived: notice.createdAt })
  return 'taken'
}
