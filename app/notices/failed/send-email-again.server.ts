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
      .select(['id', 'kind', 'state', 'createdAt'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noticeId)
      .forUpdate()
      .executeTakeFirst()
    if (!notice || !isSentAgain(notice, now)) throw notFound()
    if (!['failed', 'set-aside'].includes(notice.state)) throw new Refusal(409, failedEmailRefusals.notFailed)
    await trx
      .updateTable('notice')
      .set({ state: 'waiting', failure: null, firstTriedAt: null, againAt: now, daily: false })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noticeId)
      .execute()
    await record({ event: 'email sent again', subjectId: noticeId, subject: notice.kind, changes: {} })
    await queueEmail(notice)
    return { noticeId }
  },
})
