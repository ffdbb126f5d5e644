import { type Expression, type SqlBool, expressionBuilder, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { SubjectScope } from '#app/talk/core/subject-scope.ts'
import { type WordSearch, hitsOf } from './hits.server.ts'

/**
 * What was found, as it stands now, one query for each kind: those rows alone that a member may see, so that neither a row nor a count
 * reveals others. The words of a plan are kept a moment later than it changes.
 */

export type Cut = { limit: number; offset: number }

/** How many there are, in each row. */
const total = sql<number>`(count(*) over ())::int`.as('total')

/** A plan and its account, as columns of what belongs to them. */
const ofPlan = [
  ...(['plan.id as planId', 'plan.project', 'plan.state', 'plan.archivedAt', 'plan.timeZone'] as const),
  ...(['plan.accountId', 'account.name as account'] as const),
] as const

const archivedLast = sql`(plan.archived_at is not null)`

export const liveAccounts = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  trx
    .selectFrom('account')
    .innerJoin(hitsOf('account', asked).as('hit'), 'hit.thingId', 'account.id')
    .select(['account.id', 'account.name', 'account.industry', 'account.region', total])
    .select((account) => [
      account
        .selectFrom('plan')
        .select(({ fn }) => fn.countAll<number>().as('plans'))
        .where('plan.workspaceId', '=', asked.workspaceId)
        .whereRef('plan.accountId', '=', 'account.id')
        .$asScalar()
        .$notNull()
        .as('plans'),
    ])
    .where('account.workspaceId', '=', asked.workspaceId)
    .orderBy('hit.exact', 'desc')
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(limit)
    .offset(offset)
    .execute()

const plansOf = (trx: WorkspaceReading, { workspaceId }: WordSearch) =>
  trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .where('plan.workspaceId', '=', workspaceId)

export const livePlans = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  plansOf(trx, asked)
    .innerJoin(hitsOf('plan', asked).as('hit'), 'hit.thingId', 'plan.id')
    .select([...ofPlan, 'plan.id', 'plan.winStatement', total])
    .orderBy('hit.exact', 'desc')
    .orderBy(archivedLast)
    .orderBy('plan.createdAt', 'desc')
    .orderBy('plan.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** People of customers who are on a plan, each with the newest one. */
export const livePeople = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  trx
    .selectFrom('participant')
    .innerJoin(hitsOf('person', asked).as('hit'), 'hit.thingId', 'participant.id')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('planParticipant as seat')
          .innerJoin('plan', (join) =>
            join.onRef('plan.workspaceId', '=', 'seat.workspaceId').onRef('plan.id', '=', 'seat.planId'),
          )
          .innerJoin('account', (join) =>
            join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
          )
          .select([...ofPlan, 'seat.role'])
          .where('seat.workspaceId', '=', asked.workspaceId)
          .whereRef('seat.participantId', '=', 'participant.id')
          .where('seat.removedAt', 'is', null)
          .orderBy(archivedLast)
          .orderBy('plan.createdAt', 'desc')
          .limit(1)
          .as('now'),
      (join) => join.onTrue(),
    )
    .select(['participant.id', 'participant.name', 'participant.jobTitle', total])
    .select([
      'now.planId',
      'now.project',
      'now.state',
      'now.archivedAt',
      'now.timeZone',
      'now.accountId',
      'now.account',
      'now.role',
    ])
    .where('participant.workspaceId', '=', asked.workspaceId)
    .where('participant.erasedAt', 'is', null)
    .orderBy('hit.exact', 'desc')
    .orderBy('participant.name')
    .orderBy('participant.id')
    .limit(limit)
    .offset(offset)
    .execute()

export const liveMembers = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  trx
    .selectFrom('member')
    .innerJoin(hitsOf('member', asked).as('hit'), 'hit.thingId', 'member.id')
    .select(['member.id', 'member.name', 'member.jobTitle', total])
    .where('member.workspaceId', '=', asked.workspaceId)
    .where('member.removedAt', 'is', null)
    .orderBy('hit.exact', 'desc')
    .orderBy('member.name')
    .orderBy('member.id')
    .limit(limit)
    .offset(offset)
    .execute()

export const liveCapabilities = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  plansOf(trx, asked)
    .innerJoin('capability', (join) =>
      join.onRef('capability.workspaceId', '=', 'plan.workspaceId').onRef('capability.planId', '=', 'plan.id'),
    )
    .innerJoin(hitsOf('capability', asked).as('hit'), 'hit.thingId', 'capability.id')
    .select(['capability.id', 'need', 'why', 'edition', 'internalNote', 'inContract', 'deliveredOn', 'acceptedOn'])
    .select([...ofPlan, total])
    .where('capability.removedAt', 'is', null)
    .orderBy('hit.exact', 'desc')
    .orderBy(archivedLast)
    .orderBy('capability.createdAt', 'desc')
    .orderBy('capability.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** Whether members read what one side keeps to itself; null is both sides'. */
function isOfMembers(column: 'task.privateTo' | 'comment.visibleTo'): Expression<SqlBool> {
  const row = expressionBuilder<DB, 'task' | 'comment'>()
  return row.or([row(column, 'is', null), row(column, '=', 'vendor')])
}

export const liveTasks = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  plansOf(trx, asked)
    .innerJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'plan.workspaceId').onRef('task.planId', '=', 'plan.id'),
    )
    .innerJoin(hitsOf('task', asked).as('hit'), 'hit.thingId', 'task.id')
    .select(['task.id', 'task.title', 'task.description', 'task.startedOn', 'task.doneOn'])
    .select([...ofPlan, total])
    .where(isOfMembers('task.privateTo'))
    .orderBy('hit.exact', 'desc')
    .orderBy(archivedLast)
    .orderBy(sql`(task.done_on is not null)`)
    .orderBy('task.createdAt', 'desc')
    .orderBy('task.id')
    .$narrowType<{ startedOn: IsoDate | null; doneOn: IsoDate | null }>()
    .limit(limit)
    .offset(offset)
    .execute()

