import { createHash } from 'node:crypto'
import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { SecretCookie } from '#app/access/core/secret-cookies.server.ts'
import { liveSession } from '#app/access/core/session.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { offeredFrom } from '../undo/find-recent-change.server.ts'

export type PageRevision = {
  readerId: string
  /** Of the session, for the caller to compare. */
  secretHash: string
  seenAt: Date
  /** Two pages of one reader and plan are alike where this is. */
  revision: string
}

/**
 * All that the plan page of a session's person depends on, in one query: who they are, their rights, the plan, its companies and people, and
 * the day. Rows stand in it by their version, the transaction that wrote them last (`xmin`), so it changes with every write and never
 * comes back to what it was. What an event tells of stands in it by the counters of events, all else by its own rows.
 * @returns undefined where the session is over or the plan is none of its workspace
 */
export async function findPageRevision(
  trx: WorkspaceReading,
  parts: Pick<Parts, 'clock' | 'environment'>,
  session: Pick<SecretCookie, 'workspaceId' | 'id'>,
  planId: string,
): Promise<PageRevision | undefined> {
  const { workspaceId } = session
  const now = parts.clock.now()
  const found = await liveSession(trx, parts, session)
    .innerJoin('workspace', 'workspace.workspaceId', 'session.workspaceId')
    .innerJoin('plan', (join) => join.onRef('plan.workspaceId', '=', 'session.workspaceId').on('plan.id', '=', planId))
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'session.workspaceId').onRef('member.id', '=', 'session.memberId'),
    )
    .leftJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'session.workspaceId')
        .onRef('participant.id', '=', 'session.participantId'),
    )
    .select(['session.memberId', 'session.participantId', 'session.secretHash', 'session.seenAt', 'plan.timeZone'])
    .select([
      version('workspace').as('workspace'),
      version('account').as('account'),
      version('plan').as('plan'),
      version('member').as('member'),
      version('participant').as('participant'),
    ])
    .select((row) => [
      row.selectFrom('operations.emailHold').select('since').as('emailsHeldSince'),
      row
        .selectFrom('planParticipant')
        .select(versions('planParticipant', 'participantId').as('all'))
        .where('planParticipant.workspaceId', '=', workspaceId)
        .where('planParticipant.planId', '=', planId)
        .as('seats'),
      row
        .selectFrom('planTeam')
        .select(versions('planTeam', 'memberId').as('all'))
        .where('planTeam.workspaceId', '=', workspaceId)
        .where('planTeam.planId', '=', planId)
        .as('team'),
      // Members that the plan may name: an owner, an inviter.
      row
        .selectFrom('member as colleague')
        .select(versions('colleague', 'id').as('all'))
        .where('colleague.workspaceId', '=', workspaceId)
        .as('members'),
      row
        .selectFrom('activityCounter')
        .select(versions('activityCounter', 'scopeId').as('all'))
        .where('activityCounter.workspaceId', '=', workspaceId)
        .where(({ eb, or }) => or([eb('scope', '=', 'workspace'), eb('scopeId', '=', planId)]))
        .as('numbers'),
      // The other plans that a participant is led to, by their names.
      row
        .selectFrom('planParticipant as own')
        .innerJoin('plan as other', (join) =>
          join.onRef('other.workspaceId', '=', 'own.workspaceId').onRef('other.id', '=', 'own.planId'),
        )
        .select(
          sql<string | null>`string_agg(own.xmin::text || '.' || other.xmin::text, ' ' order by other.id)`.as('all'),
        )
        .where('own.workspaceId', '=', workspaceId)
        .whereRef('own.participantId', '=', 'session.participantId')
        .as('ownPlans'),
      // What turns by itself: an offer to undo ends, and a proposal falls due.
      row
        .exists(
          row
            .selectFrom('planUndo')
            .select('number')
            .where('planUndo.workspaceId', '=', workspaceId)
            .where('planUndo.planId', '=', planId)
            .where('planUndo.actorId', '=', sql<string>`coalesce(session.member_id, session.participant_id)`)
            .where('planUndo.at', '>', offeredFrom(now)),
        )
        .as('hasRecentChange'),
      row
        .selectFrom('championProposal')
        .select(sql<SqlBool>`earliest_at <= ${now}`.as('isDue'))
        .where('championProposal.workspaceId', '=', workspaceId)
        .where('championProposal.planId', '=', planId)
        .as('proposalIsDue'),
    ])
    .executeTakeFirst()
  if (!found) return undefined
  const { secretHash, seenAt, timeZone, memberId, participantId, ...rest } = found
  const readerId = memberId ?? participantId
  if (!readerId) return undefined
  const all = JSON.stringify([readerId, todayIn(timeZone, now), ...Object.values(rest)])
  return { readerId, secretHash, seenAt, revision: createHash('sha256').update(all).digest('base64url') }
}

/** The transaction that wrote a row last. */
const version = (table: string) => sql<string | null>`${sql.ref(table)}.xmin::text`

/** Of several rows, with the ids of what they are about. */
const versions = (table: string, id: string) => {
  const [xmin, about] = [sql.ref(`${table}.xmin`), sql.ref(`${table}.${id}`)]
  return sql<string | null>`string_agg(${xmin}::text || '.' || ${about}::text, ' ' order by ${about})`
}
