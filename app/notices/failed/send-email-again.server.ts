import { z } from 'zod'
import { requiredId } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { isSentAgain } from './is-sent-again.ts'
import { failedEmailRefusals } from './failed-email-words.ts'

/**
 * Sends an email again that had failed. It keeps what it says, and its key at the mail service unless that had taken it and did not send it, so it reaches
 * no one twice within a day.
 */
export const sendEmailAgain = defineCommand({
  name: 'send-email-again',
  scope: 'workspace',
  input: z.object({ noticeId: requiredId() }),
  async run({ trx, workspaceId, input: { noticeId }, now, record, queueEmail }) {
    const notice = await trx
      .selectFrom('notice')
      .select(['id', 'kind', 'state', 'createdAt', 'mailId', 'mailKey', 'deliveredAt'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noticeId)
      .forUpdate()
      .executeTakeFirst()
    if (!notice || !isSentAgain(notice, now)) throw notFound()
    if (notice.state !== 'failed') throw new Refusal(409, failedEmailRefusals.notFailed)
    // The service repeats its answer under a key that it knows: what it took and did not send goes under another.
    const wasTaken = notice.mailId !== null && notice.deliveredAt === null
    const mailKey = wasTaken ? `${noticeId}:again-${now.getTime()}` : notice.mailKey
    await trx
      .updateTable('notice')
      .set({
        ...{ state: 'waiting', failure: null, firstTriedAt: null, againAt: now, mailKey },
        ...(wasTaken ? { mailId: null } : {}),
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noticeId)
      .execute()
    await record({ event: 'email sent again', subjectId: noticeId, subject: notice.kind, changes: {} })
    await queueEmail(notice)
    return { noticeId }
  },
})