/** Comments and questions that still stand on something: what was said of a deleted task is read by no one. */
export const liveComments = (trx: WorkspaceReading, asked: WordSearch, { limit, offset }: Cut) =>
  plansOf(trx, asked)
    .innerJoin('comment', (join) =>
      join.onRef('comment.workspaceId', '=', 'plan.workspaceId').onRef('comment.planId', '=', 'plan.id'),
    )
    .innerJoin(hitsOf('comment', asked).as('hit'), 'hit.thingId', 'comment.id')
    .leftJoin('question', (join) =>
      join.onRef('question.workspaceId', '=', 'comment.workspaceId').onRef('question.id', '=', 'comment.id'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .leftJoin('milestone', (join) =>
      join.onRef('milestone.workspaceId', '=', 'comment.workspaceId').onRef('milestone.id', '=', 'comment.subjectId'),
    )
    .select(['comment.id', 'comment.body', 'comment.authorName', 'comment.createdAt', 'comment.scope'])
    .select(['comment.subjectId', 'task.title as task', 'milestone.title as milestone'])
    .select(['question.askerName', 'question.answerId', 'question.closedAt'])
    .select([...ofPlan, total])
    .where('comment.deletedAt', 'is', null)
    .where(isOfMembers('comment.visibleTo'))
    .where(isOfMembers('task.privateTo'))
    .where(({ or, eb }) =>
      or([eb('comment.scope', '=', 'plan'), eb('task.id', 'is not', null), eb('milestone.id', 'is not', null)]),
    )
    .orderBy('hit.exact', 'desc')
    .orderBy(archivedLast)
    .orderBy('comment.createdAt', 'desc')
    .orderBy('comment.id')
    .$narrowType<{ scope: SubjectScope }>()
    .limit(limit)
    .offset(offset)
    .execute()
