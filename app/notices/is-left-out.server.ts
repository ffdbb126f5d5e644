import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { topicOf } from '#app/outbox/email-topics.ts'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'

/**
 * Whether the reader of an email that leaves now has chosen to do without it: they leave out its topic, or want none at all. An email of a day that was
 * written before they said so is left out, too; one that was written since holds what they are asked for by name.
 */
export async function isLeftOut(
  trx: WorkspaceTransaction,
  {
    workspaceId,
    memberId,
    participantId,
    createdAt,
  }: Pick<Selectable<Notice>, 'workspaceId' | 'memberId' | 'participantId' | 'createdAt'>,
  told: StoredNotice,
): Promise<boolean> {
  const topic = topicOf(told)
  const readerId = memberId ?? participantId
  const isOfADay = told.kind === 'daily'
  if (readerId === null || (topic === null && !isOfADay)) return false
  const chosen = await trx
    .selectFrom('emailChoice')
    .select(['rhythm', 'silent', 'chosenAt'])
    .where('workspaceId', '=', workspaceId)
    .where('readerId', '=', readerId)
    .executeTakeFirst()
  if (!chosen) return false
  const wantsNone = chosen.rhythm === 'none'
  if (topic === null) return wantsNone && chosen.chosenAt > createdAt
  return wantsNone || chosen.silent.includes(topic)
}
