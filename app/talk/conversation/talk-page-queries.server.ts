import { sql } from 'kysely'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { longDate } from '#app/ui/date-words.ts'

/** A task on which people talk. */
export type OtherConversation = { taskId: string; title: string; comments: number; lastOn: string; isPrivate: boolean }

export type TalkPage = {
  project: string
  companies: Record<ActorSide, string>
  /** The latest first. */
  others: OtherConversation[]
}

/** The plan's name and companies, and the tasks of it that were commented on, as far as the reader may know. @throws Refusal 404 */
export const getTalkPage = (
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor: { workspaceId }, standings, planId }: PlanReader & { planId: string },
): Promise<TalkPage> =>
  parts.reads.in(workspaceId, async (trx) => {
    const sight = sightOf(standings)
    const plan = await trx
      .selectFrom('plan')
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .select(['project', 'plan.timeZone', 'workspace.name as vendor', 'account.name as customer'])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .executeTakeFirst()
    if (!plan) throw notFound()
    const { project, timeZone, vendor, customer } = plan
    const rows = await trx
      .selectFrom('comment')
      .innerJoin('task', (join) =>
        join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
      )
      .select(['task.id', 'task.title', 'task.privateTo'])
      .select([sql<number>`count(*)::int`.as('comments'), sql<Date>`max(comment.created_at)`.as('lastAt')])
      .where('comment.workspaceId', '=', workspaceId)
      .where('comment.planId', '=', planId)
      .where('comment.deletedAt', 'is', null)
      .where(({ or, eb }) => or([eb('comment.visibleTo', 'is', null), eb('comment.visibleTo', '=', sight)]))
      .where(({ or, eb }) => or([eb('task.privateTo', 'is', null), eb('task.privateTo', '=', sight)]))
      .groupBy(['task.id', 'task.title', 'task.privateTo'])
      .orderBy('lastAt', 'desc')
      .execute()
    const today = todayIn(timeZone, parts.clock.now())
    return {
      project,
      companies: { vendor, customer },
      others: rows.map(({ id, title, privateTo, comments, lastAt }) => ({
        taskId: id,
        title,
        comments,
        lastOn: longDate(todayIn(timeZone, lastAt), today),
        isPrivate: privateTo !== null,
      })),
    }
  })
