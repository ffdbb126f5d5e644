import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { hour } from '#app/kit/durations.ts'
import { paths } from '#app/kit/paths.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type NewNotice, writeNotice } from '#app/outbox/outbox.server.ts'
import { answerSettingColumns, answerHoursOf } from './answer-time.server.ts'
import { workingTimeBetween } from './working-hours.ts'

/** Questions that one run passes on; the next hour continues. */
const atOnce = 200

/**
 * Passes on questions that no one answered in time: to the plan's lead, telling who asked, and to the admins after as many working hours again as a workspace promises; each is told once, with the
 * email of the day. Safe to run at any time, and one query where nothing is overdue.
 */
export async function chaseQuestions(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    for (const question of await listOverdue(trx, workspaceId, now)) {
      const to = passesTo(question, now)
      if (to === null) continue
      const passed = await trx
        .updateTable('question')
        .set({ escalatedTo: to, escalatedAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', question.id)
        .where('escalatedTo', question.escalatedTo === null ? 'is' : '=', question.escalatedTo)
        .executeTakeFirst()
      if (passed.numUpdatedRows === 0n) continue
      for (const member of await listTold(trx, workspaceId, question, to))
        await writeNotice(parts, trx, workspaceId, overdueNotice(question, member), now)
      const asker = to === 'lead' ? await findAsker(trx, workspaceId, question) : undefined
      if (asker) await writeNotice(parts, trx, workspaceId, awaitedNotice(question, asker), now)
    }
  })
}

type Overdue = Awaited<ReturnType<typeof listOverdue>>[number]

const listOverdue = (trx: WorkspaceTransaction, workspaceId: string, now: Date) =>
  trx
    .selectFrom('question')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'question.workspaceId').onRef('plan.id', '=', 'question.planId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'question.workspaceId')
    .innerJoin('comment', (join) =>
      join.onRef('comment.workspaceId', '=', 'question.workspaceId').onRef('comment.id', '=', 'question.id'),
    )
    .select(['question.id', 'question.planId', 'ownerId', 'askerId', 'promisedAt', 'escalatedTo', 'escalatedAt'])
    .select(['plan.leadId', 'plan.vendorCalendar'])
    .select(answerSettingColumns)
    .where('question.workspaceId', '=', workspaceId)
    .where('promisedAt', '<', now)
    .where('answerId', 'is', null)
    .where('closedAt', 'is', null)
    .where('comment.deletedAt', 'is', null)
    .where(({ or, eb }) => or([eb('escalatedTo', 'is', null), eb('escalatedTo', '=', 'lead')]))
    .where('plan.archivedAt', 'is', null)
    .where('plan.state', '<>', 'lost')
    .orderBy('promisedAt')
    .limit(atOnce)
    .execute()

/** Who is told about it next; null while the last who did still has time. */
function passesTo(overdue: Overdue, now: Date): 'lead' | 'admin' | null {
  const { escalatedAt, vendorCalendar, answerHours } = overdue
  if (escalatedAt === null) return 'lead'
  const waited = workingTimeBetween(escalatedAt, now, answerHoursOf(vendorCalendar, overdue, now))
  return waited >= answerHours * hour ? 'admin' : null
}

/** The owner and the lead at first, the admins after them. */
const listTold = (trx: WorkspaceTransaction, workspaceId: string, { ownerId, leadId }: Overdue, to: 'lead' | 'admin') =>
  trx
    .selectFrom('member')
    .select(['id', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where(({ eb, val }) =>
      to === 'lead' ? eb('id', 'in', [ownerId, leadId]) : eb(val('admin'), '=', eb.fn.any('roles')),
    )
    .execute()

/** The participant who asked, where that is someone of the customer who still takes part. */
const findAsker = (trx: WorkspaceTransaction, workspaceId: string, { planId, askerId }: Overdue) =>
  trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['participant.id as participantId', 'participant.email as address'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', askerId)
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()

const awaitedNotice = ({ id, planId }: Overdue, to: { participantId: string; address: string }): NewNotice => ({
  kind: 'comment-added',
  facts: { commentId: id, why: 'awaited' },
  to,
  planId,
  link: { kind: 'return', planId },
})

const overdueNotice = ({ id, planId }: Overdue, member: { id: string; email: string }): NewNotice => ({
  kind: 'comment-added',
  facts: { commentId: id, why: 'overdue' },
  to: { memberId: member.id, address: member.email },
  planId,
  link: { path: paths.plan(planId) },
})
