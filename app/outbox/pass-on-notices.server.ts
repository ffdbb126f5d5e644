import { type SqlBool, sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { ToldBecause } from './daily-facts.ts'
import type { NoticeKind } from './notice-kinds.ts'

/** What is told to a champion as such, or about what they own. */
const passedOn: readonly NoticeKind[] = [
  ...(['terms-changed', 'plan-objected', 'objection-answered', 'plan-agreed', 'gate-opened', 'date-slipped'] as const),
  ...(['task-given', 'task-sent-back', 'win-due', 'participant-added', 'colleague-came'] as const),
]

/** What who asked a question is told about it; a mention stays with the person. */
const ofQuestions: readonly ToldBecause[] = ['awaited', 'answered', 'closing proposed']

type PassedOn = {
  workspaceId: string
  planId: string
  fromId: string
  to: { id: string; name: string; email: string }
}

/** What waits for the daily email of a champion who is gone waits for that of the next one. Personal news, such as mentions, stays. */
export async function passOnNotices(
  trx: WorkspaceTransaction,
  { workspaceId, planId, fromId, to }: PassedOn,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({
      participantId: to.id,
      toAddress: to.email,
      // The links of the day's email are its reader's own.
      linkTokenId: null,
      facts: sql`jsonb_set(facts, '{name}', to_jsonb(${to.name}::text), false)`,
    })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', fromId)
    .where('state', '=', 'waiting')
    .where('daily', '=', true)
    .where(({ or, and, eb }) =>
      or([
        eb('kind', 'in', passedOn),
        and([eb('kind', '=', 'comment-added'), sql<SqlBool>`facts ->> 'why' = any(${[...ofQuestions]}::text[])`]),
      ]),
    )
    .execute()
}
