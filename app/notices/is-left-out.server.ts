import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { topicOf } from '#app/outbox/email-topics.ts'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'

/** Whether the reader of an email that leaves at once has chosen to do without emails about its topic. */
export async function isLeftOut(
  trx: WorkspaceTransaction,
  { workspaceId, memberId, participantId }: Pick<Selectable<Notice>, 'workspaceId' | 'memberId' | 'participantId'>,
  told: StoredNotice,
): Promise<boolean> {
  const topic = topicOf(told)
  const readerId = memberId ?? participantId
  if (topic === null || readerId === null) return false
  const chosen = await trx
    .selectFrom('emailChoice')
    .select('silent')
    .where('workspaceId', '=', workspaceId)
    .where('readerId', '=', readerId)
    .executeTakeFirst()
  return chosen?.silent.includes(topic) === true
}
