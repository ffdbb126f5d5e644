import { sql } from 'kysely'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { longDate } from '#app/ui/date-words.ts'

/** A task or milestone on which people talk. */
export type OtherConversation = {
  scope: 'task' | 'milestone'
  id: string
  title: string
  comments: number
  lastOn: string
  isPrivate: boolean
}

export type TalkPage = {
  project: string
  companies: Record<ActorSide, string>
  /** The latest first. */
  others: OtherConversation[]
}

/** The plan's name and companies, and the tasks and milestones of it that were commented on, as far as the reader may know. @throws Refusal 404 */
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
      .leftJoin('task', (join) =>
        join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
      )
      .leftJoin('milestone', (join) =>
        join.onRef('milestone.workspaceId', '=', 'comment.workspaceId').onRef('milestone.id', '=', 'comment.subjectId'),
      )
      .select(['comment.subjectId as id', 'task.title as task', 'task.privateTo', 'milestone.title as milestone'])
      .select([sql<number>`count(*)::int`.as('comments'), sql<Date>`max(comment.created_at)`.as('lastAt')])
      .where('comment.workspaceId', '=', workspaceId)
      .where('comment.planId', '=', planId)
      .where('comment.deletedAt', 'is', null)
      .where(({ or, eb }) => or([eb('comment.visibleTo', 'is', null), eb('comment.visibleTo', '=', sight)]))
      .where(({ or, eb }) => or([eb('task.privateTo', 'is', null), eb('task.privateTo', '=', sight)]))
      .groupBy(['comment.subjectId', 'task.title', 'task.privateTo', 'milestone.title'])
      .orderBy('lastAt', 'desc')
      .execute()
    const today = todayIn(timeZone, parts.clock.now())
    return {
      project,
      companies: { vendor, customer },
      others: rows.flatMap(({ id, task, milestone, privateTo, comments, lastAt }) => {
        const title = task ?? milestone
        if (title === null) return []
        const lastOn = longDate(todayIn(timeZone, lastAt), today)
        return {
          scope: task === null ? 'milestone' : 'task',
          id,
          title,
          comments,
          lastOn,
          isPrivate: privateTo !== null,
        }
      }),
    }
  })
