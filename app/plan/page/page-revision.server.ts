import { createHash } from 'node:crypto'
import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { questionOf } from '#db/question.ts'
import type { SecretCookie } from '#app/access/core/secret-cookies.server.ts'
import { type SessionTimes, liveSession, sessionTimes } from '#app/access/core/live-session.server.ts'
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

type Asked = SessionTimes & { workspaceId: string; id: string; planId: string; undoneFrom: Date }

/** The transaction that wrote a row last. */
const version = (table: string) => sql<string | null>`${sql.ref(table)}.xmin::text`

/** Of several rows, with the ids of what they are about. */
const versions = (table: string, id: string) => {
  const [xmin, about] = [sql.ref(`${table}.xmin`), sql.ref(`${table}.${id}`)]
  return sql<string | null>`string_agg(${xmin}::text || '.' || ${about}::text, ' ' order by ${about})`
}

/**
 * All that a page of a plan depends on, in one query: its reader's session and rights, the plan, its companies and people. Rows stand in it
 * by their version, the transaction that wrote them last (`xmin`), so it changes with every write and never comes back to what it was.
 * What an event tells of stands in it by the counters of events, all else by its own rows.
 */
const revisionOf = (db: WorkspaceReading, asked: Asked) => {
  const { workspaceId, planId, now, undoneFrom } = asked
  return liveSession(db, asked, asked)
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
    .select([
      sql<string>`coalesce(session.member_id, session.participant_id)::text`.as('reader'),
      'session.secretHash as secret',
      'session.seenAt as seen',
      'plan.timeZone as zone',
    ])
    .select([
      version('workspace').as('workspace'),
      version('account').as('account'),
      version('plan').as('plan'),
      version('member').as('member'),
      version('participant').as('participant'),
    ])
    .select((row) => [
      row.selectFrom('operations.emailHold').select('since').as('held'),
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
        .as('own'),
      // What turns by itself: an offer to undo ends, and a proposal falls due.
      row
        .exists(
          row
            .selectFrom('planUndo')
            .select('number')
            .where('planUndo.workspaceId', '=', workspaceId)
            .where('planUndo.planId', '=', planId)
            .where('planUndo.actorId', '=', sql<string>`coalesce(session.member_id, session.participant_id)`)
            .where('planUndo.at', '>', undoneFrom),
        )
        .as('offered'),
      row
        .selectFrom('championProposal')
        .select(sql<SqlBool>`earliest_at <= ${now}`.as('isDue'))
        .where('championProposal.workspaceId', '=', workspaceId)
        .where('championProposal.planId', '=', planId)
        .as('proposed'),
    ])
}

const question = questionOf(revisionOf, {
  workspaceId: 'a workspace',
  id: 'a session',
  planId: 'a plan',
  now: new Date(1),
  idleSince: new Date(2),
  undoneFrom: new Date(3),
})

/** @returns undefined where the session is over or the plan is none of its workspace */
export async function findPageRevision(
  parts: Pick<Parts, 'ask' | 'clock' | 'environment'>,
  { workspaceId, id }: Pick<SecretCookie, 'workspaceId' | 'id'>,
  planId: string,
): Promise<PageRevision | undefined> {
  const times = sessionTimes(parts)
  const asked = { workspaceId, id, planId, ...times, undoneFrom: offeredFrom(times.now) }
  const found = await parts.ask(workspaceId, question, asked)
  if (!found) return undefined
  const { reader, secret, seen, zone, ...versions } = found
  const all = JSON.stringify([todayIn(zone, times.now), ...Object.values(versions)])
  const revision = createHash('sha256').update(all).digest('base64url')
  return { readerId: reader, secretHash: secret, seenAt: seen, revision }
}
